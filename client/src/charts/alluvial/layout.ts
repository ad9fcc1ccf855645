import type { Flow, Panel } from '../../api/types.js'
import { number } from '../../format/numbers.js'
import type { Drawing } from '../drawing.js'

type Node = Flow['nodes'][number]
export type Tone = Node['tone']

export interface PlacedNode {
  id: string
  title: string
  n: number
  tone: Tone
  x: number
  y: number
  width: number
  height: number
  /** The title in lines that fit beside the node; on the phone it is one line above the bar. */
  lines: string[]
}

export interface Ribbon {
  path: string
  tone: Tone
}

export interface AlluvialDrawing extends Drawing {
  /** True where the stages are a list of bars, since ribbons would not be readable. */
  asList: boolean
  heads: { x: number; y: number; text: string }[]
  nodes: PlacedNode[]
  ribbons: Ribbon[]
}

const LIST_BELOW = 620
const NODE = 14
const HEAD = 34
const PLOT = 400
const GAP = 18
const LEAST = 3
/** A short node still needs room for its label beside it. */
const LABEL_LINE = 17

/** Ideas by stage in time, left to right: a second chance is a later stage, never an arrow back. One idea is one unit. */
export const alluvialLayout =
  (flow: Flow) =>
  (_panel: Panel, width: number): AlluvialDrawing => {
    const first = flow.nodes.filter(node => node.stage === 0)
    const total = first.reduce((sum, node) => sum + node.n, 0)
    return width < LIST_BELOW ? listed(flow, total, width) : flowing(flow, total, width)
  }

/** The phone's form: every stage with its states below each other, as bars of one scale. */
function listed(flow: Flow, total: number, width: number): AlluvialDrawing {
  const heads: AlluvialDrawing['heads'] = []
  const nodes: PlacedNode[] = []
  let y = 0
  flow.stages.forEach((stage, at) => {
    y += 20
    heads.push({ x: 0, y, text: stage.title })
    y += 8
    for (const node of flow.nodes.filter(each => each.stage === at)) {
      const length = total > 0 ? (width * node.n) / total : 0
      nodes.push({
        ...named(node),
        x: 0,
        y: y + 20,
        width: Math.max(node.n > 0 ? LEAST : 0, length),
        height: 12,
        lines: [node.title],
      })
      y += 44
    }
  })
  return {
    width,
    height: y + 6,
    marks: nodes.map(node => markOf(node, flow, total)),
    asList: true,
    heads,
    nodes,
    ribbons: [],
  }
}

function flowing(flow: Flow, total: number, width: number): AlluvialDrawing {
  const columns = flow.stages.map((_, at) => flow.nodes.filter(node => node.stage === at))
  const most = Math.max(1, ...columns.map(column => column.length))
  const scale = total > 0 ? (PLOT - GAP * (most - 1)) / total : 0
  const labelRoom = (width - NODE) / Math.max(1, flow.stages.length)
  // The last column keeps room for its labels at the right.
  const x = (stage: number): number =>
    flow.stages.length < 2 ? 0 : (stage / (flow.stages.length - 1)) * (width - NODE - Math.min(labelRoom, 150))
  const placed = new Map<string, PlacedNode & { out: number; into: number }>()
  columns.forEach((column, stage) => {
    let y = HEAD
    for (const node of column) {
      const height = node.n > 0 ? Math.max(LEAST, node.n * scale) : 0
      const lines = wrapped(node.title, labelRoom - NODE - 40, height < 2 * LABEL_LINE)
      placed.set(node.id, { ...named(node), x: x(stage), y, width: NODE, height, lines, out: 0, into: 0 })
      y += Math.max(height, LABEL_LINE * Math.max(1, lines.length)) + GAP
    }
  })
  const ribbons = flow.links.flatMap(link => {
    const [from, to] = [placed.get(link.from), placed.get(link.to)]
    if (!from || !to || link.n <= 0) return []
    const height = link.n * scale
    const ribbon = ribbonOf({ x0: from.x + NODE, y0: from.y + from.out, x1: to.x, y1: to.y + to.into, height })
    from.out += height
    to.into += height
    return [{ path: ribbon, tone: to.tone }]
  })
  const nodes = [...placed.values()].map(({ out: _out, into: _into, ...node }) => node)
  const bottom = Math.max(HEAD, ...nodes.map(node => node.y + Math.max(node.height, LABEL_LINE * node.lines.length)))
  return {
    width,
    height: bottom + 12,
    marks: nodes.map(node => markOf(node, flow, total)),
    asList: false,
    heads: flow.stages.map((stage, at) => ({ x: x(at), y: 12, text: stage.title })),
    nodes,
    ribbons,
  }
}

interface RibbonEnds {
  x0: number
  y0: number
  x1: number
  y1: number
  height: number
}

/** A band of one height that leaves and arrives level. */
function ribbonOf({ x0, y0, x1, y1, height }: RibbonEnds): string {
  const m = (x0 + x1) / 2
  return `M${x0} ${y0}C${m} ${y0} ${m} ${y1} ${x1} ${y1}V${y1 + height}C${m} ${y1 + height} ${m} ${y0 + height} ${x0} ${y0 + height}z`
}

function markOf(node: PlacedNode, flow: Flow, total: number): Drawing['marks'][number] {
  const stage = flow.stages[flow.nodes.find(each => each.id === node.id)?.stage ?? 0]?.title ?? ''
  const { x, y, width, height } = node
  return { x, y, width, height, say: `${stage}: ${node.title}, ${number(node.n)} of ${number(total)} ideas.` }
}

/** A title in lines of at most `room` pixels. A short node gets one line, so that it does not run into the next. */
function wrapped(title: string, room: number, single: boolean): string[] {
  if (single) return [title]
  const letters = Math.max(8, Math.floor(room / 6.7))
  const lines = ['']
  for (const word of title.split(' ')) {
    const grown = `${lines.at(-1)} ${word}`.trim()
    if (grown.length <= letters || lines.at(-1) === '') lines[lines.length - 1] = grown
    else lines.push(word)
  }
  return lines
}

const named = ({ id, title, n, tone }: Node): Pick<PlacedNode, 'id' | 'title' | 'n' | 'tone'> => ({
  id,
  title,
  n,
  tone,
})
