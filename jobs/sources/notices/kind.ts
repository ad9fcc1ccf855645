import { type Members, object, objects, string, strings } from '../json.js'
import type { NoticeKind, Regime } from './release.js'

// Notice types of the Procurement Act 2023. UK5 announces a direct award, UK6 an intended one; UK7 and UK10 are the
// contract; UK13 to UK16 are about dynamic markets and are no opportunities to bid.
const BY_TYPE: Readonly<Record<string, NoticeKind>> = {
  UK1: 'pipeline',
  UK2: 'engagement',
  UK3: 'planned',
  UK4: 'tender',
  UK5: 'award',
  UK6: 'award',
  UK7: 'contract',
  UK10: 'contract',
  UK11: 'termination',
  UK12: 'termination',
}

const BY_DOCUMENT: Readonly<Record<string, NoticeKind>> = {
  marketEngagementNotice: 'engagement',
  plannedProcurementNotice: 'pipeline',
}

/** The type (UK1 to UK17) stands on a document, not in the tags. The last one in publication order counts; null under the old rules. */
export function noticeType(release: Members): string | null {
  const places = [release.planning, release.tender, ...objects(release.awards), ...objects(release.contracts)]
  const types = places.flatMap(place => objects(object(place).documents).map(document => string(document.noticeType)))
  return types.filter(type => type !== null).at(-1) ?? null
}

/** What a publication is for: by its notice type, else by its documents, else by its tags. */
export function noticeKind(release: Members): NoticeKind {
  const type = noticeType(release)
  if (type !== null) return BY_TYPE[type] ?? 'other'
  const documents = objects(object(release.planning).documents).map(document => string(document.documentType) ?? '')
  for (const document of documents) if (BY_DOCUMENT[document]) return BY_DOCUMENT[document]
  return byTags(strings(release.tag), string(object(release.tender).status))
}

function byTags(tags: string[], status: string | null): NoticeKind {
  if (tags.some(tag => tag.endsWith('Termination') || tag.endsWith('Cancellation'))) return 'termination'
  if (tags.some(tag => tag.startsWith('contract'))) return 'contract'
  if (tags.some(tag => tag.startsWith('award'))) return 'award'
  if (tags.some(tag => tag.startsWith('tender'))) return 'tender'
  if (tags.some(tag => tag.startsWith('planning'))) return status === 'planned' ? 'planned' : 'engagement'
  return 'other'
}

/** Which law a procurement runs under. */
export function regimeOf(tender: Members, awards: Members[]): Regime {
  const details = string(tender.procurementMethodDetails) ?? ''
  if (/below threshold/i.test(details)) return 'below'
  if ([tender, ...awards].some(place => place.aboveThreshold === false)) return 'below'
  const basis = object(tender.legalBasis)
  if (string(basis.scheme) === 'UKPGA') return 'new'
  if (string(basis.scheme) === 'CELEX') return 'old'
  return 'unknown'
}
