import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { publicAddress, readConfig } from '../../server/config/config.js'
import { createApp } from '../../server/http/app.js'
import { root } from '../rules/source-files.js'
import type { TestDatabase } from './clone.js'

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A suite in a real Chromium. Where there is none it is skipped and counted; with REQUIRE_CHROMIUM=1 that is a failure. */
export function describeBrowser(name: string, body: () => void): void {
  const there = existsSync(EXECUTABLE)
  if (!there && process.env.REQUIRE_CHROMIUM === '1')
    throw new Error(`REQUIRE_CHROMIUM is set and there is no Chromium at ${EXECUTABLE}`)
  describe.skipIf(!there)(there ? name : `${name} (skipped: no Chromium at ${EXECUTABLE})`, body)
}

/** A Chromium by itself, for pages that need no server. The caller closes it. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE, args: FLAGS })

/** The product on a port of its own, and a browser in front of it. */
export interface Site {
  base: string
  app: NestFastifyApplication
  browser: Browser
  /** Every request of a page that went anywhere else than to the product. */
  strangers: string[]
  /** Errors that a page wrote to its console, content-security refusals among them. */
  complaints: string[]
  /** A fresh visitor, acting as a role of the demonstration. */
  visit(as: string, options?: Parameters<Browser['newContext']>[0]): Promise<{ page: Page; context: BrowserContext }>
  /** What axe finds on the page as it stands: rule and place. */
  axe(page: Page): Promise<string[]>
}

/** Builds the client when it changed, serves the product over this file's database, opens the browser. */
export function useSite(database: TestDatabase, env: Record<string, string> = {}): Site {
  const site = { strangers: [], complaints: [] } as unknown as Site
  beforeAll(async () => {
    const built = spawnSync(process.execPath, [join(root, 'build.mjs'), 'client'], { encoding: 'utf8' })
    if (built.status !== 0) throw new Error(built.stderr)
    const config = readConfig({ ...env, PORT: String(await freePort()) })
    site.app = await createApp(database.web, config)
    await site.app.listen(config.port, config.host)
    site.base = publicAddress(config)
    site.browser = await openBrowser()
    site.visit = (as, options = {}) => visit(site, as, options)
    site.axe = findings
  })
  afterAll(async () => {
    await site.browser?.close()
    await site.app?.close()
  })
  return site
}

/** A port that nobody listens on now. Links in mails carry it, so it is known before the product starts. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(ready => probe.listen(0, '127.0.0.1', ready))
  const { port } = probe.address() as AddressInfo
  await new Promise(done => probe.close(done))
  return port
}

async function visit(
  site: Site,
  as: string,
  options: Parameters<Browser['newContext']>[0],
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await site.browser.newContext({
    baseURL: site.base,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const answer = await context.request.post('/api/v1/session/demonstration', {
    data: { as },
    headers: { origin: site.base },
  })
  if (!answer.ok()) throw new Error(`Cannot act as ${as}: ${await answer.text()}`)
  const page = await context.newPage()
  page.on('request', request => {
    if (!request.url().startsWith(site.base) && !/^(data|blob):/.test(request.url())) site.strangers.push(request.url())
  })
  page.on('console', message => {
    if (message.type() === 'error') site.complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', problem => site.complaints.push(`${page.url()}: ${problem.message}`))
  return { page, context }
}

/** What axe finds on a page as it stands: rule and place. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const runner = (
      window as unknown as {
        axe: {
          run(
            context: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
        }
      }
    ).axe
    const result = await runner.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}`))
  })
}
