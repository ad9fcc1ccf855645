import { Inject, Injectable } from '@nestjs/common'
import { type RawBuilder, sql } from 'kysely'
import { anonymous } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'
import { type AgeCount, ageInYears } from '../../domain/economy/age.js'
import type { CodeCount } from '../../domain/economy/sector-mix.js'

/** The register that a place's figures come from. Demonstration and real companies are never counted together. */
export interface Register {
  sourceId: string
  name: string
  attribution: string
  /** Day that the data stand for, 'YYYY-MM-DD'. */
  dataOf: string
  demonstration: boolean
}

/** Which companies a figure covers. */
export interface Scope {
  register: Register
  /** Codes of the place. */
  here: string[]
  /** Codes of the reference area, which contains the place; null for every company held. */
  reference: string[] | null
  /** Leave out companies at addresses that ten or more share. */
  withoutShared: boolean
}

/** What every panel says of the companies behind it. */
export interface RegisterFacts {
  /** Companies of the place on the register: active or proposed for striking off. */
  live: number
  insolvent: number
  /** At an address that ten or more companies share, and at one with a hundred or more. */
  shared: number
  agents: number
  /** Companies of the place from other registers, left out. */
  otherRegisters: number
}

/** From so many companies on, an address counts as shared. */
export const SHARED_ADDRESS = 10
/** From so many on, it counts as a registration agent's. */
export const AGENT_ADDRESS = 100

const LIVE = sql`o.status in ('active', 'strike_off_proposed')`

/** The day of a register's snapshot, where its mark is one. */
const SNAPSHOT = sql`substring(p.mark_after from '^\\d{4}-\\d{2}-\\d{2}$')::date`

/**
 * When a company left: before the snapshot that no longer held it. A snapshot of the 1st is the state of the day before,
 * however much later it was pulled.
 */
const LEFT_ON = sql`coalesce((select coalesce(${SNAPSHOT} - 1, e.happened_on) from registry_event e left join pull p on p.id = e.pull_id
  where e.organisation_id = o.id and e.kind = 'left_register' order by e.observed_at desc limit 1), o.left_register_on)`

/** Companies of the register with their place and with how many stand at their address, as the table `company`. */
function companies(scope: Pick<Scope, 'register' | 'here'>): RawBuilder<unknown> {
  return sql`company as materialized (
    select o.*, o.locality_code = any(${scope.here}::text[]) as is_here,
      case when o.postcode is null or o.address_lines[1] is null then 1
        else count(*) over (partition by o.postcode, upper(o.address_lines[1])) end as at_address
    from organisation o where o.source_id = ${scope.register.sourceId}
      and exists (select 1 from organisation_identifier i where i.organisation_id = o.id and i.scheme = 'GB-COH'))`
}

const counted = (scope: Scope): RawBuilder<unknown> => sql`
  (${scope.reference}::text[] is null or o.locality_code = any(${scope.reference}::text[]))
  and (not ${scope.withoutShared}::boolean or o.at_address < ${SHARED_ADDRESS})`

/** Companies of the pulled register, by industry, age and month. Public: everybody gets the same answer. */
@Injectable()
export class RegisterReadModel {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** The register that holds most companies of the place, or null when none holds any. */
  async registerOf(here: string[]): Promise<Register | null> {
    const rows = await this.ask(tx =>
      sql<{ id: string; name: string; attribution: string; demonstration: boolean; data_of: string }>`
        select s.id, s.name, s.attribution, s.demonstration,
          coalesce(substring(s.mark from '^\\d{4}-\\d{2}-\\d{2}'), (s.last_success_at at time zone 'Europe/London')::date::text,
            max((o.pulled_at at time zone 'Europe/London')::date)::text) as data_of
        from organisation o join source s on s.id = o.source_id
        where o.locality_code = any(${here}::text[])
          and exists (select 1 from organisation_identifier i where i.organisation_id = o.id and i.scheme = 'GB-COH')
        group by s.id order by count(*) desc, s.id limit 1`.execute(tx),
    )
    const row = rows.rows[0]
    if (!row) return null
    const { id, name, attribution, demonstration } = row
    return { sourceId: id, name, attribution, demonstration, dataOf: row.data_of }
  }

  async facts(scope: Pick<Scope, 'register' | 'here'>): Promise<RegisterFacts> {
    const { rows } = await this.ask(tx =>
      sql<Record<keyof RegisterFacts, string>>`with ${companies(scope)}
        select count(*) filter (where ${LIVE}) as live, count(*) filter (where o.status = 'insolvent') as insolvent,
          count(*) filter (where ${LIVE} and o.at_address >= ${SHARED_ADDRESS}) as shared,
          count(*) filter (where ${LIVE} and o.at_address >= ${AGENT_ADDRESS}) as agents,
          (select count(*) from organisation x where x.locality_code = any(${scope.here}::text[])
            and x.source_id <> ${scope.register.sourceId} and exists (select 1 from organisation_identifier i
              where i.organisation_id = x.id and i.scheme = 'GB-COH')) as "otherRegisters"
        from company o where o.is_here`.execute(tx),
    )
    const row = rows[0]
    const n = (key: keyof RegisterFacts): number => Number(row?.[key] ?? 0)
    return {
      live: n('live'),
      insolvent: n('insolvent'),
      shared: n('shared'),
      agents: n('agents'),
      otherRegisters: n('otherRegisters'),
    }
  }

  /** Live companies by their first industry code. */
  async byCode(scope: Scope): Promise<CodeCount[]> {
    const { rows } = await this.ask(tx =>
      sql<{ code: string | null; here: string; reference: string }>`with ${companies(scope)}
        select a.code, count(*) filter (where o.is_here) as here, count(*) as reference
        from company o left join lateral (select a.code from organisation_activity a where a.organisation_id = o.id
          order by a.position limit 1) a on true
        where ${LIVE} and ${counted(scope)} group by a.code`.execute(tx),
    )
    return rows.map(row => ({ code: row.code, here: Number(row.here), reference: Number(row.reference) }))
  }

  /** Live companies that are not dormant by their age in whole years at the day of the data, and the dormant ones left out. */
  async byAge(scope: Scope): Promise<{ counts: AgeCount[]; dormant: number }> {
    const { rows } = await this.ask(tx =>
      sql<{ born: string | null; dormant: boolean; here: string; reference: string }>`with ${companies(scope)}
        select o.incorporated_on::text as born, coalesce(o.accounts_category ilike '%dormant%', false) as dormant,
          count(*) filter (where o.is_here) as here, count(*) as reference
        from company o where ${LIVE} and ${counted(scope)} group by 1, 2`.execute(tx),
    )
    const { dataOf } = scope.register
    return {
      counts: rows
        .filter(row => !row.dormant)
        .map(row => ({
          age: row.born === null ? null : ageInYears(row.born, dataOf),
          here: Number(row.here),
          reference: Number(row.reference),
        })),
      dormant: rows.reduce((sum, row) => sum + (row.dormant ? Number(row.here) : 0), 0),
    }
  }

  /** Incorporations and companies that left, by month, for the place alone; and since when leaving can be known. */
  async byMonth(scope: Scope): Promise<{
    incorporated: Map<string, number>
    left: Map<string, number>
    leftKnownFrom: string | null
  }> {
    const here = { ...scope, reference: scope.here }
    const { rows } = await this.ask(tx =>
      sql<{ kind: 'in' | 'out'; month: string; n: string }>`with ${companies(here)}
        select 'in' as kind, to_char(o.incorporated_on, 'YYYY-MM') as month, count(*) as n from company o
        where o.incorporated_on is not null and ${counted(here)} group by 2
        union all
        select 'out', to_char(${LEFT_ON}, 'YYYY-MM') as month, count(*) from company o
        where o.status = 'left_register' and ${counted(here)} group by 2`.execute(tx),
    )
    const known = await this.ask(tx =>
      sql<{ month: string | null }>`select to_char(least(
          (select min(${LEFT_ON}) from organisation o where o.source_id = ${scope.register.sourceId} and o.status = 'left_register'),
          (select min(coalesce(${SNAPSHOT}, p.started_at::date)) from pull p
            where p.source_id = ${scope.register.sourceId} and p.state = 'complete' having count(distinct p.mark_after) > 1)),
          'YYYY-MM') as month`.execute(tx),
    )
    const months = (kind: 'in' | 'out'): Map<string, number> =>
      new Map(rows.filter(r => r.kind === kind && r.month !== null).map(r => [r.month, Number(r.n)]))
    return { incorporated: months('in'), left: months('out'), leftKnownFrom: known.rows[0]?.month ?? null }
  }

  /** Titles of the divisions by their two digits, where the classification is loaded. */
  async divisionTitles(): Promise<Map<string, string>> {
    const rows = await this.ask(tx =>
      tx
        .selectFrom('classification_code')
        .select(['code', 'title'])
        .where('scheme', 'like', 'SIC%')
        .where(sql<boolean>`length(code) = 2`)
        .execute(),
    )
    return new Map(rows.map(row => [row.code, row.title]))
  }

  private ask<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.door.withActor(anonymous, work)
  }
}
