import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../../server/domain/text/clean.js'

describe('text from publishers', () => {
  it('keeps words that begin or end with rn', () => {
    expect(cleanText('Turn left. Return by rnli boat; learn, yearn.')).toBe(
      'Turn left. Return by rnli boat; learn, yearn.',
    )
  })

  it('is mended where its letters were read in the wrong code', () => {
    expect(cleanText('The councilâ€™s budget â€“ Â£40,000')).toBe('The council’s budget – £40,000')
  })

  it('loses tags and keeps what only looks like one', () => {
    expect(cleanText('<p>Homes with &lt;5 people</p><p>and <b>one</b> lift</p>')).toBe(
      'Homes with <5 people\n\nand one lift',
    )
  })
})
