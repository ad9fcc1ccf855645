import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Panel, PanelColumn } from '../../api/types.js'
import { cell, rows } from '../../format/cells.js'
import { month } from '../../format/dates.js'
import { number } from '../../format/numbers.js'
import { columnOf, type Drawing } from '../drawing.js'
import { extentOf, isFigure } from '../scale.js'

export interface Series {
  key: string
  label: string
  tone: 1 | 4
  /** The months as they are, thin. */
  path: string
  /** Mean of twelve months, bold: drawn from the twelfth month on. */
  mean: string
  /** The last months, which are not complete yet. */
  provisional: string
  labelY: number
}

export interface LinesDrawing extends Drawing {
  plot: { left: number; right: number; top: number; bottom: number }
  ticks: { y: number; text: string }[]
  years: { x: number; text: string }[]
  breaks: { x: number; text: string }[]
  series: Series[]
}

const [TOP, BOTTOM, LEFT] = [16, 28, 44]
const PLOT_HEIGHT = 240
const LABEL_HEIGHT = 16

type Row = Record<string, number | string | null>

/** Which columns to draw, by key. Each series is drawn with its mean of twelve months; `state` says "provisional". */
export interface LinesColumns {
  time: string
  series: readonly { value: string; mean: string }[]
  state: string
}

/** Monthly lines from zero, thin, each with its twelve-month mean in bold. The months that are provisional are dashed. */
export const linesLayout =
  (keys: LinesColumns) =>
  (panel: Panel, width: number): LinesDrawing => {
    const time = columnOf(panel, keys.time)
    // A series that nobody knows anything of yet is left to the notes: a label without a line would read as zero.
    const drawn = keys.series.filter(({ value }) => panel.data[value]?.some(isFigure))
    const figures = drawn.flatMap(({ value }) => columnOf(panel, value) ?? [])
    const isProvisional = (row: Row): boolean => row[keys.state] === 'provisional'
    const right = width - Math.min(120, width * 0.26)
    const plot = { left: LEFT, right, top: TOP, bottom: TOP + PLOT_HEIGHT }
    const empty = { width, height: plot.bottom + BOTTOM, marks: [], plot, ticks: [], years: [], breaks: [], series: [] }
    const list = rows(panel)
    if (!time || figures.length === 0 || list.length === 0) return empty
    const [, most] = extentOf(list.flatMap(row => figures.map(figure => row[figure.key] as number | null)))
    const x = scaleLinear([0, Math.max(1, list.length - 1)], [plot.left, plot.right])
    const y = scaleLinear([0, most || 1], [plot.bottom, plot.top]).nice(4)
    const months = list.map(row => String(row[time.key]))
    const open = list.findIndex(isProvisional)
    const closed = open < 0 ? list.length : open
    const series = figures.map((figure, i) =>
      seriesOf({ list, figure, mean: drawn[i]?.mean ?? '', closed, x, y, tone: i === 0 ? 1 : 4 }),
    )
    return {
      ...empty,
      ticks: y.ticks(4).map(tick => ({ y: y(tick), text: number(tick) })),
      years: months.flatMap((each, i) => (each.slice(5, 7) === '01' ? [{ x: x(i), text: each.slice(0, 4) }] : [])),
      breaks: panel.breaks.flatMap(({ at, reason }) => {
        const i = months.findIndex(each => each.startsWith(at.slice(0, 7)))
        return i < 0 ? [] : [{ x: x(i), text: reason }]
      }),
      series: apart(series),
      marks: list.map((row, i) => ({
        x: x(i) - 2,
        y: plot.top,
        width: 4,
        height: PLOT_HEIGHT,
        say: `${month(months[i] ?? '')}: ${figures.map(f => `${cell(row[f.key], f)} ${f.label.toLowerCase()}`).join(', ')}${isProvisional(row) ? ', provisional' : ''}.`,
      })),
    }
  }

interface SeriesInput {
  list: Row[]
  figure: PanelColumn
  mean: string
  /** How many months are whole; the rest is provisional. */
  closed: number
  x: (i: number) => number
  y: (value: number) => number
  tone: 1 | 4
}

function seriesOf({ list, figure, mean, closed, x, y, tone }: SeriesInput): Series {
  const figuresOf = (key: string): (number | null)[] => list.map(row => (isFigure(row[key]) ? row[key] : null))
  const values = figuresOf(figure.key)
  const means = figuresOf(mean)
  const draw = (points: (number | null)[]): string =>
    line<number | null>()
      .defined(isFigure)
      .x((_, i) => x(i))
      .y(value => y(value ?? 0))(points) ?? ''
  const last = means.slice(0, closed).findLast(isFigure) ?? values.findLast(isFigure) ?? 0
  return {
    key: figure.key,
    label: figure.label,
    tone,
    path: draw(values.map((value, i) => (i < closed ? value : null))),
    mean: draw(means.map((value, i) => (i < closed ? value : null))),
    provisional: draw(values.map((value, i) => (i >= closed - 1 ? value : null))),
    labelY: y(last) + 4,
  }
}

/** Keeps the labels at the line ends from lying on each other. */
function apart(series: Series[]): Series[] {
  const [first, second] = series
  if (!first || !second || Math.abs(first.labelY - second.labelY) >= LABEL_HEIGHT) return series
  const [upper, lower] = first.labelY <= second.labelY ? [first, second] : [second, first]
  lower.labelY = upper.labelY + LABEL_HEIGHT
  return series
}
