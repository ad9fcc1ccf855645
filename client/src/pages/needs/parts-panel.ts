import type { Match, NeedMatches, Panel } from '../../api/types.js'
import { signed } from '../../format/numbers.js'

/** The contributions of a match as a panel: chart, table and CSV of why it stands where it stands. */
export function partsPanel(match: Match, run: NeedMatches['run']): Panel {
  const parts = [...match.parts].sort((a, b) => b.points - a.points)
  const most = parts[0]
  const least = parts.at(-1)
  const best = most ? `${most.name} counts most, with ${signed(most.points)}.` : 'No contribution was recorded.'
  const worst = least && least.points < 0 ? ` ${least.name} speaks against it, with ${signed(least.points)}.` : ''
  return {
    id: 'parts',
    title: `Why ${match.candidate.name} is first`,
    question: 'Which contributions add up to the rank? Some overlap in part, so they are not independent.',
    basis: 'Points that add up to the rank. The sum is only a sort key.',
    reference: null,
    vintage: null,
    computed_at: run?.at ?? '',
    formula_id: run?.engine ?? 'match',
    filters: { match: match.id },
    columns: [
      { key: 'name', label: 'Reason', unit: null, format: 'text', decimals: 0 },
      { key: 'points', label: 'Points', unit: null, format: 'number', decimals: 1 },
    ],
    data: { name: parts.map(part => part.name), points: parts.map(part => part.points) },
    summary: best + worst,
    source: 'Wellmet matches.',
    n: null,
    excluded: [],
    notes: [],
    breaks: [],
    quality: 'ok',
    next_update: null,
  }
}
