import { statSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { pull } from '../../jobs/sources/pull.js'
import { type TestDatabase, useDatabase } from '../setup/clone.js'
import { describeShared, sharedPath } from '../setup/shared.js'

// Real notices, read in place; contact persons are redacted in the files, their members are still there.
const RELEASES = 'data/contracts_finder/releases.ndjson'
const FOLDER = 'data/find_a_tender'
const PAGE = `${FOLDER}/release-package-limit-4.json`

const everythingKept = async (database: TestDatabase): Promise<string> => {
  const kept = await sql<{ all: string }>`select concat_ws(' ', (select string_agg(t::text, '') from notice t),
    (select string_agg(t::text, '') from notice_release t), (select string_agg(t::text, '') from mention t),
    (select string_agg(t::text, '') from need t), (select string_agg(t::text, '') from award t),
    (select string_agg(t::text, '') from parked_record t)) as all`.execute(database.owner)
  return kept.rows[0]!.all
}

describeShared(RELEASES, 'Contracts Finder, two days of early 2025', () => {
  const database = useDatabase()
  const take = () => pull(database.worker, { sourceId: 'contracts-finder', cause: 'file', file: sharedPath(RELEASES) })

  it('holds 201 releases in 190 processes, and says nothing new the second time', async () => {
    expect(statSync(sharedPath(RELEASES)).size).toBe(643_582)
    // One id occurs twice; the two differ only in a street, which is not kept.
    expect(await take()).toMatchObject({
      state: 'complete',
      read: 201,
      new: 200,
      changed: 0,
      unchanged: 1,
      parked: 0,
      details: { processes: 190, engagement: 5, pipeline: 2, tender: 46, award: 148, needs: 50 },
    })
    expect(await take()).toMatchObject({ state: 'complete', read: 201, new: 0, changed: 0, unchanged: 201, parked: 0 })
  })

  it('recognises 5 early engagements and 2 pipeline notices, and makes needs of them and of the tenders', async () => {
    const kinds = await sql<{
      kind: string
      n: number
    }>`select kind, count(*)::int as n from notice group by 1 order by 1`.execute(database.owner)
    expect(kinds.rows).toEqual([
      { kind: 'award', n: 141 },
      { kind: 'engagement', n: 5 },
      { kind: 'pipeline', n: 2 },
      { kind: 'tender', n: 42 },
    ])
    const needs = await sql<{
      stage: string
      state: string
      n: number
      quoted: number
    }>`select stage_text as stage, state,
      count(*)::int as n, count(*) filter (where quote ->> 'text' <> '' and hub_id is null)::int as quoted
      from need group by 1, 2 order by 1, 2`.execute(database.owner)
    expect(needs.rows).toEqual([
      { stage: 'Early market engagement', state: 'open', n: 5, quoted: 5 },
      { stage: 'Open tender', state: 'in_procurement', n: 1, quoted: 1 },
      { stage: 'Open tender', state: 'open', n: 42, quoted: 42 },
      { stage: 'Pipeline', state: 'open', n: 2, quoted: 2 },
    ])
  })

  it('keeps nothing about contact persons and no doubled encoding', async () => {
    const all = await everythingKept(database)
    expect(all).not.toMatch(/REDACTED|contactPoint|Â£|â€/)
    expect(all).not.toMatch(/[\w.]+@[\w-]+\.\w{2,}/)
  })

  it('has suppliers as mentions, more than a quarter with a company number', async () => {
    const mentions = await sql<{ role: string; n: number; numbered: number }>`select role, count(*)::int as n,
      count(*) filter (where identifiers @> '[{"scheme": "GB-COH"}]')::int as numbered from mention group by 1 order by 1`.execute(
      database.owner,
    )
    expect(mentions.rows).toEqual([
      { role: 'buyer', n: 190, numbered: 0 },
      { role: 'supplier', n: 263, numbered: 75 },
    ])
  })
})

describeShared(PAGE, 'Find a Tender, six notices of 2026', () => {
  const database = useDatabase()
  const take = (file: string) =>
    pull(database.worker, { sourceId: 'find-a-tender', cause: 'file', file: sharedPath(`${FOLDER}/${file}`) })

  it('reads all six releases', async () => {
    expect(statSync(sharedPath(PAGE)).size).toBe(19_813)
    expect(await take('release-package-limit-4.json')).toMatchObject({ read: 4, new: 4, parked: 0 })
    expect(await take('032703-2026_ocds.json')).toMatchObject({ read: 1, new: 1, parked: 0 })
    expect(await take('037689-2026_ocds.json')).toMatchObject({ read: 1, new: 1, parked: 0 })
    const notices = await sql<{
      type: string
      kind: string
      n: number
    }>`select notice_type as type, kind, count(*)::int as n
      from notice group by 1, 2 order by 1`.execute(database.owner)
    expect(notices.rows).toEqual([
      { type: 'UK1', kind: 'pipeline', n: 1 },
      { type: 'UK4', kind: 'tender', n: 2 },
      { type: 'UK6', kind: 'award', n: 3 },
    ])
  })

  it('names the lot in AED and adds nothing up', async () => {
    const warned = await database.owner
      .selectFrom('notice')
      .select(['ocid', 'warnings', 'value_amount', 'value_currency'])
      .where(sql<boolean>`cardinality(warnings) > 0`)
      .execute()
    expect(warned).toEqual([
      {
        ocid: 'ocds-h6vhtk-078219',
        warnings: ['Lot 1 is stated in AED and the notice in GBP: its value is not added up.'],
        value_amount: '2772000',
        value_currency: 'GBP',
      },
    ])
  })

  it('keeps the buyer, not the law firm that acts for it', async () => {
    const buyers = await database.owner
      .selectFrom('notice')
      .select('buyer_name')
      .where('ocid', '=', 'ocds-h6vhtk-068ae4')
      .execute()
    expect(buyers).toEqual([{ buyer_name: 'Northumberland County Council' }])
  })

  it('reads a gross amount as one, and says so', async () => {
    const awards = await sql<{
      amount: string
      note: string | null
    }>`select value_amount as amount, value_note as note from award
      where value_note is not null`.execute(database.owner)
    expect(awards.rows).toEqual([{ amount: '256378.74', note: 'Tax included: no net amount is stated.' }])
  })

  it('keeps nothing about contact persons', async () =>
    expect(await everythingKept(database)).not.toMatch(/REDACTED|contactPoint|redacted\]/))
})
