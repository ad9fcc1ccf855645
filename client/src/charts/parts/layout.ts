import { scaleLinear } from 'd3-scale'
import type { Panel } from '../../api/types.js'
import { rows } from '../../format/cells.js'
import { signed } from '../../format/numbers.js'
import { clip, columnOf, type Drawing } from '../drawing.js'
import { extentOf, isFigure } from '../scale.js'

export interface Part {
  x: number
  y: number
  width: number
  height: number
  below: boolean
  label: string
  value: string
  valueX: number
  valueEnd: boolean
}

export interface PartsDrawing extends Drawing {
  zero: number
  parts: Part[]
}

const HEIGHT = 16
const STEP = 44
const VALUE_ROOM = 40

/** The contributions to a match (columns name, points), which add up: each with its name above its bar, what speaks against it to the left of zero. */
export function partsLayout(panel: Panel, width: number): PartsDrawing {
  const label = columnOf(panel, 'name')
  const figure = columnOf(panel, 'points')
  if (!label || !figure) return { width, height: 0, marks: [], zero: 0, parts: [] }
  const list = rows(panel).filter(row => isFigure(row[figure.key]))
  const [low, high] = extentOf(list.map(row => row[figure.key] as number))
  const least = Math.min(0, low)
  const x = scaleLinear([least, Math.max(0, high) || 1], [least < 0 ? VALUE_ROOM : 1, width - VALUE_ROOM])
  const zero = x(0)
  const parts = list.map((row, i): Part => {
    const value = row[figure.key] as number
    const end = x(value)
    const below = value < 0
    return {
      x: Math.min(zero, end),
      y: i * STEP + 20,
      width: Math.abs(end - zero),
      height: HEIGHT,
      below,
      label: clip(String(row[label.key] ?? ''), width - zero),
      value: signed(value, figure.decimals),
      valueX: end + (below ? -6 : 6),
      valueEnd: below,
    }
  })
  const marks = parts.map(({ x: at, y, width: across, height, value }, i) => ({
    x: at,
    y,
    width: across,
    height,
    say: `${list[i]?.[label.key]}: ${value} points.`,
  }))
  return { width, height: parts.length * STEP + 4, marks, zero, parts }
}
