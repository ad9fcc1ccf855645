import { scaleLinear } from 'd3-scale'
import type { Panel } from '../../api/types.js'
import { cell, rows } from '../../format/cells.js'
import type { ComparedColumns } from '../compare/layout.js'
import { clip, columnOf, type Drawing, isAside, textWidth } from '../drawing.js'
import { extentOf, orZero } from '../scale.js'

export interface Band {
  y: number
  height: number
  label: string
  left: { x: number; width: number; value: string }
  right: { x: number; width: number; value: string }
  aside: boolean
}

export interface PyramidDrawing extends Drawing {
  middle: number
  heads: { left: string; leftX: number; right: string; rightX: number }
  bands: Band[]
}

const HEIGHT = 22
const GAP = 5
const HEAD = 26
const VALUE_ROOM = 46

/** Two distributions back to back, band by band, in the order of the panel: one's own to the left. */
export const pyramidLayout =
  (keys: ComparedColumns) =>
  (panel: Panel, width: number): PyramidDrawing => {
    const label = columnOf(panel, keys.label)
    const own = columnOf(panel, keys.own)
    const reference = columnOf(panel, keys.reference)
    const middle = width / 2
    const none = { left: '', leftX: middle, right: '', rightX: middle }
    if (!label || !own || !reference) return { width, height: 0, marks: [], middle, heads: none, bands: [] }
    const list = rows(panel)
    const labels = list.map(row => String(row[label.key] ?? ''))
    const spine = Math.min(Math.max(...labels.map(textWidth), 30) + 18, width * 0.3)
    const [, most] = extentOf(list.flatMap(row => [row[own.key], row[reference.key]] as (number | null)[]))
    const length = scaleLinear([0, most || 1], [0, middle - spine / 2 - VALUE_ROOM])
    const [leftEdge, rightEdge] = [middle - spine / 2, middle + spine / 2]
    let y = HEAD
    const bands = list.map((row, i): Band => {
      const aside = isAside(labels[i] ?? '')
      if (aside && i > 0) y += 8
      const [a, b] = [length(Math.max(0, orZero(row[own.key]))), length(Math.max(0, orZero(row[reference.key])))]
      const band: Band = {
        y,
        height: HEIGHT,
        label: clip(labels[i] ?? '', spine - 8),
        left: { x: leftEdge - a, width: a, value: cell(row[own.key], own) },
        right: { x: rightEdge, width: b, value: cell(row[reference.key], reference) },
        aside,
      }
      y += HEIGHT + GAP
      return band
    })
    const marks = bands.map((band, i) => ({
      x: band.left.x,
      y: band.y,
      width: band.right.x + band.right.width - band.left.x,
      height: band.height,
      say: `${labels[i]}: ${band.left.value} here, ${band.right.value} in ${panel.reference ?? 'the reference'}.`,
    }))
    const heads = { left: 'Here', leftX: leftEdge, right: panel.reference ?? 'Reference', rightX: rightEdge }
    return { width, height: y + 2, marks, middle, heads, bands }
  }
