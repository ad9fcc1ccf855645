import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { pull } from '../../jobs/sources/pull.js'
import { zip } from '../fixtures/publisher/zip.js'
import { useDatabase } from '../setup/clone.js'
import { describeShared, sharedPath } from '../setup/shared.js'

// Real files of the register, read in place. Their sizes guard against changed files.
const SAMPLE = 'data/companies_house/BasicCompanyDataAsOneFile-2020-05-01_sample.csv'
const HEAD = 'data/companies_house/BasicCompanyDataAsOneFile-2020-05-01_head.csv'

describeShared(SAMPLE, 'the random sample of the register', () => {
  const database = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'wellmet-real-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const take = (file: string) => pull(database.worker, { sourceId: 'companies-house', cause: 'file', file })

  it('has 4,537 companies, and says nothing new the second time, nor as a zip', async () => {
    expect(statSync(sharedPath(SAMPLE)).size).toBe(1_713_253)
    expect(await take(sharedPath(SAMPLE))).toMatchObject({
      state: 'complete',
      read: 4537,
      new: 4537,
      changed: 0,
      gone: 0,
      parked: 0,
    })
    const again = { state: 'complete', read: 4537, new: 0, changed: 0, unchanged: 4537, gone: 0, parked: 0 }
    expect(await take(sharedPath(SAMPLE))).toMatchObject(again)
    const packed = join(folder, 'sample.zip')
    writeFileSync(packed, zip([{ name: 'sample.csv', content: readFileSync(sharedPath(SAMPLE)) }]))
    expect(await take(packed)).toMatchObject(again)
  })

  it('has the statuses, activities and spoilt postcodes that were counted in it', async () => {
    const counted = await sql<{ what: string; n: number }>`
      select status as what, count(*)::int as n from organisation group by 1
      union all select scheme, count(*)::int from organisation_activity group by 1
      union all select 'no activity', count(*)::int from organisation o
        where not exists (select 1 from organisation_activity a where a.organisation_id = o.id)
      union all select 'postcode not readable', count(*)::int from organisation where postcode is null and postcode_as_written is not null
      union all select 'no postcode', count(*)::int from organisation where postcode_as_written is null
      order by 1`.execute(database.owner)
    expect(Object.fromEntries(counted.rows.map(row => [row.what, row.n]))).toMatchObject({
      active: 4234,
      strike_off_proposed: 195,
      insolvent: 108,
      'no activity': 174,
      'no postcode': 55,
      'postcode not readable': 2,
    })
  })
})

describeShared(HEAD, 'the head of the register, with its worst names', () => {
  const database = useDatabase()

  it('has 5,000 companies', async () => {
    expect(statSync(sharedPath(HEAD)).size).toBe(1_894_676)
    const result = await pull(database.worker, { sourceId: 'companies-house', cause: 'file', file: sharedPath(HEAD) })
    expect(result).toMatchObject({ state: 'complete', read: 5000, new: 5000, parked: 0 })
  })
})
