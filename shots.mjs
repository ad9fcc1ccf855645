// Pictures of every page and state: npm run shots -- --out DIR [--only overview,need] [--date 2026-11-24]
// Starts a demonstration of its own in a temporary folder, told from a fixed day, and stops it again.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { build } from './build.mjs'

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'shots' },
    only: { type: 'string' },
    date: { type: 'string', default: '2026-11-24' },
    address: { type: 'string' },
  },
})
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Name, role of the demonstration, and how to get there. */
const PAGES = [
  ['overview', 'strategist', page => go(page, '/')],
  ['queue', 'officer', page => go(page, '/queue')],
  ['needs', 'officer', page => go(page, '/needs')],
  ['need', 'officer', openFirst('/needs?supply=enough', 'main a[href^="/needs/"]')],
  ['need-as-citizen', 'citizen', openFirst('/needs', 'main a[href^="/needs/"]')],
  ['second-chances', 'officer', page => go(page, '/second-chances')],
  ['second-chances-as-citizen', 'citizen', page => go(page, '/second-chances')],
  ['strategy', 'strategist', page => go(page, '/strategy')],
  ['strategy-open-cell', 'strategist', openCell],
  ['economy', 'strategist', page => go(page, '/economy')],
  ['sources', 'steward', page => go(page, '/sources')],
  ['alerts', 'innovator', page => go(page, '/alerts')],
  ['organisation', 'officer', openFirst('/search?q=care', 'main a[href^="/organisations/"]')],
  ['search', 'officer', page => go(page, '/search?q=home%20visits')],
  ['search-nothing', 'citizen', page => go(page, '/search?q=zyxwv')],
  ['not-there', 'citizen', page => go(page, '/needs/00000000-0000-4000-8000-000000000000')],
]

const MODES = [
  { name: '1280', width: 1280, scheme: 'light' },
  { name: '1280-dark', width: 1280, scheme: 'dark' },
  { name: '390', width: 390, scheme: 'light' },
  { name: '390-dark', width: 390, scheme: 'dark' },
  { name: 'print', width: 1024, scheme: 'light', media: 'print' },
  { name: 'forced', width: 1280, scheme: 'light', forced: 'active' },
]

let base = values.address

async function go(page, path) {
  await page.goto(base + path, { waitUntil: 'networkidle' })
  await page.locator('h1').first().waitFor({ timeout: 15_000 })
}

function openFirst(list, link) {
  return async page => {
    await go(page, list)
    const href = await page.locator(link).first().getAttribute('href')
    await go(page, href)
  }
}

async function openCell(page) {
  await go(page, '/strategy')
  await page.locator('.mx .cell').first().click()
  await page.waitForLoadState('networkidle')
}

async function take(out) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const only = values.only?.split(',')
  const problems = []
  for (const mode of MODES) {
    const context = await browser.newContext({
      viewport: { width: mode.width, height: 900 },
      colorScheme: mode.scheme,
      reducedMotion: 'reduce',
      forcedColors: mode.forced ?? 'none',
    })
    for (const [name, role, open] of PAGES.filter(([n]) => !only || only.includes(n))) {
      const page = await context.newPage()
      page.on(
        'console',
        message =>
          message.type() === 'error' &&
          !/404/.test(message.text()) &&
          problems.push(`${name} ${mode.name}: ${message.text()}`),
      )
      page.on('pageerror', problem => problems.push(`${name} ${mode.name}: ${problem.message}`))
      try {
        await context.request.post(`${base}/api/v1/session/demonstration`, {
          data: { as: role },
          headers: { origin: base },
        })
        if (mode.media) await page.emulateMedia({ media: mode.media })
        await open(page)
        await page.screenshot({ path: join(out, `${name}-${mode.name}.png`), fullPage: true })
      } catch (problem) {
        problems.push(`${name} ${mode.name}: ${problem.message.split('\n')[0]}`)
      }
      await page.close()
    }
    await context.close()
  }
  await browser.close()
  return problems
}

async function freePort() {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}

async function main() {
  if (!existsSync(CHROMIUM))
    throw new Error(`There is no Chromium at ${CHROMIUM}. Install it, or set CHROMIUM to its path.`)
  const out = resolve(values.out)
  mkdirSync(out, { recursive: true })
  let stop = async () => {}
  if (!base) {
    build('server', 'client')
    const dataDir = mkdtempSync(join(tmpdir(), 'wellmet-shots-'))
    const port = await freePort()
    const env = { ...process.env, WELLMET_DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' }
    const loaded = spawnSync(process.execPath, ['wellmet.mjs', 'demo', 'load', '--date', values.date], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (loaded.status !== 0) throw new Error('The demonstration could not be loaded; the reason stands above.')
    const server = spawn(process.execPath, ['start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((ready, refuse) => {
      server.stdout.on('data', chunk => String(chunk).includes('is open at') && ready())
      server.on('exit', code => refuse(new Error(`The server ended with ${code}.`)))
    })
    base = `http://127.0.0.1:${port}`
    stop = async () => {
      const gone = new Promise(done => server.once('exit', done))
      server.kill('SIGINT')
      await gone
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
  try {
    const problems = await take(out)
    process.stdout.write(`Pictures are in ${out}\n${problems.map(p => `  ${p}\n`).join('')}`)
    process.exitCode = problems.length > 0 ? 1 : 0
  } finally {
    await stop()
  }
}

main().catch(problem => {
  process.stderr.write(`${problem.message}\n`)
  process.exit(1)
})
