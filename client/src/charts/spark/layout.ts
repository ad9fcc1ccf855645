import { scaleLinear } from 'd3-scale'
import type { SourceItem } from '../../api/types.js'
import { number } from '../../format/numbers.js'

export interface Spark {
  width: number
  height: number
  /** The usual number of rows in a pull. */
  band: { y: number; height: number } | null
  dots: { x: number; y: number; last: boolean; outside: boolean }[]
  say: string
}

const [WIDTH, HEIGHT, EDGE] = [114, 28, 4.5]
const MOST = 12

/** Rows of the last twelve pulls as dots against the usual band; the newest stands at the right, larger. */
export function sparkLayout({ pulls, usual }: Pick<SourceItem, 'pulls' | 'usual'>): Spark {
  const shown = pulls.slice(-MOST)
  const most = Math.max(...shown.map(pull => pull.read), usual?.high ?? 0, 1)
  const y = scaleLinear([0, most], [HEIGHT - EDGE, EDGE])
  const step = (WIDTH - 2 * EDGE) / (MOST - 1)
  const dots = shown.map((pull, i) => ({
    x: WIDTH - EDGE - (shown.length - 1 - i) * step,
    y: y(pull.read),
    last: i === shown.length - 1,
    outside: usual !== null && (pull.read < usual.low || pull.read > usual.high),
  }))
  const band = usual && { y: y(usual.high), height: Math.max(2, y(usual.low) - y(usual.high)) }
  return { width: WIDTH, height: HEIGHT, band, dots, say: spoken(shown, usual) }
}

function spoken(pulls: SourceItem['pulls'], usual: SourceItem['usual']): string {
  const last = pulls.at(-1)
  if (!last) return 'No pull yet.'
  const range = usual ? ` The usual range is ${number(usual.low)} to ${number(usual.high)}.` : ''
  return `Rows of the last ${pulls.length === 1 ? 'pull' : `${pulls.length} pulls`}; the newest read ${number(last.read)}.${range}`
}
