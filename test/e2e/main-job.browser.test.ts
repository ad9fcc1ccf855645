import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeDue } from '../../jobs/alerts/compose.js'
import { findAlerts } from '../../jobs/alerts/find.js'
import { sendDue } from '../../jobs/alerts/send.js'
import type { JobTools } from '../../jobs/runner/job.js'
import { readConfig } from '../../server/config/config.js'
import { openWorkerDoor, type WorkerDoor } from '../../server/database/doors.js'
import { secretsOf } from '../../server/database/secrets.js'
import { describeBrowser, useSite } from '../setup/browser.js'
import { testSecrets, useDemonstration } from '../setup/demonstration.js'
import { type Inbox, openInbox } from '../setup/inbox.js'

const ADDRESS = 'reader@made.example'

describeBrowser('the main job, from the overview to the mail', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wellmet-e2e-'))
  // The demonstration's own subscribers were written with these keys.
  mkdirSync(join(dataDir, 'secrets'))
  writeFileSync(join(dataDir, 'secrets', 'installation.json'), JSON.stringify(testSecrets))
  const database = useDemonstration()
  const site = useSite(database, { WELLMET_DATA_DIR: dataDir })
  let inbox: Inbox
  let page: Page

  beforeAll(async () => {
    inbox = await openInbox()
    ;({ page } = await site.visit('officer'))
  })
  afterAll(async () => {
    await inbox.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  /** The worker's tools, over connections that see the day that is pinned now. */
  const tools = (door: WorkerDoor): JobTools => ({
    door,
    config: readConfig({ WELLMET_DATA_DIR: dataDir, SMTP_URL: inbox.url, PORT: new URL(site.base).port }),
    secrets: secretsOf(dataDir),
  })
  async function work<T>(task: (tools: JobTools) => Promise<T>): Promise<T> {
    const door = openWorkerDoor(database.workerUrl, { max: 3, onProblem: () => {} })
    try {
      return await task(tools(door))
    } finally {
      await door.close()
    }
  }
  const last = () => inbox.received.at(-1)!
  const linkTo = (path: string): string =>
    new RegExp(`http://\\S+/${path}/\\S+`).exec(last().mail.text ?? '')?.[0] ?? ''

  it('leads from the overview to a need and the words that met', async () => {
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Needs/ })
      .click()
    await page.goto('/needs?supply=enough')
    await page.locator('main a[href^="/needs/"]').first().click()
    await page.getByRole('heading', { name: /could meet this/ }).waitFor()
    expect(await page.locator('main mark').count()).toBeGreaterThan(3)
    expect(await page.getByText('information, not invitation').count()).toBeGreaterThan(0)
  })

  it('offers a second chance, and asks the owner first', async () => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Second chances/ })
      .click()
    await page.getByRole('button', { name: 'Ask the owner first' }).first().click()
    await expect
      .poll(() => database.owner.selectFrom('introduction').select('state').execute())
      .toEqual([{ state: 'asked_owner' }])
    const noted = await database.owner.selectFrom('audit_event').select(['action', 'subject_kind']).execute()
    expect(noted).toHaveLength(1)
  })

  it('sends nothing but one question to an address that has not said yes', async () => {
    await page.goto('/alerts')
    await page.getByLabel('Mail address').fill(ADDRESS)
    await page.getByLabel('Name of the alert').fill('Needs near me')
    await page.getByRole('checkbox').last().check()
    await page.locator('form').getByRole('button').last().click()
    await page.getByText('A mail that asks for your yes is on its way').waitFor()
    await work(sendDue)
    expect(inbox.received.map(one => one.to)).toContainEqual([ADDRESS])
    expect(inbox.received.filter(one => one.to[0] === ADDRESS)).toHaveLength(1)
  })

  it('begins when the button behind the link is pressed, not when the link is opened', async () => {
    const asked = inbox.received.find(one => one.to[0] === ADDRESS)!
    const link = /http:\/\/\S+\/s\/\S+/.exec(asked.mail.text ?? '')?.[0] ?? ''
    const state = () =>
      database.owner
        .selectFrom('subscription')
        .select('state')
        .where('name', '=', 'Needs near me')
        .executeTakeFirstOrThrow()
    await page.goto(link)
    expect(await state()).toEqual({ state: 'pending' })
    expect(await site.axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Yes, begin this alert' }).click()
    await page.getByRole('heading', { name: 'Your alert is on' }).waitFor()
    expect(await state()).toEqual({ state: 'active' })
  })

  it('brings the digest on Monday morning, in text and in HTML alike', async () => {
    await database.setNow('2026-11-30T10:00:00Z')
    await work(async t => {
      await findAlerts(t)
      await composeDue(t)
      await sendDue(t)
      await sendDue(t)
    })
    const digests = inbox.received.filter(one => one.to[0] === ADDRESS).slice(1)
    expect(digests).toHaveLength(1)
    const { mail } = digests[0]!
    expect(mail.subject).toMatch(/^\d+ for Durham demonstration hub: ./)
    const title = mail.subject?.split(': ').slice(1).join(': ') ?? ''
    expect(mail.text?.replaceAll(/\s+/g, ' ')).toContain(title)
    expect(String(mail.html)).toContain('<h1')
    expect(mail.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } })
  })

  it('stops by one post without cookie or form, and by nothing else', async () => {
    const stop = linkTo('u')
    const state = async () =>
      (
        await database.owner
          .selectFrom('subscription')
          .select('state')
          .where('name', '=', 'Needs near me')
          .executeTakeFirstOrThrow()
      ).state
    for (const method of ['GET', 'HEAD']) for (let i = 0; i < 20; i++) await fetch(stop, { method })
    expect(await state()).toBe('active')
    const posted = await fetch(stop, { method: 'POST', body: 'List-Unsubscribe=One-Click', redirect: 'manual' })
    expect([posted.status, await state()]).toEqual([200, 'unsubscribed'])
  })

  it('asked nobody else and broke no policy on the way', () => {
    expect(site.strangers).toEqual([])
    expect(site.complaints).toEqual([])
  })
})
