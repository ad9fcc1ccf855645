import { scaleLinear } from 'd3-scale'
import type { Panel } from '../../api/types.js'
import { cell, rows } from '../../format/cells.js'
import { percent } from '../../format/numbers.js'
import { clip, columnOf, type Drawing, isAside } from '../drawing.js'
import { orZero } from '../scale.js'

export type ShareTone = 'own' | 'rest' | 'unknown'

export interface Piece {
  x: number
  y: number
  width: number
  height: number
  tone: ShareTone
  /** The share, where the piece is wide enough for it. */
  text: string
}

export interface ShareBar {
  label: string
  y: number
  pieces: Piece[]
}

export interface ShareDrawing extends Drawing {
  parts: { label: string; tone: ShareTone }[]
  bars: ShareBar[]
}

const HEIGHT = 28
const LABEL = 20
const GAP = 14
const ROOM_FOR_TEXT = 44

interface Whole {
  label: string
  parts: { label: string; value: number; said: string }[]
}

/** Which columns to draw, by key. One part: the rows are the parts of one whole. Several: each row is a whole of its own. */
export interface ShareColumns {
  label: string
  parts: readonly string[]
}

/** Bars of the full width, each a whole in parts: the first is one's own, what is not known is hatched and stands last. */
export const shareLayout =
  (keys: ShareColumns) =>
  (panel: Panel, width: number): ShareDrawing => {
    const wholes = wholesOf(panel, keys)
    const names = wholes[0]?.parts.map(part => part.label) ?? []
    const tones = names.map((name, i): ShareTone => (isAside(name) ? 'unknown' : i === 0 ? 'own' : 'rest'))
    const marks: Drawing['marks'] = []
    let y = 0
    const bars = wholes.map(whole => {
      const total = whole.parts.reduce((sum, part) => sum + part.value, 0)
      const x = scaleLinear([0, total || 1], [0, width])
      if (whole.label) y += LABEL
      let from = 0
      const pieces = whole.parts.map((part, i): Piece => {
        const share = total > 0 ? (100 * part.value) / total : 0
        const piece: Piece = {
          x: x(from),
          y,
          width: x(part.value),
          height: HEIGHT,
          tone: tones[i] ?? 'rest',
          text: x(part.value) > ROOM_FOR_TEXT ? percent(share, 0) : '',
        }
        from += part.value
        const { x: at, y: top, width: across, height } = piece
        const whose = whole.label ? `${whole.label}, ` : ''
        marks.push({
          x: at,
          y: top,
          width: across,
          height,
          say: `${whose}${part.label}: ${part.said}.`,
        })
        return piece
      })
      const bar = { label: clip(whole.label, width), y, pieces }
      y += HEIGHT + GAP
      return bar
    })
    return { width, height: y, marks, parts: names.map((label, i) => ({ label, tone: tones[i] ?? 'rest' })), bars }
  }

function wholesOf(panel: Panel, keys: ShareColumns): Whole[] {
  const label = columnOf(panel, keys.label)
  const figures = keys.parts.flatMap(key => columnOf(panel, key) ?? [])
  const [only, ...others] = figures
  if (!label || !only) return []
  const list = rows(panel)
  if (others.length === 0) {
    const parts = list.map(row => ({
      label: String(row[label.key] ?? ''),
      value: Math.max(0, orZero(row[only.key])),
      said: cell(row[only.key], only),
    }))
    return parts.length === 0 ? [] : [{ label: '', parts }]
  }
  return list.map(row => ({
    label: String(row[label.key] ?? ''),
    parts: figures.map(figure => ({
      label: figure.label,
      value: Math.max(0, orZero(row[figure.key])),
      said: cell(row[figure.key], figure),
    })),
  }))
}
