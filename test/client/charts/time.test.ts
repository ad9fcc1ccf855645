import { describe, expect, it } from 'vitest'
import { linesLayout } from '../../../client/src/charts/lines/layout.js'
import { shareLayout } from '../../../client/src/charts/share/layout.js'
import { sparkLayout } from '../../../client/src/charts/spark/layout.js'
import { madePanel } from '../panel.js'
import { expectDrawable } from './no-nan.js'

const keys = {
  time: 'month',
  series: [
    { value: 'started', mean: 'started_mean' },
    { value: 'left', mean: 'left_mean' },
  ],
  state: 'state',
}
const columns = {
  month: 'month',
  started: 'count',
  left: 'count',
  started_mean: 'number',
  left_mean: 'number',
  state: 'text',
} as const

const flows = (started: (number | null)[], left: (number | null)[], open = 1) =>
  madePanel(
    columns,
    {
      month: started.map((_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
      started,
      left,
      started_mean: started.map(() => 5),
      left_mean: left.map(() => 5),
      state: started.map((_, i) => (i >= started.length - open ? 'provisional' : 'final')),
    },
    { breaks: [{ at: '2026-02', reason: 'A made break' }] },
  )

describe('monthly lines', () => {
  it('speak of each month, and of the provisional one as that', () => {
    const { marks, years, breaks } = linesLayout(keys)(flows([4, 8], [1, null]), 600)
    expect(marks.map(mark => mark.say)).toEqual([
      'January 2026: 4 started, 1 left.',
      'February 2026: 8 started, no data left, provisional.',
    ])
    expect(years.map(year => year.text)).toEqual(['2026'])
    expect(breaks.map(each => each.text)).toEqual(['A made break'])
  })
  it('start at zero', () => {
    const { ticks, plot } = linesLayout(keys)(flows([90, 100, 95], [80, 85, 90]), 600)
    expect(ticks[0]).toEqual({ y: plot.bottom, text: '0' })
  })
  it('leave out a series that nobody knows anything of', () => {
    const { series, marks } = linesLayout(keys)(flows([4, 5], [null, null]), 600)
    expect(series.map(each => each.key)).toEqual(['started'])
    expect(marks[0]!.say).toBe('January 2026: 4 started.')
  })
  it('keep their labels apart', () => {
    const { series } = linesLayout(keys)(flows([4, 5, 6], [4, 5, 6]), 600)
    expect(Math.abs(series[0]!.labelY - series[1]!.labelY)).toBeCloseTo(16)
  })
  it('join the provisional months to the last whole one', () => {
    const { series } = linesLayout(keys)(flows([4, 8, 6], [1, 1, 1]), 600)
    expect(series[0]!.provisional.match(/[ML]/g)).toEqual(['M', 'L'])
    expect(series[0]!.path.match(/[ML]/g)).toEqual(['M', 'L'])
  })
  it.each([
    ['no rows', flows([], [])],
    ['one month', flows([3], [2])],
    ['no figures', flows([null, null], [null, null])],
    ['only zero', flows([0, 0], [0, 0])],
    ['all provisional', flows([1, 2], [2, 1], 2)],
  ])('can always be drawn: %s', (_, panel) => {
    for (const width of [240, 900]) expectDrawable(linesLayout(keys)(panel, width))
  })
})

describe('the share bar', () => {
  const whole = madePanel(
    { part: 'text', share: 'percent' },
    { part: ['Based here', 'Elsewhere', 'Not known'], share: [31, 47, 22] },
  )
  it('is the full width, in the order of the panel', () => {
    const { bars, marks, parts } = shareLayout({ label: 'part', parts: ['share'] })(whole, 1000)
    expect(bars).toHaveLength(1)
    expect(bars[0]!.pieces.map(piece => [piece.x, piece.width, piece.text])).toEqual([
      [0, 310, '31%'],
      [310, 470, '47%'],
      [780, 220, '22%'],
    ])
    expect(parts.map(part => part.tone)).toEqual(['own', 'rest', 'unknown'])
    expect(marks[0]!.say).toBe('Based here: 31.0%.')
  })
  it('draws one bar a row when the parts are columns', () => {
    const years = madePanel(
      { group: 'text', local: 'percent', elsewhere: 'percent' },
      { group: ['2025', '2026'], local: [30, null], elsewhere: [70, null] },
    )
    const drawing = shareLayout({ label: 'group', parts: ['local', 'elsewhere'] })(years, 500)
    expect(drawing.bars.map(bar => bar.pieces.map(piece => piece.width))).toEqual([
      [150, 350],
      [0, 0],
    ])
    expect(drawing.marks[0]!.say).toBe('2025, local: 30.0%.')
    expectDrawable(drawing)
  })
  it('can be drawn from nothing', () => {
    expectDrawable(
      shareLayout({ label: 'part', parts: ['share'] })(madePanel({ part: 'text', share: 'percent' }, {}), 300),
    )
  })
})

describe('the sparkline of a source', () => {
  const pull = (read: number) => ({ at: '2026-11-24T05:00:00Z', read, state: 'ok' })
  it('stands the newest pull at the right and crosses it when it is unusual', () => {
    const spark = sparkLayout({ pulls: [pull(1500), pull(0)], usual: { low: 1300, high: 1900 } })
    expect(spark.dots.map(dot => [dot.last, dot.outside])).toEqual([
      [false, false],
      [true, true],
    ])
    expect(spark.dots[1]!.x).toBe(109.5)
    expect(spark.say).toBe('Rows of the last 2 pulls; the newest read 0. The usual range is 1,300 to 1,900.')
  })
  it('keeps to twelve pulls and says when there is none', () => {
    expect(sparkLayout({ pulls: Array.from({ length: 20 }, () => pull(3)), usual: null }).dots).toHaveLength(12)
    expect(sparkLayout({ pulls: [], usual: null })).toMatchObject({ dots: [], band: null, say: 'No pull yet.' })
  })
})
