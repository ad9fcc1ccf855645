import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { addOrganisation } from '../../../builders/organisation.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'
import { useFiles } from '../../../setup/file-pull.js'

// A made directory: a good entry, one without a number, one whose company is not on the register.
const DIRECTORY = `entry,company_number,organisation,statement,basis,dated
D1,zz 1,Made Ltd,We mend becks.,contract,02/03/2026
D2,,A circle,We mend curtains.,stated,
D3,ZZ000009,Gone Ltd,We are gone.,stated,
`

describe('a hub’s business directory', () => {
  const database = useDatabase()
  const take = useFiles(database)

  beforeEach(async () => {
    await sql`truncate source cascade`.execute(database.owner)
    await addSource(database.owner, { id: 'companies-house' })
    await addSource(database.owner, { id: 'demo-companies-house', demonstration: true })
    await addOrganisation(database.owner, { source_id: 'companies-house', number: 'ZZ000001', name: 'Made Ltd' })
  })

  const pulled = (text = DIRECTORY, sourceId = 'hub-directory') => take(sourceId, 'directory.csv', { text })

  it('adds dated capability lines by company number and parks what it cannot place', async () => {
    const result = await pulled()
    expect(result).toMatchObject({ read: 3, new: 1, parked: 2 })
    expect(result.parkedRecords).toEqual([
      {
        position: 'line 3',
        reason: '"company_number" is empty: the entry cannot be joined to an organisation.',
      },
      {
        position: 'line 4',
        reason: 'Company ZZ000009 is not on the register that is loaded: pull companies-house first.',
      },
    ])
    const lines = await database.owner
      .selectFrom('capability')
      .select(['statement', 'basis', 'evidence_date', 'source_ref'])
      .execute()
    expect(lines).toEqual([
      { statement: 'We mend becks.', basis: 'contract', evidence_date: '2026-03-02', source_ref: 'D1' },
    ])
  })

  it('changes nothing the second time and replaces a line by its entry', async () => {
    await pulled()
    expect(await pulled()).toMatchObject({ new: 0, changed: 0, unchanged: 1 })
    expect(await pulled(DIRECTORY.replace('We mend becks', 'We mend burns'))).toMatchObject({ new: 0, changed: 1 })
  })

  it('never joins the demonstration’s list to a real company', async () => {
    expect(await pulled(DIRECTORY, 'demo-hub-directory')).toMatchObject({ new: 0, parked: 3 })
  })
})
