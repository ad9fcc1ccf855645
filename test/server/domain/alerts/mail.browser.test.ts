import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { confirmationMail } from '../../../../server/domain/alerts/confirmation.js'
import { makeDigest } from '../../../../server/domain/alerts/digest.js'
import { digestHtml } from '../../../../server/domain/alerts/mail-html.js'
import { digestFacts } from '../../../builders/digest.js'
import { describeBrowser, findings, openBrowser } from '../../../setup/browser.js'

const digest = digestHtml(makeDigest(digestFacts()))
const confirmation = confirmationMail({
  alertName: 'Needs for Harelaw',
  cadence: 'weekly',
  ceiling: 5,
  hub: { name: 'Durham demonstration hub', postalAddress: '1 Example Street, Durham', demonstration: true },
  base: 'https://wellmet.example',
  confirmToken: 'AAAAAAAAAAAAAAAAAAAAAA',
  stopToken: 'BBBBBBBBBBBBBBBBBBBBBB',
}).html

describeBrowser('a mail as a reader opens it', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it.each([
    ['digest', digest, 1280, 'light'],
    ['digest', digest, 1280, 'dark'],
    ['digest', digest, 390, 'light'],
    ['digest', digest, 390, 'dark'],
    ['confirmation', confirmation, 1280, 'light'],
    ['confirmation', confirmation, 390, 'dark'],
  ] as const)(
    '%s, %#: axe finds nothing, it fits the width, and nothing is fetched',
    async (_, html, width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', request => asked.push(request.url()))
      await page.setContent(html)
      expect(await findings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(asked).toEqual([])
      await context.close()
    },
  )

  it('has one heading above the titles of its items', async () => {
    const page = await browser.newPage()
    await page.setContent(digest)
    expect(await page.locator('h1').allTextContents()).toEqual(['Three things fit this week. One is your own idea.'])
    expect(await page.locator('h2').count()).toBe(3)
    await page.close()
  })
})
