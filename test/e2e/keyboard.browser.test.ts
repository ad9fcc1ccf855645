import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeBrowser, useSite } from '../setup/browser.js'
import { useDemonstration } from '../setup/demonstration.js'
import { focusOf, open, seen, settled, tabTo } from './steps.js'

/** Not one click: whatever happens here, happens by keys. */
describeBrowser('the officer, by keyboard alone', () => {
  const database = useDemonstration()
  const site = useSite(database)
  let page: Page
  const place = (words: string): Locator =>
    page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: new RegExp(`^${words}`) })
  const queue = (): Locator => page.getByRole('navigation', { name: 'Queue' })
  const openItem = (): Promise<string> => seen(queue().locator('a[aria-current=true] b'))
  const verdicts = () =>
    database.owner.selectFrom('match_feedback').select(['verdict', 'reason', 'undone_at']).orderBy('at').execute()

  beforeAll(async () => {
    ;({ page } = await site.visit('officer'))
  })
  afterAll(() => page.context().close())

  /** Follows what holds the focus, and waits for the page behind it. */
  async function enter(heading: RegExp): Promise<void> {
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await settled(page)
  }

  it('skips the frame', async () => {
    await open(page, '/')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to content' })
    expect(await focusOf(page)).toEqual({ name: 'a "Skip to content"', shown: true })
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  it('goes from a decision on the overview to the needs behind it, and stands at the heading', async () => {
    await tabTo(page, page.getByRole('link', { name: /^See all / }).first())
    await enter(/needs? in County Durham/)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  })

  it('changes a filter in the sentence', async () => {
    await tabTo(page, page.locator('main summary', { hasText: 'Supply:' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('list', { name: 'Supply' }).getByRole('link').first())
    await page.keyboard.press('Enter')
    await settled(page)
    expect(new URL(page.url()).searchParams.get('supply')).toBeNull()
    expect(await focusOf(page)).toMatchObject({ name: expect.stringContaining('Supply:') })
  })

  it('opens a need and asks for an introduction', async () => {
    await tabTo(page, page.getByRole('rowheader').getByRole('link').first())
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /could meet this/ }).waitFor()
    await settled(page)
    const first = page.getByRole('article').first()
    await tabTo(page, first.getByRole('button', { name: /^Ask for an introduction/ }))
    await page.keyboard.press('Enter')
    await first.getByRole('button', { name: /^Ask for an introduction/ }).waitFor({ state: 'detached' })
    expect(await database.owner.selectFrom('introduction').select('state').execute()).toHaveLength(1)
  })

  it('gives a reason and takes it back', async () => {
    const second = page.getByRole('article').nth(1)
    await tabTo(page, second.getByRole('button', { name: 'Not a fit' }))
    await page.keyboard.press('Enter')
    await tabTo(page, second.getByRole('radio').first())
    await page.keyboard.press('ArrowDown')
    await tabTo(page, second.getByRole('button', { name: 'Save reason' }))
    await page.keyboard.press('Enter')
    await second.getByText('Not a fit: Too large for them.').waitFor()
    await tabTo(page, page.getByRole('status').getByRole('button', { name: 'Undo' }))
    await page.keyboard.press('Enter')
    await second.getByRole('button', { name: 'Already contacted' }).waitFor()
    expect(await verdicts()).toEqual([
      { verdict: 'not_fit', reason: 'Too large for them', undone_at: expect.any(Date) },
    ])
  })

  it('asks the owner of an idea that was not adopted', async () => {
    await tabTo(page, place('Second chances'))
    await enter(/not adopted/)
    await tabTo(page, page.getByRole('button', { name: /^Ask the owner first/ }).first())
    await page.keyboard.press('Enter')
    await expect
      .poll(() =>
        database.owner
          .selectFrom('introduction')
          .select('id')
          .execute()
          .then(rows => rows.length),
      )
      .toBe(2)
  })

  it('walks the queue with J and K', async () => {
    await tabTo(page, place('Queue'))
    await enter(/wait for you/)
    const titles = (await queue().locator('a b').allInnerTexts()).map(title => title.replaceAll(/\s+/g, ' '))
    expect(await openItem()).toBe(titles[0])
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(openItem).toBe(titles[2])
    await page.keyboard.press('k')
    await expect.poll(openItem).toBe(titles[1])
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    await expect.poll(openItem).toBe(titles[0])
  })

  it('decides with C, and takes it back', async () => {
    await settled(page)
    const done = async (): Promise<number> => Number(await page.getByRole('progressbar').getAttribute('value'))
    const before = await done()
    await page.getByRole('button', { name: 'Already contacted' }).waitFor()
    await page.keyboard.press('c')
    await expect.poll(done).toBe(before + 1)
    expect((await verdicts()).slice(1)).toEqual([{ verdict: 'contacted', reason: null, undone_at: null }])
    await tabTo(page, page.getByRole('status').getByRole('button', { name: 'Undo' }))
    await page.keyboard.press('Enter')
    await expect.poll(done).toBe(before)
    expect((await verdicts()).slice(1)).toEqual([{ verdict: 'contacted', reason: null, undone_at: expect.any(Date) }])
  })

  it('leaves the keys alone where somebody writes, and when they are switched off', async () => {
    const before = await openItem()
    await page.keyboard.press('/')
    await page.keyboard.type('jc')
    expect(await page.getByRole('searchbox').first().inputValue()).toBe('jc')
    await tabTo(page, page.getByRole('button', { name: 'Switch keys off' }))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Switch keys on' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Switch keys off' }).waitFor()
    expect(await openItem()).toBe(before)
    expect(await verdicts()).toHaveLength(2)
  })

  it('fills the form of an alert, led to what is missing', async () => {
    await tabTo(page, place('Alerts'))
    await enter(/fits? now/)
    const address = page.getByLabel('Mail address')
    await tabTo(page, page.getByRole('button', { name: 'Send me the link to confirm' }))
    await page.keyboard.press('Enter')
    expect(await focusOf(page)).toMatchObject({ name: expect.stringContaining('Not sent yet.') })
    await tabTo(page, page.getByRole('alert').getByRole('link').first())
    await page.keyboard.press('Enter')
    expect(await address.evaluate(field => field === document.activeElement)).toBe(true)
    await page.keyboard.type('keys@made.example')
    await tabTo(page, page.getByRole('checkbox', { name: /^I want these mails/ }))
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.getByText('A mail that asks for your yes is on its way').waitFor()
  })

  it('asked no other machine and broke no policy on the way', () => {
    expect(site.strangers).toEqual([])
    expect(site.complaints).toEqual([])
  })
})
