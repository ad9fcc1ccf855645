import { scaleLinear } from 'd3-scale'
import type { Panel } from '../../api/types.js'
import { cell, rows } from '../../format/cells.js'
import { clip, columnOf, type Drawing, isAside, NARROW, textWidth } from '../drawing.js'
import { extentOf, isFigure } from '../scale.js'

export interface Bar {
  x: number
  y: number
  width: number
  height: number
  label: string
  labelX: number
  labelY: number
  labelEnd: boolean
  value: string
  tone: 'focus' | 'rest' | 'aside' | 'nothing'
}

export interface BarsDrawing extends Drawing {
  zero: number
  bars: Bar[]
}

const HEIGHT = 24
const GAP = 9
const VALUE_ROOM = 56

/** Which columns to draw, by key. */
export interface BarsOptions {
  label: string
  value: string
  /** Which rows are the finding, by their label and position. All of them when nothing is said. */
  focus?: ((label: string, at: number) => boolean) | undefined
}

/** Horizontal bars of one figure, in the order of the panel, from zero. */
export const barsLayout =
  ({ label: labelKey, value: valueKey, focus = () => true }: BarsOptions) =>
  (panel: Panel, width: number): BarsDrawing => {
    const label = columnOf(panel, labelKey)
    const figure = columnOf(panel, valueKey)
    if (!label || !figure) return { width, height: 0, marks: [], zero: 0, bars: [] }
    const list = rows(panel)
    const labels = list.map(row => String(row[label.key] ?? ''))
    const above = width < NARROW && Math.max(...labels.map(textWidth), 0) > width * 0.3
    const left = above ? 0 : Math.min(Math.max(...labels.map(textWidth), 24) + 12, width * 0.42)
    const [, most] = extentOf(list.map(row => row[figure.key] as number | null))
    const x = scaleLinear([0, most || 1], [left, width - VALUE_ROOM])
    let y = 4
    const bars = list.map((row, i): Bar => {
      const value = row[figure.key]
      const name = labels[i] ?? ''
      const aside = isAside(name)
      if (aside && i > 0) y += 8
      if (above) y += 18
      const bar: Bar = {
        x: left,
        y,
        width: isFigure(value) ? Math.max(0, x(Math.max(0, value)) - left) : 48,
        height: HEIGHT,
        label: above ? clip(name, width - 6) : clip(name, left - 12),
        labelX: above ? 6 : left - 10,
        labelY: above ? y - 5 : y + HEIGHT / 2 + 5,
        labelEnd: !above,
        value: cell(value, figure),
        tone: isFigure(value) ? (aside ? 'aside' : focus(name, i) ? 'focus' : 'rest') : 'nothing',
      }
      y += HEIGHT + GAP
      return bar
    })
    const unit = figure.unit ?? figure.label.toLowerCase()
    const marks = bars.map((bar, i) => ({
      ...box(bar),
      say: `${labels[i]}: ${bar.value}${bar.tone === 'nothing' || figure.format === 'percent' ? '' : ` ${unit}`}.`,
    }))
    return { width, height: y, marks, zero: left, bars }
  }

const box = ({ x, y, width, height }: Bar): { x: number; y: number; width: number; height: number } => ({
  x,
  y,
  width,
  height,
})
