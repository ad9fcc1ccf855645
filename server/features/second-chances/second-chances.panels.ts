import type { Panel } from '../../http/panel.schemas.js'
import type { ReasonRow } from './second-chances.read-model.js'
import type { SecondChances } from './second-chances.schemas.js'
import { flowSummary, flowTitle, noLongerWords, REASON_MEANINGS, reasonsTitle } from './second-chances.words.js'

/** What both panels of the page share: when they were computed, over which filters, from where. */
export interface PanelFrame {
  computedAt: string
  place: string
  decided: string
  filters: Record<string, string>
  withdrawn: number
}

const SOURCE = 'Hub imports and owners’ own entries, with consent.'

/** The flow as a table: each node with what came in, what went on, and what is still there. */
export function flowPanel(flow: SecondChances['flow'], frame: PanelFrame): Panel {
  const into = (id: string) => flow.links.filter(link => link.to === id).reduce((n, link) => n + link.n, 0)
  const out = (id: string) => flow.links.filter(link => link.from === id).reduce((n, link) => n + link.n, 0)
  const total = flow.nodes.find(node => node.id === 'submitted')?.n ?? 0
  return {
    ...base(frame),
    id: 'idea-flow',
    title: flowTitle(flow),
    question: 'How far did ideas get, and which were offered again?',
    basis: 'Ideas by stage, one idea is one unit',
    formula_id: 'idea-flow-1',
    columns: [
      { key: 'stage', label: 'Stage', unit: null, format: 'text', decimals: 0 },
      { key: 'state', label: 'State', unit: null, format: 'text', decimals: 0 },
      { key: 'in', label: 'In', unit: null, format: 'count', decimals: 0 },
      { key: 'out', label: 'On to the next stage', unit: null, format: 'count', decimals: 0 },
      { key: 'here', label: 'Still here', unit: null, format: 'count', decimals: 0 },
    ],
    data: {
      stage: flow.nodes.map(node => flow.stages[node.stage]?.title ?? ''),
      state: flow.nodes.map(node => node.title),
      in: flow.nodes.map(node => (node.stage === 0 ? node.n : into(node.id))),
      out: flow.nodes.map(node => out(node.id)),
      here: flow.nodes.map(node => node.n - out(node.id)),
    },
    summary: flowSummary(flow),
    n: total,
    excluded: frame.withdrawn > 0 ? [{ reason: 'withdrawn by the owner', n: frame.withdrawn }] : [],
    notes: ['An idea sent to several challenges counts once, with its last decision.'],
    quality: total === 0 ? 'empty' : 'ok',
  }
}

/** Recorded reasons by how many ideas have them, and how often each no longer holds for a need here. */
export function reasonsPanel(reasons: ReasonRow[], ideas: number, frame: PanelFrame): Panel {
  return {
    ...base(frame),
    id: 'reasons',
    title: reasonsTitle(reasons, frame.place),
    question: 'Why were ideas not adopted, and how often does that no longer hold?',
    basis: `Ideas by recorded reason, and how often it no longer holds for an open need in ${frame.place}`,
    formula_id: 'reasons-1',
    columns: [
      { key: 'reason', label: 'Reason', unit: null, format: 'text', decimals: 0 },
      { key: 'meaning', label: 'Meaning', unit: null, format: 'text', decimals: 0 },
      { key: 'ideas', label: 'Ideas', unit: null, format: 'count', decimals: 0 },
      { key: 'no_longer', label: 'No longer holds', unit: null, format: 'text', decimals: 0 },
    ],
    data: {
      reason: reasons.map(row => row.code),
      meaning: reasons.map(row => REASON_MEANINGS[row.code] ?? ''),
      ideas: reasons.map(row => row.ideas),
      no_longer: reasons.map(noLongerWords),
    },
    summary:
      reasons.length === 0
        ? 'No reason has been recorded yet.'
        : `${reasons.map(row => `${row.code}: ${row.ideas}`).join(', ')}.`,
    n: ideas,
    excluded: [],
    notes: ['An idea can have several reasons and counts under each of them.'],
    quality: reasons.length === 0 ? 'empty' : 'ok',
  }
}

const base = (
  frame: PanelFrame,
): Pick<Panel, 'reference' | 'vintage' | 'computed_at' | 'filters' | 'source' | 'breaks' | 'next_update'> => ({
  reference: null,
  vintage: frame.decided,
  computed_at: frame.computedAt,
  filters: frame.filters,
  source: SOURCE,
  breaks: [],
  next_update: null,
})
