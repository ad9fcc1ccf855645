import { Injectable } from '@nestjs/common'
import { z } from 'zod'
import type { Actor } from '../../database/actor.js'
import { count, many } from '../../domain/economy/figures.js'
import { NotFound } from '../../domain/errors.js'
import type { ItemKind } from '../../domain/strategy/items.js'
import { PlacesReadModel } from '../places/places.read-model.js'
import { type LinkRow, LinksReadModel } from './links.read-model.js'
import type { AlignmentLinks, LinksQuery } from './strategy.schemas.js'

const KIND_WORDS: Record<ItemKind, [one: string, more: string]> = {
  need: ['open need', 'open needs'],
  organisation: ['organisation based here', 'organisations based here'],
  idea: ['idea that was not adopted', 'ideas that were not adopted'],
  award: ['award', 'awards'],
}

const FIELD_WORDS: Record<string, string> = {
  title: 'Title',
  outcome: 'Outcome',
  description: 'Description',
  capability: 'What it says it can do',
  about: 'What it says of itself',
  code: 'Classification code',
  award: 'Title of the award',
  teaser: 'Teaser',
  body: 'The idea itself',
  challenge: 'The challenge that it answered',
}

/** Quotes as they are stored: by the comparison, by an officer or an owner. Only the text is certain to be there. */
const storedQuotes = z.array(
  z.object({
    side: z.enum(['item', 'priority']).default('item'),
    field: z.string().default('title'),
    text: z.string(),
    marks: z.array(z.object({ start: z.number().int(), end: z.number().int() })).default([]),
  }),
)

@Injectable()
export class LinksService {
  constructor(
    private readonly places: PlacesReadModel,
    private readonly links: LinksReadModel,
  ) {}

  /** The items behind one cell, each with the words that say so, and how many this reader may count but not open. */
  async show(actor: Actor, query: LinksQuery): Promise<AlignmentLinks> {
    const place = await this.places.find(query.place)
    const found = await this.links.find(actor, {
      node: query.node,
      item: query.item,
      place,
      confirmedOnly: query.linked_by === 'person',
      limit: query.limit,
    })
    if (!found) throw new NotFound('There is no such priority.')
    const total = Math.max(found.counted, found.visible)
    return {
      node: found.node,
      headline: headlineOf(query.item, total, found.confirmed),
      total,
      items: found.rows.map(row => asItem(query.item, row, found.node.definition)),
      hidden: total - found.visible,
    }
  }
}

export function headlineOf(kind: ItemKind, total: number, confirmed: number): string {
  const [one, more] = KIND_WORDS[kind]
  const items = many(total, one, more)
  if (total === 0) return `No ${more}`
  return confirmed === 0
    ? `${items}, none confirmed by a person yet`
    : `${items}, ${count(confirmed)} confirmed by a person`
}

function asItem(kind: ItemKind, row: LinkRow, definition: string): AlignmentLinks['items'][number] {
  const quotes = storedQuotes.safeParse(row.quotes).data ?? []
  const said = quotes.find(q => q.side === 'item')
  const priority = quotes.find(q => q.side === 'priority' && q.text === definition)
  const { id, item_id, name, place, address, grade, basis, state } = row
  return {
    id,
    item_kind: kind,
    item_id,
    name,
    place,
    address,
    grade,
    basis,
    state,
    who: whoSaidSo(row),
    quote: {
      text: said?.text ?? '',
      source: FIELD_WORDS[said?.field ?? ''] ?? 'Its own words',
      marks: said?.marks ?? [],
    },
    priority_quote: { text: definition, marks: priority?.marks ?? [] },
  }
}

/** Who says that the item serves the priority, and whether a person agreed. */
export function whoSaidSo({ basis, state }: Pick<LinkRow, 'basis' | 'state'>): string {
  if (basis === 'officer') return state === 'confirmed' ? 'confirmed by an officer' : 'suggested by an officer'
  if (basis === 'declared')
    return state === 'confirmed' ? 'confirmed by the owner' : 'declared by the owner, not confirmed'
  const how = basis === 'rule' ? 'its classification code' : 'shared words'
  return state === 'confirmed' ? `suggested by ${how}, confirmed by a person` : `suggested by ${how}, not confirmed`
}
