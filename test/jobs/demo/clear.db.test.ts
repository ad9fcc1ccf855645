import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { clearDemonstration } from '../../../jobs/demo/clear.js'
import { loadDemonstration } from '../../../jobs/demo/load.js'
import { ensureReferenceData } from '../../../sql/reference/ensure.js'
import { addChallenge, addIdea } from '../../builders/idea.js'
import { addNeed } from '../../builders/need.js'
import { addOrganisation } from '../../builders/organisation.js'
import { addHub, addReader } from '../../builders/reader.js'
import { addSource } from '../../builders/source.js'
import { useDatabase } from '../../setup/clone.js'
import { useFiles } from '../../setup/file-pull.js'

const database = useDatabase()
const take = useFiles(database)
const workFolder = mkdtempSync(join(tmpdir(), 'wellmet-demo-'))
afterAll(() => rmSync(workFolder, { recursive: true, force: true }))

/** Every row of every table as text, sorted. The sequence of references is no row. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' order by 1`.execute(
    database.owner,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables.rows) {
    const found = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(
      database.owner,
    )
    all[name] = found.rows.map(one => one.row)
  }
  return all
}

/** Rows of a real installation: a hub with an officer, companies, needs, answers, a challenge with a submission. */
async function realRows(): Promise<void> {
  await ensureReferenceData(database.ownerUrl)
  const hubId = await addHub(database.owner, { name: 'Another hub', places: ['E06000047'] })
  await addReader(database.owner, { role: 'officer', hubId })
  await addSource(database.owner, { id: 'companies-house' })
  await addOrganisation(database.owner, {
    source_id: 'companies-house',
    number: '01234567',
    sic: [{ code: '62020' }],
    capabilities: ['We mend becks.'],
    locality_code: 'E06000047',
  })
  await addNeed(database.owner, { hub_id: hubId, locality_code: 'E06000047' })
  const challenge = await addChallenge(database.owner, { source_id: 'companies-house', hub_id: hubId })
  await addIdea(database.owner, {
    source_id: 'companies-house',
    tier: 'full',
    submission: { challenge_id: challenge.challengeId },
    reasons: [{ code: 'budget' }],
  })
  const mapping = {
    consultation: { ref: 'r', title: 'Real' },
    columns: { id: 'Id', consent: 'Ok' },
    questions: ['Words'],
  }
  await take('consultations', 'answers.csv', { text: 'Id,Words,Ok\nA1,No bus.,Yes\n', mapping, hubId })
  await take('challenges', 'calls.csv', { text: 'id,title,problem\n1,A call,We need a thing.\n' })
}

it('is removed without touching any other row, and can be loaded again as if it had never been', async () => {
  await realRows()
  const before = await everything()
  const request = { ownerUrl: database.ownerUrl, door: database.worker, workFolder }
  await loadDemonstration(request)
  const during = await everything()
  expect(during.need!.length - before.need!.length).toBe(120)
  const cleared = await clearDemonstration({ ownerUrl: database.ownerUrl })
  expect(cleared).toMatchObject({ sources: 7, hubs: 6, accounts: 6, frameworks: 1 })
  expect(await everything()).toEqual(before)
  await loadDemonstration(request)
  await loadDemonstration(request)
  const again = await everything()
  const sizes = (all: Record<string, string[]>) => Object.entries(all).map(([name, rows]) => `${name} ${rows.length}`)
  expect(sizes(again)).toEqual(sizes(during))
}, 120_000)
