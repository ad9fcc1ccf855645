import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { pull } from '../../jobs/sources/pull.js'
import { useDatabase } from '../setup/clone.js'
import { describeShared, sharedPath } from '../setup/shared.js'

// Real petitions of 2020 to 2022, read in place; creators' names are not in the file.
const PETITIONS = 'data/participation/uk_petitions.ndjson'
const PAIRS = 'data/participation/uk_petitions_duplicate_pairs.csv'

describeShared(PETITIONS, 'petitions to Parliament as one consultation', () => {
  const database = useDatabase()
  const take = () => pull(database.worker, { sourceId: 'petitions', cause: 'file', file: sharedPath(PETITIONS) })

  it('are 3,666 responses of one consultation, and nothing is new the second time', async () => {
    expect(await take()).toMatchObject({ state: 'complete', read: 3_666, new: 3_666, changed: 0, parked: 0 })
    expect(await take()).toMatchObject({ read: 3_666, new: 0, changed: 0, unchanged: 3_666 })
    const held = await sql<{ consultations: number; responses: number; answers: number }>`select
      (select count(*)::int from consultation) as consultations, (select count(*)::int from response) as responses,
      (select count(*)::int from answer) as answers`.execute(database.owner)
    expect(held.rows[0]).toEqual({ consultations: 1, responses: 3_666, answers: 3_666 })
  })

  it('keep the state, and show only what Parliament published', async () => {
    const states = await sql<{ state: string; n: number }>`select split_part(state, ':', 1) as state, count(*)::int as n
      from response group by 1 order by 1`.execute(database.owner)
    expect(states.rows).toEqual([
      { state: 'closed', n: 970 },
      { state: 'open', n: 167 },
      { state: 'rejected', n: 2_529 },
    ])
    const shown = await database.owner
      .selectFrom('response')
      .select(eb => eb.fn.countAll<number>().as('n'))
      .where('publish_consent', '=', true)
      .executeTakeFirstOrThrow()
    expect(Number(shown.n)).toBe(1_137)
  })

  it('keep what staff said repeats an earlier one: the manifest’s 1,597 pairs, one of which is written twice', async () => {
    const pairs = readFileSync(sharedPath(PAIRS), 'utf8').trim().split(/\r?\n/).slice(1)
    const held = await sql<{ pair: string }>`select source_ref || ',' || target as pair
      from response, unnest(duplicate_of) as target`.execute(database.owner)
    expect([pairs.length, new Set(pairs).size, held.rows.length]).toEqual([1_597, 1_596, 1_596])
    const known = new Set(held.rows.map(one => one.pair))
    expect(pairs.filter(pair => !known.has(pair.split(',').slice(0, 2).join(',')))).toEqual([])
  })
})
