import { describe, expect, it } from 'vitest'
import { barsLayout } from '../../../client/src/charts/bars/layout.js'
import { madePanel } from '../panel.js'
import { expectDrawable } from './no-nan.js'

const keys = { label: 'band', value: 'needs' }
const made = (needs: (number | null)[], band = needs.map((_, i) => String(i))) =>
  madePanel({ band: 'text', needs: 'count' }, { band, needs })

describe('bars', () => {
  it('begin at zero and are as long as their figure', () => {
    const { bars, zero } = barsLayout(keys)(made([9, 18, 0]), 560)
    expect(bars.map(bar => bar.x)).toEqual([zero, zero, zero])
    expect(bars[1]!.width).toBeCloseTo(2 * bars[0]!.width)
    expect(bars[2]!.width).toBe(0)
    expect(bars.map(bar => bar.value)).toEqual(['9', '18', '0'])
  })
  it('tell the finding from the rest, and what is not assessed from both', () => {
    const panel = made([9, 64, 24], ['None', '3 to 5', 'Not assessed'])
    const { bars } = barsLayout({ ...keys, focus: (_, at) => at === 0 })(panel, 560)
    expect(bars.map(bar => bar.tone)).toEqual(['focus', 'rest', 'aside'])
  })
  it('hatch what has no figure instead of drawing nothing', () => {
    const { bars, marks } = barsLayout(keys)(made([4, null], ['Made Dale', 'Made Town']), 560)
    expect(bars[1]).toMatchObject({ tone: 'nothing', value: 'no data', width: 48 })
    expect(marks.map(mark => mark.say)).toEqual(['Made Dale: 4 needs.', 'Made Town: no data.'])
  })
  it('put long names above the bars on a phone', () => {
    const long = 'Activities of households as employers'
    const { bars } = barsLayout(keys)(made([4], [long]), 300)
    expect(bars[0]).toMatchObject({ x: 0, labelEnd: false, label: long })
  })
  it.each([
    ['no rows', made([])],
    ['only zero', made([0, 0])],
    ['a negative', made([-5, 3])],
    ['no such column', madePanel({ other: 'count' }, { other: [1] })],
  ])('can always be drawn: %s', (_, panel) => {
    for (const width of [240, 560, 1100]) expectDrawable(barsLayout(keys)(panel, width))
  })
})
