import { count, day, many, percent, percentValue, pounds, round } from '../../domain/economy/figures.js'
import type { LocalShare, SpendParts, SupplierPlace } from '../../domain/economy/spend.js'
import { column, dataOf, tooFewWords } from '../../http/panel.js'
import type { Panel } from '../../http/panel.schemas.js'
import type { SpendQuery } from '../economy/economy.schemas.js'
import type { Place } from '../places/places.read-model.js'
import type { PlaceAwards } from './awards.read-model.js'

/** Fewest awards behind the panel. Below it the panel says so and shows no value. */
export const FEWEST_AWARDS = 10

const PARTS: { key: SupplierPlace; label: string }[] = [
  { key: 'local', label: 'Based here' },
  { key: 'elsewhere', label: 'Elsewhere' },
  { key: 'unknown', label: 'Not known' },
]

const TOTAL_COLUMNS = [
  column('part', 'Supplier', { format: 'text' }),
  column('awards', 'Awards', { format: 'number', decimals: 1 }),
  column('awards_share', 'Share of awards', { format: 'percent', unit: '%', decimals: 1 }),
  column('value', 'Value', { format: 'money', unit: 'GBP' }),
  column('value_share', 'Share of value', { format: 'percent', unit: '%', decimals: 1 }),
]

const GROUP_COLUMNS = (label: string) => [
  column('group', label, { format: 'text' }),
  column('awards', 'Awards', { format: 'number', decimals: 1 }),
  column('value', 'Value', { format: 'money', unit: 'GBP' }),
  column('local', 'Based here', { format: 'percent', unit: '%', decimals: 1 }),
  column('elsewhere', 'Elsewhere', { format: 'percent', unit: '%', decimals: 1 }),
  column('unknown', 'Not known', { format: 'percent', unit: '%', decimals: 1 }),
]

/**
 * Local share of awards. Rows by `total`: the three parts of value and of awards; by category or year: one row per
 * group with the three parts of its value.
 */
export function spendPanel(
  context: { place: Place; query: SpendQuery; awards: PlaceAwards },
  share: LocalShare,
): Panel {
  const { place, query, awards } = context
  const few = awards.lines.length < FEWEST_AWARDS
  const columns = query.by === 'total' ? TOTAL_COLUMNS : GROUP_COLUMNS(query.by === 'year' ? 'Year' : 'Category')
  const rows = query.by === 'total' ? PARTS.map(part => partRow(part, share)) : groupRows(share, query.by)
  const none = awards.lines.length === 0
  return {
    id: 'spend',
    title: none
      ? `No awards of buyers in ${place.name} are held yet`
      : few
        ? 'Too few awards to show'
        : spendTitle(share),
    question: `How much of what buyers in ${place.name} award goes to suppliers based here?`,
    basis: `Award value of published notices${awards.from && awards.to ? `, ${day(awards.from)} to ${day(awards.to)}` : ''}; local is a registered office, or the postcode in the notice, inside ${place.name}`,
    reference: null,
    vintage: awards.to,
    computed_at: place.now,
    formula_id: 'local-share/1',
    filters: { place: place.code, by: query.by },
    columns,
    data: dataOf(columns, few ? [] : rows),
    summary: none
      ? `No pulled notice awards anything in ${place.name}. Pull a notice service, or choose another place.`
      : few
        ? tooFewWords(awards.lines.length, FEWEST_AWARDS)
        : spendSummary(share),
    source:
      awards.sources.map(s => `${s.name}, taken ${day(s.until)}. ${s.attribution}`.trim()).join(' ') || 'No source yet',
    n: awards.lines.length,
    excluded: excludedOf(share, awards),
    notes: notesOf(share, awards),
    breaks: [],
    quality: none ? 'empty' : few ? 'too_few' : share.value === 0 || share.uses.without_value > 0 ? 'partial' : 'ok',
    next_update: null,
  }
}

/** The finding: what is known to be local, with what the unknown could make of it. */
export function spendTitle({ low, high }: LocalShare): string {
  if (low === null || high === null) return 'No award here states a value that can be added up'
  const least = percent(low, 0)
  const most = percent(high, 0)
  return least === most
    ? `${least} of award value goes to suppliers based here`
    : `${least} of award value is known to go to suppliers based here; ${most} if all unknown ones are`
}

/** Notices without a value come first: what follows covers only the others. */
export function spendSummary(share: LocalShare): string {
  const { uses, awards, value, parts, low, high } = share
  const without = `${count(uses.without_value)} of ${many(awards, 'award', 'awards')} ${uses.without_value === 1 ? 'states' : 'state'} no usable value.`
  if (low === null || high === null) return without
  const known = `Of ${pounds(value)} in the others, ${pounds(parts.local.value)} (${percent(low)}) went to suppliers based here, ${pounds(parts.elsewhere.value)} elsewhere`
  const open =
    parts.unknown.value > 0
      ? `; where ${pounds(parts.unknown.value)} went is not known, so the local share lies between ${percent(low)} and ${percent(high)}.`
      : '.'
  return `${without} ${known}${open}`
}

function excludedOf({ uses }: LocalShare, awards: PlaceAwards): Panel['excluded'] {
  return [
    { reason: 'Without a usable value', n: uses.without_value },
    { reason: 'Ceiling of a framework agreement, not a purchase', n: uses.ceiling },
    { reason: 'Value repeated within one notice', n: uses.repeated },
    { reason: awards.demonstration ? 'From real notices' : 'From demonstration notices', n: awards.others },
  ].filter(({ n }) => n > 0)
}

function notesOf(share: LocalShare, awards: PlaceAwards): string[] {
  return [
    'A registered office is not always where the money is spent or the work is done.',
    'Only published notices: purchases under the notice thresholds are not in here.',
    ...(share.split > 0
      ? [
          `${many(share.split, 'award', 'awards')} to several suppliers ${share.split === 1 ? 'is' : 'are'} split equally between them.`,
        ]
      : []),
    ...(awards.demonstration ? ['Demonstration data: every notice is invented.'] : []),
  ]
}

function partRow({ key, label }: (typeof PARTS)[number], share: LocalShare): Record<string, string | number | null> {
  const part = share.parts[key]
  return {
    part: label,
    awards: round(part.awards, 1),
    awards_share: percentValue(part.awards / share.awards),
    value: Math.round(part.value),
    value_share: share.value > 0 ? percentValue(part.value / share.value) : null,
  }
}

function groupRows(share: LocalShare, by: 'category' | 'year'): Record<string, string | number | null>[] {
  const rows = [...share.groups].map(([group, parts]) => groupRow(group, parts))
  return by === 'year'
    ? rows.sort((a, b) => String(a.group).localeCompare(String(b.group)))
    : rows.sort((a, b) => Number(b.value) - Number(a.value))
}

function groupRow(group: string, parts: SpendParts): Record<string, string | number | null> {
  const value = parts.local.value + parts.elsewhere.value + parts.unknown.value
  const part = (key: SupplierPlace): number | null => (value > 0 ? percentValue(parts[key].value / value) : null)
  return {
    group: group.charAt(0).toUpperCase() + group.slice(1),
    awards: round(parts.local.awards + parts.elsewhere.awards + parts.unknown.awards, 1),
    value: Math.round(value),
    local: part('local'),
    elsewhere: part('elsewhere'),
    unknown: part('unknown'),
  }
}
