import { scaleLinear } from 'd3-scale'
import type { Panel } from '../../api/types.js'
import { cell, rows } from '../../format/cells.js'
import { points, signed } from '../../format/numbers.js'
import { clip, columnOf, type Drawing, NARROW, textWidth } from '../drawing.js'
import { extentOf, isFigure } from '../scale.js'

export interface ComparedBar {
  x: number
  y: number
  width: number
  height: number
  label: string
  labelX: number
  labelY: number
  labelEnd: boolean
  value: string
  reference: string
  /** Where the upright mark of the reference stands; null where there is no figure. */
  referenceX: number | null
  missing: boolean
}

export interface CompareDrawing extends Drawing {
  zero: number
  /** Right edges of the two columns of figures. */
  columns: { ownX: number; referenceX: number }
  bars: ComparedBar[]
}

const HEIGHT = 17
const GAP = 10
const HEAD = 26
const COLUMN = 62

/** Which columns to draw, by key. */
export interface ComparedColumns {
  label: string
  own: string
  reference: string
}

/**
 * Bars of one's own figure with an upright mark for the reference, and both figures in columns at the right.
 * Rows in which both are nothing are left to the table.
 */
export const compareLayout =
  (keys: ComparedColumns) =>
  (panel: Panel, width: number): CompareDrawing => {
    const label = columnOf(panel, keys.label)
    const own = columnOf(panel, keys.own)
    const reference = columnOf(panel, keys.reference)
    const columns = { ownX: width - COLUMN - 12, referenceX: width }
    if (!label || !own || !reference) return { width, height: 0, marks: [], zero: 0, columns, bars: [] }
    const list = rows(panel).filter(row => row[own.key] !== 0 || row[reference.key] !== 0)
    const labels = list.map(row => String(row[label.key] ?? ''))
    const above = width < NARROW
    const left = above ? 0 : Math.min(Math.max(...labels.map(textWidth), 24) + 12, width * 0.42)
    const [, most] = extentOf(list.flatMap(row => [row[own.key], row[reference.key]] as (number | null)[]))
    const x = scaleLinear([0, most || 1], [left, width - 2 * COLUMN - 20])
    let y = HEAD
    const bars = list.map((row, i): ComparedBar => {
      const [here, there] = [row[own.key], row[reference.key]]
      const name = labels[i] ?? ''
      if (above) y += 18
      const bar: ComparedBar = {
        x: left,
        y,
        width: isFigure(here) ? Math.max(0, x(Math.max(0, here)) - left) : 40,
        height: HEIGHT,
        label: above ? clip(name, width - 2 * COLUMN - 20) : clip(name, left - 12),
        labelX: above ? 6 : left - 10,
        labelY: above ? y - 5 : y + 13,
        labelEnd: !above,
        value: cell(here, own),
        reference: cell(there, reference),
        referenceX: isFigure(there) ? x(Math.max(0, there)) : null,
        missing: !isFigure(here),
      }
      y += HEIGHT + GAP
      return bar
    })
    const marks = bars.map((bar, i) => {
      const row = list[i] ?? {}
      const [here, there] = [row[own.key], row[reference.key]]
      const apart =
        isFigure(here) && isFigure(there)
          ? `, ${own.format === 'percent' ? points(here - there) : signed(here - there)}`
          : ''
      const { x: at, y: top, width: across, height } = bar
      return {
        x: at,
        y: top,
        width: across,
        height,
        say: `${labels[i]}: ${bar.value} here, ${bar.reference} in ${panel.reference ?? 'the reference'}${apart}.`,
      }
    })
    return {
      width,
      height: y,
      marks,
      zero: left,
      columns,
      bars,
    }
  }
