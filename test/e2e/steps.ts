import type { Locator, Page } from 'playwright-core'

/** More stops than any page has: then the wanted one is not among them. */
const MOST_STOPS = 400

/** Goes to an address of the product and waits until everything on the page has been read. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await settled(page)
}

/** Waits until the page says that it reads nothing any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main:has(h1:not(:empty)):not(:has([aria-busy=true]))').waitFor()
}

/** What a reader sees of something: its words, without what is hidden. */
export async function seen(where: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden or laid out elsewhere is not read
  const text = await where.innerText()
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Tabs on until `wanted` holds the focus. Every stop on the way must show that it is one. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press(key)
    const held = await focusOf(page)
    if (held !== null && !held.shown) throw new Error(`Nothing shows that the focus is on ${held.name}`)
    if (await wanted.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`${MOST_STOPS} times Tab did not lead to ${wanted}`)
}

/** What holds the focus, and whether that can be seen: an outline, on an element with a size. Null for the page itself. */
export const focusOf = (page: Page): Promise<{ name: string; shown: boolean } | null> =>
  page.evaluate(() => {
    const held = document.activeElement
    if (held === null || held === document.body) return null
    const { outlineStyle, outlineWidth } = getComputedStyle(held)
    const { width, height } = held.getBoundingClientRect()
    return {
      name: `${held.tagName.toLowerCase()} "${(held.getAttribute('aria-label') ?? held.textContent ?? '').trim().slice(0, 60)}"`,
      shown: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && width > 0 && height > 0,
    }
  })
