import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stories } from '../../sql/demo/stories.js'
import { describeBrowser, useSite } from '../setup/browser.js'
import { useDemonstration } from '../setup/demonstration.js'
import { open, seen } from './steps.js'

const pages = [
  'overview',
  'queue',
  'needs',
  'a need',
  'second chances',
  'strategy',
  'strategy with an open cell',
  'economy',
  'sources',
  'alerts',
  'an organisation',
  'search',
  'an unknown address',
] as const

const modes = [
  { as: 'officer', width: 1280, height: 900, colorScheme: 'light' },
  { as: 'officer', width: 1280, height: 900, colorScheme: 'dark' },
  { as: 'officer', width: 390, height: 844, colorScheme: 'light' },
  { as: 'officer', width: 390, height: 844, colorScheme: 'dark' },
  // Who sees least meets the sentences that stand where others see names.
  { as: 'citizen', width: 390, height: 844, colorScheme: 'light' },
] as const

/** The narrowest screen on which nothing may scroll sideways (WCAG 2.2, 1.4.10). */
const NARROWEST = 320

describeBrowser('every page', () => {
  const database = useDemonstration()
  const site = useSite(database)
  let addresses: Record<(typeof pages)[number], string>

  beforeAll(async () => {
    const need = await database.owner
      .selectFrom('need')
      .select('id')
      .where('title', '=', stories.portfolio.need)
      .executeTakeFirstOrThrow()
    const organisation = await database.owner
      .selectFrom('organisation')
      .select('id')
      .where('name', '=', stories.portfolio.owner)
      .executeTakeFirstOrThrow()
    const { node } = await database.owner
      .selectFrom('framework_node')
      .innerJoin('framework', 'framework.id', 'framework_node.framework_id')
      .select('framework_node.id as node')
      .where('framework_node.title', '=', 'Growing older in good company')
      .executeTakeFirstOrThrow()
    addresses = {
      overview: '/',
      queue: '/queue',
      needs: '/needs',
      'a need': `/needs/${need.id}`,
      'second chances': '/second-chances',
      strategy: '/strategy',
      'strategy with an open cell': `/strategy?priority=${node}`,
      economy: '/economy',
      sources: '/sources',
      alerts: '/alerts',
      'an organisation': `/organisations/${organisation.id}`,
      search: '/search?q=care',
      'an unknown address': '/nowhere',
    }
  })

  describe.each(modes)('as $as at $width px, $colorScheme', ({ as, width, height, colorScheme }) => {
    let context: BrowserContext
    let page: Page

    beforeAll(async () => {
      ;({ page, context } = await site.visit(as, { viewport: { width, height }, colorScheme }))
    })
    afterAll(() => context.close())

    it.each(pages)('%s can be read by everybody', async name => {
      await page.setViewportSize({ width, height })
      await open(page, addresses[name])
      expect(await site.axe(page)).toEqual([])
      expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([expect.stringMatching(/\S/)])
      expect(await seen(page.locator('body'))).not.toMatch(/\b(undefined|null|NaN|Infinity)\b|\[object /)
      await page.setViewportSize({ width: NARROWEST, height })
      expect(await overhang(page)).toEqual([])
    })
  })

  it('asks no other machine for anything and has nothing to complain of', () => {
    expect(site.strangers).toEqual([])
    expect(site.complaints).toEqual([])
  })
})

/** What sticks out of the page, so that it would scroll sideways. */
const overhang = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const wide = [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > room)
    return [
      `${document.documentElement.scrollWidth} px instead of ${room}`,
      ...wide.slice(0, 5).map(each => `${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''}`),
    ]
  })
