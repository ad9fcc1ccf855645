import { day } from '../../domain/economy/figures.js'
import { counted, startCounted, sum, upperFirst } from '../../domain/needs/words.js'
import type { AwardRow, EventRow, OrganisationRecord, OrganisationRow } from './organisation-record.read-model.js'
import type { Organisation } from './organisations.schemas.js'

/** An organisation's page: each value with its source and date beside it. */
export function organisationView({ organisation, awards, events, needs }: OrganisationRecord): Organisation {
  const { id, name, demonstration, status, place, identifiers, activities, names, capabilities } = organisation
  return {
    id,
    name,
    demonstration,
    status,
    place,
    headline: organisationHeadline(organisation, awards.length, needs.length),
    identifiers,
    facts: factsOf(organisation),
    activities,
    names,
    capabilities,
    awards: awards.map(awardView),
    events: events.map(event => ({ on: event.on, text: registryWords(event) })),
    needs,
    not_in_here:
      'officers and contact persons; accounts; sites other than the registered office; contracts whose notices name no supplier that could be joined.',
  }
}

const STATUS: Record<string, string> = {
  active: 'active',
  strike_off_proposed: 'on the register, with a strike-off proposed',
  insolvent: 'in insolvency',
  left_register: 'no longer on the register',
  unknown: 'of unknown status',
}

/** "Active, on the register since 2019. Two public contracts. Fits three open needs." */
export function organisationHeadline(
  { status, incorporated_on }: Pick<OrganisationRow, 'status' | 'incorporated_on'>,
  awards: number,
  needs: number,
): string {
  const since = incorporated_on ? `, incorporated in ${incorporated_on.slice(0, 4)}` : ''
  const contracts =
    awards === 0
      ? 'A newcomer: no public contract in the loaded sources.'
      : `${startCounted(awards, 'public contract', 'public contracts')}.`
  const fits = needs === 0 ? null : `Fits ${counted(needs, 'open need', 'open needs')}.`
  return [`${upperFirst(STATUS[status] ?? status)}${since}.`, contracts, fits].filter(part => part !== null).join(' ')
}

function factsOf(row: OrganisationRow): Organisation['facts'] {
  const fact = (name: string, value: string | null) => ({ name, value, source: row.source, date: row.source_date })
  return [
    fact('Status', row.status_text ?? upperFirst(STATUS[row.status] ?? row.status)),
    fact('Kind', row.category),
    fact('Incorporated', row.incorporated_on && day(row.incorporated_on)),
    ...(row.left_register_on ? [fact('Left the register', day(row.left_register_on))] : []),
    fact('Registered office', row.address),
    fact('Postcode', row.postcode),
    fact('Place', row.place && `${row.place}${row.locality_rule ? `, by ${row.locality_rule}` : ''}`),
    fact('Accounts', row.accounts_category),
    ...(row.about ? [fact('About itself', row.about)] : []),
  ]
}

const awardView = (award: AwardRow): Organisation['awards'][number] => ({
  title: award.title,
  buyer: award.buyer,
  awarded_on: award.awarded_on,
  value:
    award.value_amount === null
      ? (award.value_note ?? 'not stated')
      : sum(award.value_amount, award.value_currency ?? 'GBP'),
  joined_by: joinedWords(award.decided_by, award.score),
})

/** How the supplier of a notice was taken for this organisation. */
export function joinedWords(decidedBy: string, score: number): string {
  if (decidedBy === 'identifier') return 'register number in the notice'
  return decidedBy === 'steward' ? 'a steward' : `name and address, ${Math.round(score * 100)} of 100`
}

/** One change that a pull of the register showed. */
export function registryWords({ kind, before, after }: Pick<EventRow, 'kind' | 'before' | 'after'>): string {
  const change = before && after ? `from ${before} to ${after}` : after ? `to ${after}` : ''
  if (kind === 'incorporated') return 'Incorporated'
  if (kind === 'left_register') return 'Left the register'
  if (kind === 'renamed') return `Renamed ${change}`.trim()
  if (kind === 'moved') return `Registered office moved ${change}`.trim()
  return `Status changed ${change}`.trim()
}
