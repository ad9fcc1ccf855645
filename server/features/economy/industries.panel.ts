import { listOf, percent, percentValue, round } from '../../domain/economy/figures.js'
import { FEWEST_FOR_RATIO } from '../../domain/economy/location-quotient.js'
import { type SectorMix, type SectorRow, strongest } from '../../domain/economy/sector-mix.js'
import { column, dataOf, tooFewWords } from '../../http/panel.js'
import type { Panel } from '../../http/panel.schemas.js'
import { FEWEST_COMPANIES, frameOf, type PanelContext } from './panel-frame.js'

/** Columns: code, industry, here, share_here, share_reference (per cent), quotient, low, high, word. */
export function industriesPanel(context: PanelContext, mix: SectorMix): Panel {
  const { place, query, reference } = context
  const frame = frameOf(context, {
    id: 'industries',
    question: `Which industries does ${place.name} hold more or less of than ${reference}?`,
    formula: 'location-quotient/1',
    reference: true,
  })
  const columns = [
    column('code', query.level === 'section' ? 'Section' : 'Division', { format: 'text' }),
    column('industry', 'Industry', { format: 'text' }),
    column('here', 'Companies here', { format: 'count' }),
    column('share_here', 'Share here', { format: 'percent', unit: '%', decimals: 1 }),
    column('share_reference', `Share in ${reference}`, { format: 'percent', unit: '%', decimals: 1 }),
    column('quotient', 'Location quotient', { format: 'number', decimals: 2 }),
    column('low', '95% interval, low', { format: 'number', decimals: 2 }),
    column('high', '95% interval, high', { format: 'number', decimals: 2 }),
    column('word', 'In words', { format: 'text' }),
  ]
  const few = mix.n < FEWEST_COMPANIES
  const tooSmall = mix.rows.filter(row => row.quotient === null && row.here > 0).length
  return {
    ...frame,
    title: few ? 'Too few companies to compare industries' : title(mix, reference),
    columns,
    data: dataOf(columns, few ? [] : mix.rows.map(cells)),
    summary: few ? tooFewWords(mix.n, FEWEST_COMPANIES) : summary(mix, reference),
    n: mix.n,
    excluded: [...mix.excluded, ...frame.excluded],
    notes: [
      ...frame.notes,
      'Each company counts once, under the first industry code that it gave.',
      'The interval is approximate: it ignores that the place lies inside the reference area.',
      ...(tooSmall > 0
        ? [
            `No quotient for ${tooSmall === 1 ? 'one industry' : `${tooSmall} industries`} with fewer than ${FEWEST_FOR_RATIO} companies here.`,
          ]
        : []),
    ],
    quality: few ? 'too_few' : 'ok',
  }
}

/** What the mix says first: an industry beyond chance, or that there is none. */
export function title(mix: SectorMix, reference: string): string {
  const top = strongest(mix)
  return top
    ? `${top.title} has ${(top.quotient ?? 0).toFixed(1)} times the share that it has in ${reference}`
    : `No industry here stands out against ${reference}`
}

export function summary(mix: SectorMix, reference: string): string {
  const top = strongest(mix) ?? mix.rows[0]
  const below = weakest(mix)
  const named = [top, below === top ? undefined : below].flatMap(row =>
    row ? [`${row.title} ${percent(row.shareHere)} here, ${percent(row.shareReference)} in ${reference}`] : [],
  )
  return named.length === 0 ? 'No company here names an industry.' : `${listOf(named)}.`.replace(' and ', '; ')
}

/** The industry that is furthest below its share beyond chance: its whole interval lies under 1. */
const weakest = (mix: SectorMix): SectorRow | undefined =>
  mix.rows.filter(row => row.high !== null && row.high < 1).sort((a, b) => (a.quotient ?? 0) - (b.quotient ?? 0))[0]

const cells = (row: SectorRow): Record<string, string | number | null> => ({
  code: row.code,
  industry: row.title,
  here: row.here,
  share_here: percentValue(row.shareHere),
  share_reference: percentValue(row.shareReference),
  quotient: row.quotient === null ? null : round(row.quotient, 2),
  low: row.low === null ? null : round(row.low, 2),
  high: row.high === null ? null : round(row.high, 2),
  word: row.word,
})
