import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { pull } from '../../jobs/sources/pull.js'
import { useDatabase } from '../setup/clone.js'
import { describeShared, sharedPath } from '../setup/shared.js'

// Real calls of five public lists, nearly all of 2020 to 2023, read in place.
const CALLS = 'data/challenges/uk_innovation_challenges.ndjson'

describeShared(CALLS, 'calls of five public lists', () => {
  const database = useDatabase()
  const take = () => pull(database.worker, { sourceId: 'challenges', cause: 'file', file: sharedPath(CALLS) })
  const count = async (condition: string) =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(condition)}`.execute(database.owner)).rows[0]!.n

  it('are 1,812, and nothing is new the second time', async () => {
    await database.setNow('2026-11-25T10:04:00Z')
    expect(await take()).toMatchObject({ state: 'complete', read: 1_812, new: 1_812, changed: 0, parked: 0 })
    expect(await take()).toMatchObject({ read: 1_812, new: 0, changed: 0, unchanged: 1_812, parked: 0 })
  })

  it('keep missing dates missing and give a quoted need each', async () => {
    expect(await count('challenge where opens_on is null')).toBe(75)
    expect(await count('challenge where closes_on is null')).toBe(58)
    expect(await count('programme')).toBe(5)
    expect(await count(`need where origin = 'harvested' and quote->>'text' <> ''`)).toBe(1_812)
    expect(await count(`need where position(quote->>'text' in description || title) = 0`)).toBe(0)
  })

  it('are closed by now: none of their needs is in a challenge', async () => {
    expect(await count(`need where state = 'in_challenge'`)).toBe(0)
    expect(await count(`challenge where state <> 'closed'`)).toBe(0)
  })

  it('say that a call stands in more than one list', async () => {
    const twice = await sql<{
      n: number
    }>`select count(*)::int as n from (select title_key from challenge group by 1 having count(*) > 1) t`.execute(
      database.owner,
    )
    expect(twice.rows[0]!.n).toBeGreaterThanOrEqual(128)
  })
})
