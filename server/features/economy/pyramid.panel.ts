import type { Pyramid } from '../../domain/economy/age.js'
import { day, percent, percentValue } from '../../domain/economy/figures.js'
import { sharesDiffer } from '../../domain/economy/shares.js'
import { column, dataOf, tooFewWords } from '../../http/panel.js'
import type { Panel } from '../../http/panel.schemas.js'
import { FEWEST_COMPANIES, frameOf, type PanelContext } from './panel-frame.js'

/** Columns: band (youngest first, "Unknown" last), here, share_here, share_reference (per cent). */
export function pyramidPanel(context: PanelContext, pyramid: Pyramid, dormant: number): Panel {
  const { place, reference, register } = context
  const frame = frameOf(context, {
    id: 'pyramid',
    question: `How old are the companies of ${place.name}?`,
    formula: 'age-bands/1',
    reference: true,
  })
  const columns = [
    column('band', 'Age in whole years', { format: 'text' }),
    column('here', 'Companies here', { format: 'count' }),
    column('share_here', 'Share here', { format: 'percent', unit: '%', decimals: 1 }),
    column('share_reference', `Share in ${reference}`, { format: 'percent', unit: '%', decimals: 1 }),
  ]
  const few = pyramid.n < FEWEST_COMPANIES
  const rows = pyramid.rows.map(row => ({
    band: row.label,
    here: row.here,
    share_here: percentValue(row.shareHere),
    share_reference: percentValue(row.shareReference),
  }))
  return {
    ...frame,
    title: few ? 'Too few companies to show their ages' : ageTitle(pyramid, reference),
    columns,
    data: dataOf(columns, few ? [] : rows),
    summary: few
      ? tooFewWords(pyramid.n, FEWEST_COMPANIES)
      : `${percent(pyramid.tenHere)} of companies here are ten years or older, ${percent(pyramid.tenReference)} in ${reference}.`,
    n: pyramid.n,
    excluded: [...(dormant > 0 ? [{ reason: 'Dormant by their accounts', n: dormant }] : []), ...frame.excluded],
    notes: [...frame.notes, `Age at ${day(register.dataOf)}, since incorporation. The bands are unequal.`],
    quality: few ? 'too_few' : 'ok',
  }
}

/** Older or younger only where the difference is beyond chance and at least one percentage point. */
export function ageTitle(pyramid: Pyramid, reference: string): string {
  const { tenHere, tenReference, n, nReference } = pyramid
  const share = percent(tenHere, 0)
  const differs =
    Math.abs(tenHere - tenReference) >= 0.01 &&
    sharesDiffer({ share: tenHere, n }, { share: tenReference, n: nReference })
  if (!differs) return `Companies here are about as old as in ${reference}: ${share} have stood ten years or more`
  return tenHere > tenReference
    ? `Companies here are older: ${share} have stood ten years or more`
    : `Companies here are younger: ${share} have stood ten years or more`
}
