import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { stories } from '../../sql/demo/stories.js'
import { describeBrowser, useSite } from '../setup/browser.js'
import { useDemonstration } from '../setup/demonstration.js'
import { focusOf, open, seen, settled, tabTo } from './steps.js'

describeBrowser('who sees what', () => {
  const database = useDemonstration()
  const site = useSite(database)
  /** The story's need, the names of all who could meet it, and the titles of all ideas. */
  let need: { id: string; organisations: string[] }
  let ideas: string[]

  beforeAll(async () => {
    const found = await database.owner
      .selectFrom('match')
      .innerJoin('need', 'need.id', 'match.need_id')
      .innerJoin('organisation', 'organisation.id', 'match.organisation_id')
      .select(['need.id', 'organisation.name'])
      .where('need.title', '=', stories.portfolio.need)
      .execute()
    need = { id: found[0]?.id ?? '', organisations: found.map(each => each.name) }
    const titles = await database.owner.selectFrom('idea').select('title').distinct().execute()
    ideas = titles.map(each => each.title)
  })

  /** Which of the names stand on the page. */
  async function named(page: Page, names: string[]): Promise<string[]> {
    const text = await seen(page.locator('body'))
    return names.filter(name => text.includes(name))
  }

  it('has something to hide', () => {
    expect(need.organisations).toContain(stories.portfolio.owner)
    expect(need.organisations.length).toBeGreaterThan(5)
    expect(ideas).toContain(stories.withoutConsent.idea)
  })

  describe('a citizen', () => {
    let page: Page
    beforeAll(async () => {
      ;({ page } = await site.visit('citizen'))
    })

    it('reads how many could meet a need, and nobody’s name', async () => {
      await open(page, `/needs/${need.id}`)
      await page.getByRole('heading', { name: /^\w+ organisations could meet this/ }).waitFor()
      await page.getByText('Names are for the hub of this place').waitFor()
      expect(await named(page, [...need.organisations, ...ideas])).toEqual([])
      expect(await page.getByRole('button', { name: /^(Ask|Already contacted|Not a fit|Later)/ }).count()).toBe(0)
    })

    it.each(['/', '/needs', '/queue', '/second-chances', '/strategy', '/alerts'])(
      'finds no name on %s',
      async address => {
        await open(page, address)
        expect(await named(page, [...need.organisations, ...ideas])).toEqual([])
      },
    )

    it('has no queue, and is told whose it is', async () => {
      await open(page, '/queue')
      await page.getByText('The queue is for those who work for a hub').waitFor()
      expect(await page.getByRole('navigation', { name: 'Queue' }).count()).toBe(0)
    })

    it('gets no name from the interface either', async () => {
      for (const path of [`/needs/${need.id}/matches`, `/places/E06000047/second-chances`, `/places/E06000047/queue`]) {
        const answer = await page.request.get(`/api/v1${path}`)
        const body = await answer.text()
        expect([...need.organisations, ...ideas].filter(name => body.includes(name))).toEqual([])
      }
    })
  })

  describe('an innovator', () => {
    let page: Page
    beforeAll(async () => {
      ;({ page } = await site.visit('innovator'))
    })

    it('sees the own organisation and the own idea among the matches of a need, and no other', async () => {
      await open(page, `/needs/${need.id}`)
      await page.getByRole('heading', { name: 'Your organisation could meet this' }).waitFor()
      expect(await page.getByRole('article').getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
        stories.portfolio.owner,
        stories.portfolio.idea,
      ])
      const others = need.organisations.filter(name => name !== stories.portfolio.owner)
      expect(await named(page, others)).toEqual([])
    })

    it('sees the own idea among the second chances, and no other', async () => {
      await open(page, '/second-chances')
      expect(await named(page, ideas)).toEqual([stories.portfolio.idea])
    })

    it('has no queue', async () => {
      await open(page, '/queue')
      await page.getByText('You are signed in as innovator.').waitFor()
      expect(await named(page, ideas)).toEqual([])
    })
  })

  describe('the switch in the frame', () => {
    it('makes an officer a citizen by keyboard, and the names go', async () => {
      const { page, context } = await site.visit('officer')
      await open(page, `/needs/${need.id}`)
      const organisations = page.getByRole('article')
      await organisations.first().waitFor()
      const menu = page.getByRole('banner').locator('summary', { hasText: 'who I am and how pages look' })
      await tabTo(page, menu)
      await page.keyboard.press('Enter')
      await tabTo(page, page.getByRole('banner').getByRole('button', { name: /^Citizen/ }))
      await page.keyboard.press('Enter')
      await page.getByText('You act as citizen now.').waitFor()
      await page.getByText('Names are for the hub of this place').waitFor()
      await settled(page)
      expect(await seen(menu)).toContain('Citizen')
      expect(await focusOf(page)).toMatchObject({ name: expect.stringContaining('Citizen'), shown: true })
      expect(await named(page, [...need.organisations, ...ideas])).toEqual([])
      await context.close()
    })

    it('closes on Escape and gives the focus back', async () => {
      const { page, context } = await site.visit('strategist')
      await open(page, '/')
      const menu = page.getByRole('banner').locator('summary', { hasText: 'who I am and how pages look' })
      await tabTo(page, menu)
      await page.keyboard.press('Enter')
      const officer = page.getByRole('banner').getByRole('button', { name: /^Hub officer/ })
      await tabTo(page, officer)
      await page.keyboard.press('Escape')
      await officer.waitFor({ state: 'hidden' })
      expect(await menu.evaluate(element => element === document.activeElement)).toBe(true)
      await context.close()
    })

    it('marks the role one has, and only that', async () => {
      const { page, context } = await site.visit('commissioner')
      await open(page, '/')
      await page.getByRole('banner').locator('summary', { hasText: 'who I am' }).click()
      const pressed = page.getByRole('banner').locator('.roles').getByRole('button', { pressed: true })
      expect(await pressed.allInnerTexts()).toEqual([expect.stringMatching(/^Commissioner/)])
      await context.close()
    })
  })

  it('asked no other machine and broke no policy on the way', () => {
    expect(site.strangers).toEqual([])
    expect(site.complaints).toEqual([])
  })
})
