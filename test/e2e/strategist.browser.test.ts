import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { stories } from '../../sql/demo/stories.js'
import { describeBrowser, useSite } from '../setup/browser.js'
import { useDemonstration } from '../setup/demonstration.js'
import { open, seen, settled, tabTo } from './steps.js'

const LINKED = 'Growing older in good company'

describeBrowser('the strategist', () => {
  const database = useDemonstration()
  const site = useSite(database)
  let page: Page

  beforeAll(async () => {
    ;({ page } = await site.visit('strategist'))
  })

  describe('the strategy', () => {
    const cell = (column: string, priority: string): Locator =>
      page.getByRole('table').getByRole('button', { name: new RegExp(`${column}, ${priority}\\.`) })
    const evidence = (): Locator => page.locator('aside.drawer')
    const priorities = (): Promise<string[]> =>
      page
        .locator('table.mx tbody th')
        .evaluateAll(heads => heads.map(head => head.firstChild?.textContent?.trim() ?? ''))
    const choose = async (slot: string, option: string): Promise<void> => {
      await page.locator('main summary', { hasText: `${slot}:` }).click()
      await page.getByRole('list', { name: slot }).getByRole('link', { name: option }).click()
      await settled(page)
    }

    it('names a priority that no need serves', async () => {
      await open(page, '/strategy')
      await page.getByRole('heading', { level: 1, name: /no need behind (it|them)$/ }).waitFor()
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: stories.emptyPriority.title }) })
      expect(await row.getByText('no need', { exact: true }).count()).toBe(1)
      expect(await seen(row.getByRole('button').first())).toMatch(/^0\s+none/)
    })

    it('opens a cell by keyboard, with the words of both sides', async () => {
      const wanted = cell('Open needs', LINKED)
      await tabTo(page, wanted)
      await page.keyboard.press('Enter')
      await settled(page)
      expect(await wanted.getAttribute('aria-expanded')).toBe('true')
      const title = evidence().getByRole('heading', { level: 2 })
      expect(await title.evaluate(element => element === document.activeElement)).toBe(true)
      await evidence().getByText('The priority says').waitFor()
      const quotes = await evidence().locator('q.words').allInnerTexts()
      expect(quotes.length).toBeGreaterThan(3)
      expect(quotes.filter(quote => quote.trim() === '')).toEqual([])
      expect(await evidence().getByRole('link').first().getAttribute('href')).toMatch(/^\/needs\/[0-9a-f-]{36}/)
    })

    it('keeps the open cell in the address', async () => {
      const title = await seen(evidence().getByRole('heading', { level: 2 }))
      await page.reload()
      await settled(page)
      expect(await seen(evidence().getByRole('heading', { level: 2 }))).toBe(title)
    })

    it('closes it on Escape and stands on the cell again', async () => {
      await page.keyboard.press('Escape')
      await evidence().waitFor({ state: 'detached' })
      const wanted = cell('Open needs', LINKED)
      expect(await wanted.evaluate(element => element === document.activeElement)).toBe(true)
      expect(await wanted.getAttribute('aria-expanded')).toBe('false')
      expect(new URL(page.url()).search).toBe('')
    })

    it('keeps its order in the address: reloading and coming back restore it', async () => {
      const usual = await priorities()
      await choose('Order', 'gaps first')
      expect(new URL(page.url()).search).toBe('?sort=gaps')
      const gaps = await priorities()
      expect(gaps).not.toEqual(usual)
      expect([...gaps].sort()).toEqual([...usual].sort())
      const flags = await page
        .locator('table.mx tbody th')
        .evaluateAll(heads => heads.map(head => head.querySelectorAll('.flag').length))
      expect(flags[0]).toBeGreaterThan(0)
      expect(flags).toEqual(flags.toSorted((a, b) => b - a))
      await page.reload()
      await settled(page)
      expect(await priorities()).toEqual(gaps)
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Economy' }).click()
      await page.getByRole('heading', { name: 'Strategy' }).waitFor({ state: 'hidden' })
      await settled(page)
      await page.goBack()
      await page.locator('table.mx').waitFor()
      await settled(page)
      expect(new URL(page.url()).search).toBe('?sort=gaps')
      expect(await priorities()).toEqual(gaps)
    })
  })

  describe('the economy', () => {
    beforeAll(() => open(page, '/economy'))

    const panel = (at: number): Locator => page.locator('article.panel').nth(at)
    const show = (at: number, view: string): Promise<void> => panel(at).getByRole('tab', { name: view }).click()

    it('has four panels, each with a sentence, a source and a date', async () => {
      expect(await page.locator('article.panel').count()).toBe(4)
      for (const at of [0, 1, 2, 3]) {
        expect(await seen(panel(at).getByRole('heading', { level: 2 }))).toMatch(/\S/)
        expect(await seen(panel(at).locator('.readout'))).toMatch(/\.$/)
        expect(await seen(panel(at).locator('.panel-foot'))).toMatch(/\b20\d\d\b/)
      }
    })

    it.each([0, 1, 2, 3])('gives panel %i as marks, as a table and as CSV, of one length', async at => {
      const marks = await marksOf(page, panel(at).getByRole('figure'))
      await show(at, 'Table')
      const rows = await panel(at).getByRole('table').locator('tbody tr').count()
      await show(at, 'About')
      const saving = page.waitForEvent('download')
      await panel(at).getByRole('button', { name: 'CSV of this view' }).click()
      const csv = await readFile(await (await saving).path(), 'utf8')
      const lines = csv.split('\r\n')
      const body = lines.slice(1, lines.indexOf(''))
      expect(marks.length).toBeGreaterThan(1)
      expect(new Set(marks).size).toBe(marks.length)
      expect([rows, body.length]).toEqual([marks.length, marks.length])
      expect(csv).toMatch(/\r\nSource,/)
      await show(at, 'Chart')
    })

    it('keeps the view of a panel in the address', async () => {
      await show(1, 'Table')
      const { search } = new URL(page.url())
      expect(search).toMatch(/^\?[\w-]+-view=table$/)
      await page.reload()
      await settled(page)
      expect(await panel(1).getByRole('tab', { name: 'Table' }).getAttribute('aria-selected')).toBe('true')
      expect(await panel(1).getByRole('table').count()).toBe(1)
    })

    it('walks the tabs with the arrows', async () => {
      await panel(1).getByRole('tab', { name: 'Table' }).focus()
      await page.keyboard.press('ArrowRight')
      expect(await panel(1).getByRole('tab', { name: 'About' }).getAttribute('aria-selected')).toBe('true')
      await page.keyboard.press('ArrowRight')
      expect(
        await panel(1)
          .getByRole('tab', { name: 'Chart' })
          .evaluate(tab => tab === document.activeElement),
      ).toBe(true)
    })
  })

  it('asked no other machine and broke no policy on the way', () => {
    expect(site.strangers).toEqual([])
    expect(site.complaints).toEqual([])
  })
})

/** Reads a chart as somebody does who cannot see it: mark by mark with the arrow key, until none is left. */
async function marksOf(page: Page, chart: Locator): Promise<string[]> {
  const readout = chart.locator('xpath=following-sibling::*[@role="status"]')
  await chart.focus()
  await page.keyboard.press('Home')
  const said: string[] = []
  for (let text = await seen(readout); text !== said.at(-1); text = await seen(readout)) {
    said.push(text)
    await page.keyboard.press('ArrowRight')
  }
  return said
}
