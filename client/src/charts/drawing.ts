import type { Panel, PanelColumn } from '../api/types.js'

/** One thing in a chart that can be read on its own: where it is, and what is said of it. */
export interface Mark {
  x: number
  y: number
  width: number
  height: number
  say: string
}

/** What a layout finds: the size of the picture and its marks in reading order. Each form adds its own shapes. */
export interface Drawing {
  width: number
  height: number
  marks: Mark[]
}

/** Narrower than this, labels stand above their bars. */
export const NARROW = 440

/** A column of a panel by its key. A chart names the columns that it draws; the table shows all of them. */
export const columnOf = (panel: Panel, key: string): PanelColumn | undefined =>
  panel.columns.find(column => column.key === key)

/** Rows that stand beside a distribution and not in it: drawn hollow. */
export const isAside = (label: string): boolean => /^(not assessed|unknown|not known|not stated|no date)/i.test(label)

/** About how wide a text of 13 px is. Good to a tenth for Instrument Sans, which is enough to keep labels apart. */
export const textWidth = (text: string): number => text.length * 6.7

/** The text, cut with an ellipsis where it would be wider than `room` pixels. The spoken sentence keeps it whole. */
export function clip(text: string, room: number): string {
  const letters = Math.max(3, Math.floor(room / 6.7))
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`
}
