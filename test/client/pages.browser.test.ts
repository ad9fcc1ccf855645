import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeBrowser, useSite } from '../setup/browser.js'
import { useDemonstration } from '../setup/demonstration.js'

const PAGES = [
  ['/', 'strategist'],
  ['/queue', 'officer'],
  ['/queue', 'citizen'],
  ['/needs', 'officer'],
  ['/second-chances', 'officer'],
  ['/second-chances', 'citizen'],
  ['/strategy', 'strategist'],
  ['/economy', 'strategist'],
  ['/sources', 'steward'],
  ['/alerts', 'innovator'],
  ['/search?q=care', 'citizen'],
  ['/nothing/here', 'citizen'],
] as const

/** Opens a page and waits until nothing on it waits any more. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForSelector('main h1')
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

describeBrowser('pages of the client', () => {
  const site = useSite(useDemonstration())

  it.each(PAGES)('%s as %s: axe finds nothing, wide and narrow, light and dark', async (path, role) => {
    const { page, context } = await site.visit(role)
    await open(page, path)
    expect(await site.axe(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await site.axe(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await sideways(page)).toBe(0)
    await context.close()
  })

  it('ask nobody else, break no policy and write no error', () => {
    expect(site.strangers).toEqual([])
    expect(site.complaints).toEqual([])
  })
})

describeBrowser('the client by keyboard alone', () => {
  const site = useSite(useDemonstration())

  it('leads by the slash to the search, and by its answer to a heading', async () => {
    const { page, context } = await site.visit('officer')
    await open(page, '/')
    await page.keyboard.press('/')
    await page.keyboard.type('visits')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=visits')
    await page.waitForSelector('.results a')
    await page.focus('.results a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/(needs|organisations)\//)
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    await page.goBack()
    await page.waitForURL('**/search?q=visits')
    await context.close()
  })

  it('opens a filter, chooses, and stands at the filter again', async () => {
    const { page, context } = await site.visit('officer')
    await open(page, '/needs')
    await page.focus('summary.slot:has-text("newest first")')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/needs?sort=closing')
    expect(await focused(page)).toContain('closing soonest first')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    expect(await page.locator('.slot-pick[open]').count()).toBe(0)
    await context.close()
  })

  it('tells a filter that nobody knows, and goes on without it', async () => {
    const { page, context } = await site.visit('officer')
    await open(page, '/needs?sort=loudest')
    expect(await page.textContent('.notice')).toContain('sort=loudest was left out')
    await context.close()
  })

  it('reads every mark of a chart, and its table has the same rows', async () => {
    const { page, context } = await site.visit('strategist')
    await open(page, '/')
    const panel = page.locator('.panel', { has: page.locator('#supply-title') })
    const rest = await panel.locator('.readout').textContent()
    await panel.locator('.chart').focus()
    await page.keyboard.press('Home')
    expect(await panel.locator('.readout').textContent()).toMatch(/^None: \d+ /)
    await page.keyboard.press('End')
    expect(await panel.locator('.readout').textContent()).toMatch(/^Not assessed: \d+ /)
    await page.keyboard.press('Escape')
    expect(await panel.locator('.readout').textContent()).toBe(rest)
    await panel.locator('[role="tab"][aria-selected="true"]').focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL('**/?supply-view=table')
    expect(await panel.locator('tbody tr').count()).toBe(6)
    await context.close()
  })

  it('opens a cell of the matrix and comes back to it', async () => {
    const { page, context } = await site.visit('strategist')
    await open(page, '/strategy')
    const cell = page.locator('.cell').first()
    await cell.focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.drawer .ev')
    expect(page.url()).toContain('priority=')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('evidence-title')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.drawer', { state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('cell')
    await context.close()
  })

  it('works through the queue: move, put off, take back', async () => {
    const { page, context } = await site.visit('officer')
    await open(page, '/queue')
    const first = await page.textContent('.q[aria-current] b')
    await page.keyboard.press('j')
    await page.waitForFunction(was => document.querySelector('.q[aria-current] b')?.textContent !== was, first)
    await page.waitForSelector('.open .do')
    await page.keyboard.press('l')
    await page.waitForSelector('.toast')
    expect(await page.textContent('.toast')).toContain('put off until later')
    await page.click('.toast >> text=Undo')
    await page.waitForSelector('.toast', { state: 'detached' })
    await context.close()
  })
})
