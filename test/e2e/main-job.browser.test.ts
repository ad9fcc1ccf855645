import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeDue } from '../../jobs/alerts/compose.js'
import { findAlerts } from '../../jobs/alerts/find.js'
import { sendDue } from '../../jobs/alerts/send.js'
import type { JobTools } from '../../jobs/runner/job.js'
import { readConfig } from '../../server/config/config.js'
import { openWorkerDoor } from '../../server/database/doors.js'
import { stories } from '../../sql/demo/stories.js'
import { describeBrowser, useSite } from '../setup/browser.js'
import { testSecrets, useDemonstration } from '../setup/demonstration.js'
import { type Inbox, openInbox, type Received } from '../setup/inbox.js'
import { open, seen, settled } from './steps.js'

const ADDRESS = 'reader@made.example'
const ALERT = 'Needs near me'

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

  /** Does what the worker does, over connections that see the day that is pinned now. */
  async function work(...tasks: ((tools: JobTools) => Promise<unknown>)[]): Promise<void> {
    const door = openWorkerDoor(database.workerUrl, { max: 3, onProblem: () => {} })
    const config = readConfig({ WELLMET_DATA_DIR: dataDir, SMTP_URL: inbox.url, PORT: new URL(site.base).port })
    try {
      for (const task of tasks) await task({ door, config, secrets: testSecrets })
    } finally {
      await door.close()
    }
  }
  const mine = (): Received[] => inbox.received.filter(one => one.to.includes(ADDRESS))
  const state = async (): Promise<string> => {
    const alert = database.owner.selectFrom('subscription').select('state').where('name', '=', ALERT)
    return (await alert.executeTakeFirstOrThrow()).state
  }
  /** A mail as a mailbox shows it, and everything that showing it asked for. */
  async function read(html: string): Promise<{ words: string; requests: string[] }> {
    const mailbox = await site.browser.newPage()
    const requests: string[] = []
    mailbox.on('request', request => requests.push(request.url()))
    await mailbox.setContent(html)
    const words = await seen(mailbox.locator('body'))
    await mailbox.close()
    return { words, requests }
  }
  const card = (name: string | RegExp): Locator => page.getByRole('article', { name })

  it('leads from the overview to a need', async () => {
    await open(page, '/')
    await page.getByRole('heading', { level: 1, name: /needs are open here/ }).waitFor()
    await page
      .getByRole('navigation', { name: 'Main', exact: true })
      .getByRole('link', { name: /^Needs/ })
      .click()
    await page.getByRole('link', { name: stories.portfolio.need }).click()
    await page.getByRole('heading', { level: 1, name: stories.portfolio.need }).waitFor()
    await page.getByRole('heading', { name: /organisations could meet this/ }).waitFor()
    await settled(page)
  })

  it('quotes both sides of each match, and marks where they meet', async () => {
    const matches = page.getByRole('region', { name: /could meet this/ }).getByRole('article')
    expect(await matches.count()).toBeGreaterThan(2)
    const first = matches.first()
    const seam = first.locator('.seam').first()
    const sides = seam.locator('q.words')
    expect(await sides.count()).toBe(2)
    for (const at of [0, 1]) expect(await sides.nth(at).locator('mark').count()).toBeGreaterThan(0)
    const { description, outcome, title } = await database.owner
      .selectFrom('need')
      .select(['description', 'outcome', 'title'])
      .where('title', '=', stories.portfolio.need)
      .executeTakeFirstOrThrow()
    const source = [title, description, outcome].join(' ').replaceAll(/\s+/g, ' ')
    expect(source).toContain((await seen(sides.first())).replaceAll(/^[‘“"']|[’”"']$/g, ''))
    await first.getByText('Unknown', { exact: true }).waitFor()
    expect(await page.getByText('This is information, not invitation').count()).toBe(1)
  })

  it('takes an answer and gives it back', async () => {
    const first = page
      .getByRole('region', { name: /could meet this/ })
      .getByRole('article')
      .first()
    await first.getByRole('button', { name: 'Not a fit' }).click()
    await first.getByRole('radio', { name: 'Too large for them' }).check()
    await first.getByRole('button', { name: 'Save reason' }).click()
    await first.getByText('Not a fit: Too large for them.').waitFor()
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await first.getByRole('button', { name: 'Not a fit' }).waitFor()
    expect(
      await database.owner.selectFrom('match_feedback').select(['verdict', 'reason', 'undone_at']).execute(),
    ).toEqual([{ verdict: 'not_fit', reason: 'Too large for them', undone_at: expect.any(Date) }])
  })

  it('offers a second chance, with the reason then and what holds now, and asks the owner first', async () => {
    const idea = card(stories.portfolio.idea)
    await idea.getByText('Why it was not adopted').waitFor()
    await idea.getByText('Recorded reason: portfolio').waitFor()
    await idea.getByText('Why that no longer holds').waitFor()
    await idea.getByRole('button', { name: /^Ask the owner first/ }).click()
    await idea.getByRole('button', { name: /^Ask the owner first/ }).waitFor({ state: 'detached' })
    const asked = database.owner.selectFrom('introduction').innerJoin('idea', 'idea.id', 'introduction.idea_id')
    expect(await asked.select(['idea.title', 'introduction.state']).execute()).toEqual([
      { title: stories.portfolio.idea, state: 'asked_owner' },
    ])
    const noted = await database.owner.selectFrom('audit_event').select('action').orderBy('at').execute()
    expect(noted.map(event => event.action)).toEqual([
      'match.answered',
      'match.answer_undone',
      'introduction.asked_owner',
    ])
  })

  it('sends nothing but one question to an address that has not said yes', async () => {
    await page
      .getByRole('navigation', { name: 'Main', exact: true })
      .getByRole('link', { name: /^Alerts/ })
      .click()
    await page.getByLabel('Mail address').fill(ADDRESS)
    await page.getByLabel('Name of the alert').fill(ALERT)
    await page.getByRole('checkbox', { name: /^I want these mails/ }).check()
    await page.getByRole('button', { name: 'Send me the link to confirm' }).click()
    await page.getByText('A mail that asks for your yes is on its way').waitFor()
    await work(findAlerts, composeDue, sendDue)
    expect(mine()).toHaveLength(1)
    expect(await state()).toBe('pending')
    expect(mine()[0]?.mail.text).not.toContain(ALERT)
  })

  it('begins when the button behind the link is pressed, not when the link is opened', async () => {
    const link = /http:\/\/\S+\/s\/\S+/.exec(mine()[0]?.mail.text ?? '')?.[0] ?? ''
    await page.goto(link)
    expect(await state()).toBe('pending')
    expect(await site.axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Yes, begin this alert' }).click()
    await page.getByRole('heading', { name: 'Your alert is on' }).waitFor()
    expect(await state()).toBe('active')
  })

  it('brings one digest on Monday morning, in text and in HTML alike', async () => {
    await database.setNow('2026-11-30T10:00:00Z')
    await work(findAlerts, composeDue, sendDue)
    await work(findAlerts, composeDue, sendDue)
    expect(mine()).toHaveLength(2)
    const { mail } = mine()[1]!
    expect(mail.subject).toMatch(/^[1-5] for \S/)
    expect(mail.messageId).toMatch(/^<[\w.-]+@wellmet\.example>$/)
    const needs = await database.owner.selectFrom('need').select('title').distinct().execute()
    const named = (text: string): string[] =>
      needs
        .map(need => need.title)
        .filter(title => text.includes(title))
        .sort()
    const text = (mail.text ?? '').replaceAll(/\s+/g, ' ')
    expect(named(text).length).toBeGreaterThan(0)
    const { words, requests } = await read(String(mail.html))
    expect([named(words), requests]).toEqual([named(text), []])
    expect(text).toContain(`WHY YOU GET THIS You confirmed this weekly alert, “${ALERT}”`)
  })

  it('stops by one post without cookie or form, and by nothing else', async () => {
    const list = mine()[1]?.mail.headers.get('list') as { unsubscribe?: { url?: string } } | undefined
    const stop = list?.unsubscribe?.url ?? ''
    expect(list).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } })
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(stop, { method })).status).toBe(200)
    await page.goto(stop)
    await page.getByRole('heading', { name: 'Stop this alert?' }).waitFor()
    expect(await site.axe(page)).toEqual([])
    expect(await state()).toBe('active')
    const posted = await fetch(stop, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    })
    expect([posted.status, await state()]).toEqual([200, 'unsubscribed'])
    await database.setNow('2026-12-07T10:00:00Z')
    await work(findAlerts, composeDue, sendDue)
    expect(mine()).toHaveLength(2)
  })

  it('asked no other machine and broke no policy on the way', () => {
    expect(site.strangers).toEqual([])
    expect(site.complaints).toEqual([])
  })
})
