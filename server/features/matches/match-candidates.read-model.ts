import { sql } from 'kysely'
import type { Tx } from '../../database/doors.js'

/** One text of a candidate, with where it stands and its date. */
export interface CandidateField {
  name: string
  date: string | null
  text: string
}

export interface OrganisationCandidate {
  id: string
  name: string
  status: string
  latitude: number | null
  longitude: number | null
  locality_code: string | null
  activities: string[]
  fields: CandidateField[]
}

export interface IdeaCandidate {
  id: string
  title: string
  tier: 'title' | 'teaser' | 'full'
  legal_form: string | null
  organisation_id: string | null
  owner_name: string
  owner_locality: string | null
  latitude: number | null
  longitude: number | null
  price: number | null
  price_first_phase: number | null
  maturity: number | null
  maturity_stated_on: string | null
  organisation_size: string | null
  needs_partner: boolean | null
  fields: CandidateField[]
  evidence: { statement: string; evidence_date: string; closes_gap: string | null }[]
  refusals: {
    code: string
    quote: string | null
    gap_items: string[]
    details: Record<string, unknown>
    challenge: string
    challenge_id: string
    stage_reached: string | null
    decided_on: string | null
  }[]
}

export interface NeedToMatch {
  id: string
  hub_id: string | null
  reference: string
  title: string
  outcome: string | null
  description: string
  origin: string
  opened_on: string | null
  locality_code: string | null
  place_name: string | null
  latitude: number | null
  longitude: number | null
  money_first_phase: number | null
  money_total: number | null
  maturity_from: number | null
  maturity_to: number | null
  pays_feasibility: boolean | null
  smaller_lots: boolean | null
  existing_service: boolean | null
  eligibility: { localities?: string[]; legal_forms?: string[]; sizes?: string[] } | null
  challenge_id: string | null
  closes_on: string | null
}

/** Everything that could meet a need, as the matcher reads it. Runs in the matcher's own role. */
export const MatchCandidates = {
  /** Organisations that are on their register and say anything about themselves; insolvent ones are left out here. */
  async organisations(tx: Tx): Promise<OrganisationCandidate[]> {
    const found = await sql<OrganisationCandidate>`
      select o.id, o.name, o.status, o.locality_code, oc.latitude::float8 as latitude, oc.longitude::float8 as longitude,
        coalesce(a.titles, '{}') as activities, coalesce(f.fields, '[]') as fields
      from organisation o
      left join outward_code oc on oc.code = split_part(o.postcode, ' ', 1)
      left join lateral (select array_agg(oa.title order by oa.position) as titles from organisation_activity oa where oa.organisation_id = o.id) a on true
      left join lateral (select jsonb_agg(jsonb_build_object('name', t.name, 'date', t.date, 'text', t.text) order by t.position, t.date desc nulls last) as fields
        from (
          select 1 as position, case c.basis when 'stated' then 'Own statement' when 'contract' then 'Contract summary' else 'Idea' end as name,
            c.evidence_date::text as date, c.statement as text
          from capability c where c.organisation_id = o.id
          union all
          select 2, 'Contract won', aw.awarded_on::text,
            array_to_string((string_to_array(regexp_replace(coalesce(aw.title, n.title) || '. ' || coalesce(n.description, ''), '\\s+', ' ', 'g'), ' '))[1:200], ' ')
          from mention_link ml join award_supplier s on s.mention_id = ml.mention_id join award aw on aw.id = s.award_id join notice n on n.id = aw.notice_id
          where ml.organisation_id = o.id
          union all
          select 3, 'About', null, o.about where o.about is not null
        ) t) f on true
      where o.status in ('active', 'strike_off_proposed', 'unknown')
      order by o.id`.execute(tx)
    return found.rows
  },

  /** Ideas whose owner agreed to a second look. What the owner did not agree to is never read by the matcher. */
  async ideas(tx: Tx): Promise<IdeaCandidate[]> {
    const found = await sql<IdeaCandidate>`
      select i.id, i.title, c.tier, o.category as legal_form, i.organisation_id, i.owner_name, o.locality_code as owner_locality,
        oc.latitude::float8 as latitude, oc.longitude::float8 as longitude, i.price::float8 as price, i.price_first_phase::float8 as price_first_phase,
        i.maturity, i.maturity_stated_on, i.organisation_size, i.needs_partner,
        jsonb_build_array(jsonb_build_object('name', 'Idea, title', 'date', null, 'text', i.title)) ||
          case when c.tier <> 'title' and i.teaser is not null
            then jsonb_build_array(jsonb_build_object('name', 'Idea, teaser', 'date', v.stated_on::text, 'text', i.teaser)) else '[]' end ||
          case when c.tier = 'full' and v.body is not null
            then jsonb_build_array(jsonb_build_object('name', 'Idea, version ' || v.version, 'date', v.stated_on::text, 'text', v.body)) else '[]' end as fields,
        coalesce((select jsonb_agg(jsonb_build_object('statement', e.statement, 'evidence_date', e.evidence_date::text, 'closes_gap', e.closes_gap)
          order by e.evidence_date, e.id) from idea_evidence e where e.idea_id = i.id), '[]') as evidence,
        coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'quote', n.quote, 'gap_items', n.gap_items, 'details', n.details, 'challenge', ch.title,
          'challenge_id', ch.id, 'stage_reached', s.stage_reached, 'decided_on', s.decided_on::text) order by s.decided_on desc nulls last, n.code)
          from submission s join non_adoption n on n.submission_id = s.id join challenge ch on ch.id = s.challenge_id where s.idea_id = i.id), '[]') as refusals
      from idea i
      join consent c on c.idea_id = i.id and c.revoked_at is null and c.tier <> 'named_reader'
      left join organisation o on o.id = i.organisation_id
      left join outward_code oc on oc.code = split_part(o.postcode, ' ', 1)
      left join lateral (select version, body, stated_on from idea_version v where v.idea_id = i.id order by version desc limit 1) v on true
      where i.state in ('not_adopted', 'seeking', 'introduced') and coalesce(o.status, 'active') not in ('insolvent', 'left_register')
      order by i.id`.execute(tx)
    return found.rows
  },

  /** The day for which it is decided whether a reason still bites. */
  async today(tx: Tx): Promise<string> {
    const found = await sql<{
      today: string
    }>`select (wellmet_now() at time zone 'Europe/London')::date::text as today`.execute(tx)
    return found.rows[0]!.today
  },

  /** Needs that can still be met. A need's place is the middle of its locality's outward codes. */
  async needs(tx: Tx): Promise<NeedToMatch[]> {
    const found = await sql<NeedToMatch>`
      select n.id, n.hub_id, n.reference, n.title, n.outcome, n.description, n.origin, n.opened_on, n.locality_code, l.name as place_name,
        p.latitude, p.longitude, n.money_first_phase::float8 as money_first_phase, n.money_total::float8 as money_total, n.maturity_from, n.maturity_to, n.pays_feasibility,
        n.smaller_lots, n.existing_service, n.eligibility, n.challenge_id,
        (n.closes_at at time zone 'Europe/London')::date::text as closes_on
      from need n
      left join (select locality_code, avg(latitude)::float8 as latitude, avg(longitude)::float8 as longitude from outward_code group by 1) p
        on p.locality_code = n.locality_code
      left join locality l on l.code = n.locality_code
      where n.state in ('open', 'in_challenge', 'in_procurement')
      order by n.id`.execute(tx)
    return found.rows
  },
}
