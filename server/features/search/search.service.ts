import { Injectable } from '@nestjs/common'
import type { Actor } from '../../database/actor.js'
import { listOf, many } from '../../domain/economy/figures.js'
import { townName, upperFirst } from '../../domain/needs/words.js'
import { STATE_LABELS } from '../needs/needs.words.js'
import { type NeedHit, type SearchHits, SearchReadModel } from './search.read-model.js'
import type { SearchQuery, SearchResults } from './search.schemas.js'

type Item = SearchResults['items'][number]

@Injectable()
export class SearchService {
  constructor(private readonly readModel: SearchReadModel) {}

  /** One list over places, needs and organisations; `limit` holds for the whole of it, each kind keeping its best. */
  async search(actor: Actor, query: SearchQuery): Promise<SearchResults> {
    const hits = await this.readModel.find(actor, query)
    return {
      q: query.q,
      headline: searchHeadline(hits, query.q),
      items: share(itemsOf(hits), query.limit),
      total: hits.places.total + hits.needs.total + hits.organisations.total,
      not_in_here: 'ideas, which are found from the needs that they fit; drafts; previous names of organisations.',
    }
  }
}

/** "2 needs and 1 organisation for “falls”". */
export function searchHeadline({ places, needs, organisations }: SearchHits, q: string): string {
  const parts = [
    places.total > 0 ? many(places.total, 'place', 'places') : null,
    needs.total > 0 ? many(needs.total, 'need', 'needs') : null,
    organisations.total > 0 ? many(organisations.total, 'organisation', 'organisations') : null,
  ].filter(part => part !== null)
  return parts.length === 0 ? `Nothing found for “${q}”` : `${listOf(parts)} for “${q}”`
}

const itemsOf = ({ places, needs, organisations }: SearchHits): Item[][] => [
  places.rows.map(place => ({
    kind: 'place',
    id: place.code,
    title: place.name,
    meta: upperFirst(place.kind.replaceAll('_', ' ')),
    address: `/?place=${place.code}`,
    demonstration: false,
  })),
  needs.rows.map(need => ({
    kind: 'need',
    id: need.id,
    title: need.title,
    meta: needMeta(need),
    address: `/needs/${need.id}`,
    demonstration: need.demonstration,
  })),
  organisations.rows.map(organisation => ({
    kind: 'organisation',
    id: organisation.id,
    title: organisation.name,
    meta: [
      organisation.town && townName(organisation.town),
      organisation.postcode,
      organisation.company_number,
      statusNote(organisation.status),
    ]
      .filter(part => part)
      .join(', '),
    address: `/organisations/${organisation.id}`,
    demonstration: organisation.demonstration,
  })),
]

function needMeta({ reference, place, state, stale }: NeedHit): string {
  const label = state in STATE_LABELS ? STATE_LABELS[state as keyof typeof STATE_LABELS] : state
  return [reference, place, stale ? 'stale' : label].filter(part => part).join(', ')
}

const statusNote = (status: string): string | null => {
  if (status === 'left_register') return 'no longer on the register'
  if (status === 'insolvent') return 'in insolvency'
  return status === 'strike_off_proposed' ? 'strike-off proposed' : null
}

/** Cuts several lists to one length together: what a short list does not use goes to the others. */
export function share<T>(lists: T[][], limit: number): T[] {
  const taken = lists.map(() => 0)
  let left = limit
  while (left > 0) {
    const open = lists.map((_, i) => i).filter(i => (taken[i] ?? 0) < (lists[i]?.length ?? 0))
    if (open.length === 0) break
    for (const i of open.slice(0, left)) taken[i] = (taken[i] ?? 0) + 1
    left -= Math.min(open.length, left)
  }
  return lists.flatMap((list, i) => list.slice(0, taken[i] ?? 0))
}
