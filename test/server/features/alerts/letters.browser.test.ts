import { expect, it } from 'vitest'
import { addHolder, dataFolder } from '../../../builders/letters.js'
import { describeBrowser, useSite } from '../../../setup/browser.js'
import { useDatabase } from '../../../setup/clone.js'

describeBrowser('the pages behind the links of a mail, in a browser', () => {
  const database = useDatabase()
  const site = useSite(database, { WELLMET_DATA_DIR: dataFolder().path })

  it.each([
    [320, 'light'],
    [320, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)(
    'at %d px, %s: axe finds nothing, nothing is cut off, and the button works',
    async (width, colorScheme) => {
      const { id, token } = await addHolder(database.owner, {
        name: 'Needs in County Durham that mention hospital transport',
      })
      const context = await site.browser.newContext({
        baseURL: site.base,
        viewport: { width, height: 800 },
        colorScheme,
      })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
      for (const path of [`/a/${token}`, `/u/${token}`]) {
        await page.goto(path)
        expect([path, await site.axe(page)]).toEqual([path, []])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      }
      await page.getByRole('button', { name: 'Stop this alert' }).click()
      await page.getByRole('heading', { name: 'This alert has stopped' }).waitFor()
      const { state } = await database.owner
        .selectFrom('subscription')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      expect(state).toBe('unsubscribed')
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})
