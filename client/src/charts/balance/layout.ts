import { scaleLinear } from 'd3-scale'
import type { Panel, PanelColumn } from '../../api/types.js'
import { rows } from '../../format/cells.js'
import { points, signed } from '../../format/numbers.js'
import { clip, columnOf, type Drawing, NARROW } from '../drawing.js'
import { extentOf, isFigure } from '../scale.js'

export interface BalanceBar {
  x: number
  y: number
  width: number
  height: number
  below: boolean
  label: string
  labelX: number
  labelEnd: boolean
  value: string
  valueX: number
  valueEnd: boolean
}

export interface BalanceDrawing extends Drawing {
  zero: number
  bars: BalanceBar[]
}

const HEIGHT = 20
const GAP = 9
const HEAD = 28

/** Bars to both sides of zero. A label stands on the empty side of its bar; a figure that is missing is left to the table. */
export const balanceLayout =
  (keys: { label: string; value: string }) =>
  (panel: Panel, width: number): BalanceDrawing => {
    const label = columnOf(panel, keys.label)
    const figure = columnOf(panel, keys.value)
    const narrow = width < NARROW
    if (!label || !figure) return { width, height: 0, marks: [], zero: width / 2, bars: [] }
    const list = rows(panel).filter(row => isFigure(row[figure.key]))
    const [low, high] = extentOf(list.map(row => row[figure.key] as number))
    const most = Math.max(Math.abs(low), Math.abs(high)) || 1
    const reach = narrow ? width / 2 - 44 : width * 0.28
    const x = scaleLinear([-most, most], [width / 2 - reach, width / 2 + reach])
    const zero = x(0)
    const bars = list.map((row, i): BalanceBar => {
      const value = row[figure.key] as number
      const below = value < 0
      const end = x(value)
      const room = narrow ? width / 2 - 12 : width / 2 - 16
      return {
        x: Math.min(zero, end),
        y: HEAD + i * (HEIGHT + GAP),
        width: Math.abs(end - zero),
        height: HEIGHT,
        below,
        label: clip(String(row[label.key] ?? ''), room),
        labelX: zero + (below ? 9 : -9),
        labelEnd: !below,
        value: narrow ? signed(value, figure.decimals) : withUnit(value, figure),
        valueX: end + (below ? -6 : 6),
        valueEnd: below,
      }
    })
    const marks = bars.map((bar, i) => {
      const row = list[i] ?? {}
      const value = row[figure.key] as number
      const { x: at, y, width: across, height } = bar
      const said = withUnit(value, figure)
      return { x: at, y, width: across, height, say: `${row[label.key]}: ${said}, ${figure.label.toLowerCase()}.` }
    })
    return { width, height: HEAD + bars.length * (HEIGHT + GAP), marks, zero, bars }
  }

const withUnit = (value: number, column: PanelColumn): string =>
  column.unit === 'pp' ? points(value, column.decimals) : signed(value, column.decimals)
