import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { WebDoor } from '../../database/doors.js'
import { isCurrent, isReachable } from '../needs/current-needs.read-model.js'
import type { Organisation } from './organisations.schemas.js'

export interface OrganisationRow {
  id: string
  name: string
  demonstration: boolean
  status: string
  status_text: string | null
  category: string | null
  incorporated_on: string | null
  left_register_on: string | null
  address: string | null
  postcode: string | null
  place: string | null
  locality_rule: string | null
  accounts_category: string | null
  about: string | null
  source: string
  source_date: string
  identifiers: Organisation['identifiers']
  activities: Organisation['activities']
  names: Organisation['names']
  capabilities: Organisation['capabilities']
}

export interface AwardRow {
  title: string
  buyer: string | null
  awarded_on: string | null
  value_amount: number | null
  value_currency: string | null
  value_note: string | null
  decided_by: string
  score: number
}

export interface EventRow {
  on: string
  kind: string
  before: string | null
  after: string | null
}

export interface OrganisationRecord {
  organisation: OrganisationRow
  awards: AwardRow[]
  events: EventRow[]
  needs: Organisation['needs']
}

@Injectable()
export class OrganisationRecordReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** An organisation's public record, with the needs it matches as far as the reader may see them; null without such an organisation. */
  async find(actor: Actor, id: string): Promise<OrganisationRecord | null> {
    return this.door.withActor(actor, async tx => {
      const found = await sql<OrganisationRow>`
        select o.id, o.name, s.demonstration, o.status, o.status_text, o.category, o.incorporated_on, o.left_register_on,
          nullif(concat_ws(', ', nullif(array_to_string(o.address_lines, ', '), ''), o.post_town, o.county), '') as address, coalesce(o.postcode, o.postcode_as_written) as postcode,
          l.name as place, o.locality_rule, o.accounts_category, o.about, s.name as source, (o.pulled_at at time zone 'Europe/London')::date::text as source_date,
          coalesce((select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'identifier', i.identifier) order by i.scheme, i.identifier)
            from organisation_identifier i where i.organisation_id = o.id), '[]') as identifiers,
          coalesce((select jsonb_agg(jsonb_build_object('code', a.code, 'title', a.title) order by a.position, a.code)
            from organisation_activity a where a.organisation_id = o.id), '[]') as activities,
          coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'valid_to', n.valid_to) order by n.valid_to desc nulls first, n.name)
            from organisation_name n where n.organisation_id = o.id), '[]') as names,
          coalesce((select jsonb_agg(jsonb_build_object('statement', c.statement, 'basis', c.basis, 'date', c.evidence_date)
            order by c.evidence_date desc nulls last, c.id) from capability c where c.organisation_id = o.id), '[]') as capabilities
        from organisation o join source s on s.id = o.source_id left join locality l on l.code = o.locality_code where o.id = ${id}`.execute(
        tx,
      )
      const organisation = found.rows[0]
      if (!organisation) return null
      const awards =
        await sql<AwardRow>`select coalesce(a.title, n.title) as title, n.buyer_name as buyer, a.awarded_on, a.value_amount::float8 as value_amount,
          a.value_currency, a.value_note, k.decided_by, k.score::float8 as score
        from mention_link k join award_supplier s on s.mention_id = k.mention_id join award a on a.id = s.award_id join notice n on n.id = a.notice_id
        where k.organisation_id = ${id} order by a.awarded_on desc nulls last, a.id limit 100`.execute(tx)
      const events =
        await sql<EventRow>`select coalesce(e.happened_on, (e.observed_at at time zone 'Europe/London')::date)::text as "on", e.kind, e.before, e.after
        from registry_event e where e.organisation_id = ${id} order by 1 desc, e.id limit 50`.execute(tx)
      const needs = await sql<
        Organisation['needs'][number]
      >`select m.id as match_id, n.id as need_id, n.reference, n.title, m.label, coalesce(l.name, n.place_text) as place
        from match m join need n on n.id = m.need_id join organisation o on o.id = m.organisation_id left join locality l on l.code = n.locality_code
        where m.organisation_id = ${id} and m.label <> 'weak' and ${isCurrent} and ${isReachable('o')}
        order by case m.label when 'strong' then 0 else 1 end, m.score desc, m.id limit 50`.execute(tx)
      return { organisation, awards: awards.rows, events: events.rows, needs: needs.rows }
    })
  }
}
