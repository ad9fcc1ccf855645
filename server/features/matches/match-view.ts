import type { Actor } from '../../database/actor.js'
import { many, month } from '../../domain/economy/figures.js'
import { moneyWords, startCounted, townName, upperFirst } from '../../domain/needs/words.js'
import type { MatchRow } from './matches.read-model.js'
import type { Match } from './matches.schemas.js'

/** What a reader is shown of a match: never more of an idea than its owner agreed to. */
export function matchView(row: MatchRow, reader: Actor): Match {
  const { id, rank, label, against, unknowns, would_change, distance_miles, parts, feedback, introduction } = row
  const isIdea = row.idea_id !== null
  return {
    id,
    rank,
    label,
    need: needSide(row),
    candidate: isIdea ? ideaSide(row, reader) : organisationSide(row),
    evidence: isIdea ? withinTier(row, reader) : row.evidence,
    against,
    unknowns,
    would_change,
    distance_miles,
    second_chance: row.second_chance && { ...row.second_chance, tier: tierOf(row) },
    parts,
    feedback,
    introduction,
  }
}

const needSide = (row: MatchRow): Match['need'] => ({
  id: row.need_id,
  reference: row.reference,
  title: row.need_title,
  place: row.need_place,
  owner: row.need_owner,
  stage: row.stage_text,
  money: moneyWords({
    firstPhase: row.money_first_phase,
    total: row.money_total,
    currency: row.money_currency,
    note: row.money_note,
  }),
  closes_at: row.closes_at?.toISOString() ?? null,
})

const organisationSide = (row: MatchRow): Match['candidate'] => ({
  kind: 'organisation',
  id: row.organisation_id ?? '',
  name: row.organisation_name ?? '',
  owner: null,
  organisation_id: row.organisation_id,
  meta: organisationMeta(row),
  demonstration: row.demonstration,
})

function ideaSide(row: MatchRow, reader: Actor): Match['candidate'] {
  const named = isOwner(row, reader) || tierOf(row) === 'full'
  return {
    kind: 'idea',
    id: row.idea_id ?? '',
    name: titleOf(row, reader),
    owner: named ? row.idea_owner_name : null,
    organisation_id: named ? row.idea_organisation_id : null,
    meta: ideaMeta(row, reader),
    demonstration: row.demonstration,
  }
}

const isOwner = (row: MatchRow, reader: Actor): boolean =>
  row.idea_organisation_id !== null && row.idea_organisation_id === reader.organisationId

const tierOf = (row: MatchRow): NonNullable<MatchRow['tier']> => row.tier ?? 'named_reader'

const titleOf = (row: MatchRow, reader: Actor): string =>
  tierOf(row) === 'named_reader' && !isOwner(row, reader)
    ? 'An idea that its owner shows to named readers only'
    : (row.idea_title ?? '')

/** Evidence quotes the idea's own words: those above the present tier are dropped, also where it was wider when the matcher ran. */
function withinTier(row: MatchRow, reader: Actor): Match['evidence'] {
  const tier = tierOf(row)
  if (tier === 'full' || isOwner(row, reader)) return row.evidence
  const allowed = tier === 'named_reader' ? [] : [row.idea_title, tier === 'teaser' ? row.idea_teaser : null]
  return row.evidence.filter(({ candidate }) =>
    allowed.some(text => text !== null && plain(text).includes(plain(candidate.text))),
  )
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** "Stanley, 19 miles. On the register since 2019. One public contract." */
export function organisationMeta(row: MatchRow): string {
  const where = row.organisation_place ? townName(row.organisation_place) : 'Place not known'
  const since = row.incorporated_on ? `On the register since ${row.incorporated_on.slice(0, 4)}.` : null
  const contracts =
    row.awards === 0
      ? 'Newcomer: no public contract in the loaded sources.'
      : `${startCounted(row.awards, 'public contract', 'public contracts')}.`
  return [`${where}, ${distanceWords(row.distance_miles)}.`, statusWords(row.organisation_status), since, contracts]
    .filter(part => part !== null)
    .join(' ')
}

/** By straight line between outward-code centres, so no more exact than a mile. */
export function distanceWords(miles: number | null): string {
  if (miles === null) return 'distance not known'
  return miles < 1 ? 'in the area' : many(Math.round(miles), 'mile', 'miles')
}

function statusWords(status: string | null): string | null {
  if (status === 'strike_off_proposed') return 'Strike-off proposed.'
  return status === 'unknown' ? 'Status not known.' : null
}

/** "Offered to Warm rooms in March 2025, reached shortlisted. Tier: teaser." */
export function ideaMeta(row: MatchRow, reader: Actor): string {
  const chance = row.second_chance
  const decided = chance?.decided_on ? ` in ${month(chance.decided_on)}` : ''
  const offered = chance?.challenge ? `Offered to ${chance.challenge}${decided}` : null
  const reached = chance?.stage_reached ? `reached: ${chance.stage_reached.replaceAll('_', ' ')}` : null
  const history = [offered, reached].filter(part => part !== null).join(', ')
  const tier = isOwner(row, reader) ? 'Your own idea' : `You see: ${tierWords(tierOf(row))}`
  return [history ? `${upperFirst(history)}.` : null, `${tier}.`].filter(part => part !== null).join(' ')
}

export function tierWords(tier: NonNullable<MatchRow['tier']>): string {
  if (tier === 'title') return 'the title'
  if (tier === 'teaser') return 'title and teaser'
  return tier === 'full' ? 'all of it' : 'that it exists'
}
