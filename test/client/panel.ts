import type { Panel, PanelColumn } from '../../client/src/api/types.js'

type Cells = Record<string, (number | string | null)[]>

/** A made panel: columns by key and format, the data beside them. */
export function madePanel(
  columns: Record<string, PanelColumn['format']>,
  data: Cells,
  over: Partial<Panel> = {},
): Panel {
  return {
    id: 'made',
    title: 'A made finding',
    question: 'What is it?',
    basis: 'Made figures.',
    reference: null,
    vintage: null,
    computed_at: '2026-11-24T10:00:00Z',
    formula_id: 'made',
    filters: {},
    columns: Object.entries(columns).map(([key, format]) => ({
      key,
      label: key,
      unit: null,
      format,
      decimals: format === 'percent' ? 1 : 0,
    })),
    data,
    summary: 'A made summary.',
    source: 'Made source.',
    n: null,
    excluded: [],
    notes: [],
    breaks: [],
    quality: 'ok',
    next_update: null,
    ...over,
  }
}
