import { describe, expect, it } from 'vitest'
import { balanceLayout } from '../../../client/src/charts/balance/layout.js'
import { compareLayout } from '../../../client/src/charts/compare/layout.js'
import { partsLayout } from '../../../client/src/charts/parts/layout.js'
import { pyramidLayout } from '../../../client/src/charts/pyramid/layout.js'
import { madePanel } from '../panel.js'
import { expectDrawable } from './no-nan.js'

const keys = { label: 'industry', own: 'here', reference: 'there' }
const shares = (here: (number | null)[], there: (number | null)[]) =>
  madePanel(
    { industry: 'text', here: 'percent', there: 'percent' },
    { industry: here.map((_, i) => `Industry ${i + 1}`), here, there },
    { reference: 'the Made Region' },
  )

describe('bars against a reference', () => {
  it('say both figures and how far they lie apart', () => {
    const { marks, bars } = compareLayout(keys)(shares([15.1, 2], [7.6, 4.5]), 560)
    expect(marks.map(mark => mark.say)).toEqual([
      'Industry 1: 15.1% here, 7.6% in the Made Region, +7.5 pp.',
      'Industry 2: 2.0% here, 4.5% in the Made Region, \u22122.5 pp.',
    ])
    expect(bars[0]!.referenceX).toBeLessThan(bars[0]!.x + bars[0]!.width)
    expect(bars[1]!.referenceX).toBeGreaterThan(bars[1]!.x + bars[1]!.width)
  })
  it('leave a row with nothing on either side to the table, and hatch one without a figure', () => {
    const { bars } = compareLayout(keys)(shares([0, null, 3], [0, 2, null]), 560)
    expect(bars.map(bar => [bar.value, bar.missing, bar.referenceX === null])).toEqual([
      ['no data', true, false],
      ['3.0%', false, true],
    ])
  })
})

describe('the pyramid', () => {
  it('grows from the spine to both sides', () => {
    const { bands } = pyramidLayout(keys)(shares([20, 10], [10, 20]), 600)
    expect(bands[0]!.left.width).toBeCloseTo(2 * bands[0]!.right.width)
    expect(bands[0]!.left.x + bands[0]!.left.width).toBeLessThan(300)
    expect(bands[0]!.right.x).toBeGreaterThan(300)
  })
})

describe('the balance', () => {
  const balance = (values: (number | null)[]) =>
    madePanel(
      { priority: 'text', difference: 'number' },
      { priority: values.map((_, i) => `P${i}`), difference: values },
    )
  const layout = balanceLayout({ label: 'priority', value: 'difference' })

  it('draws to both sides of one zero, with a true minus', () => {
    const panel = balance([8, -4])
    panel.columns[1]!.unit = 'pp'
    const { bars, zero } = layout(panel, 700)
    expect(bars[0]!.x).toBe(zero)
    expect(bars[1]!.x + bars[1]!.width).toBeCloseTo(zero)
    expect(bars[0]!.width).toBeCloseTo(2 * bars[1]!.width)
    expect(bars.map(bar => bar.value)).toEqual(['+8 pp', '\u22124 pp'])
  })
  it('leaves rows without a figure to the table', () => {
    expect(layout(balance([null, 2]), 700).bars.map(bar => bar.label)).toEqual(['P1'])
  })
})

describe('contributions', () => {
  it('stand left of zero when they speak against', () => {
    const panel = madePanel({ name: 'text', points: 'number' }, { name: ['Words', 'Size'], points: [34, -6] })
    const { parts, zero, marks } = partsLayout(panel, 280)
    expect(parts.map(part => part.x < zero)).toEqual([false, true])
    expect(marks[1]!.say).toBe('Size: \u22126 points.')
  })
})

describe('each of them', () => {
  it.each([
    ['no rows', shares([], [])],
    ['only zero', shares([0], [0])],
    ['a negative', shares([-3, 4], [2, -9])],
    ['no figures', shares([null], [null])],
    ['no such column', madePanel({ other: 'text' }, { other: ['x'] })],
  ])('can always be drawn: %s', (_, panel) => {
    for (const width of [240, 560, 1100]) {
      expectDrawable(compareLayout(keys)(panel, width))
      expectDrawable(pyramidLayout(keys)(panel, width))
      expectDrawable(balanceLayout({ label: 'industry', value: 'here' })(panel, width))
      expectDrawable(partsLayout(panel, width))
    }
  })
})
