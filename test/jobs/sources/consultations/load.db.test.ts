import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { addHub } from '../../../builders/reader.js'
import { useDatabase } from '../../../setup/clone.js'
import { useFiles } from '../../../setup/file-pull.js'

// A made export: a title line, a header, cells of several lines, a deleted row.
const EXPORT = `Made consultation (export)
Response ID,Submitted,Status,What is hard?,What would help?,May we publish?
A1,02/11/2026,,"The bus stopped.
It will not come back.",A bus.,Yes
A2,03/11/2026,,Nobody calls. Ring me on 0191 498 0123.,,No
A3,03/11/2026,deleted,Gone.,,Yes
A4,04/11/2026,,,A lift.,
`
const MAPPING = {
  consultation: { ref: 'made-1', title: 'Made consultation', closes: '2026-11-10' },
  skip_rows: 1,
  columns: { id: 'Response ID', submitted: 'Submitted', status: 'Status', consent: 'May we publish?' },
  questions: ['What is hard?', 'What would help?'],
}

describe('answers of a consultation', () => {
  const database = useDatabase()
  const take = useFiles(database)
  let hubId: string

  beforeEach(async () => {
    await sql`truncate source, hub cascade`.execute(database.owner)
    await database.setNow('2026-11-25T10:00:00Z')
    hubId = await addHub(database.owner, { name: 'Made hub' })
  })

  const pulled = (text = EXPORT, mapping: unknown = MAPPING) =>
    take('consultations', 'made.csv', { text, mapping, hubId })
  const answers = () =>
    database.owner
      .selectFrom('answer as a')
      .innerJoin('response as r', 'r.id', 'a.response_id')
      .innerJoin('question as q', 'q.id', 'a.question_id')
      .select(['r.source_ref', 'r.public_id', 'r.publish_consent', 'q.number', 'a.body', 'a.hub_id'])
      .orderBy('r.source_ref')
      .orderBy('q.number')
      .execute()

  it('belong to the hub, keep consent per response, and leave contacts and deleted rows out', async () => {
    expect(await pulled()).toMatchObject({ new: 3, parked: 0, details: { answers: 4 } })
    expect(await answers()).toEqual([
      {
        source_ref: 'A1',
        public_id: 'R-0001',
        publish_consent: true,
        number: 1,
        body: 'The bus stopped.\nIt will not come back.',
        hub_id: hubId,
      },
      { source_ref: 'A1', public_id: 'R-0001', publish_consent: true, number: 2, body: 'A bus.', hub_id: hubId },
      {
        source_ref: 'A2',
        public_id: 'R-0002',
        publish_consent: false,
        number: 1,
        body: 'Nobody calls. Ring me on [telephone number left out].',
        hub_id: hubId,
      },
      { source_ref: 'A4', public_id: 'R-0003', publish_consent: false, number: 2, body: 'A lift.', hub_id: hubId },
    ])
  })

  it('change nothing the second time, and a newer export replaces by response id and keeps public ids', async () => {
    await pulled()
    expect(await pulled()).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
    const newer = EXPORT.replace('A bus.', '').replace('A4,', 'A0,05/11/2026,,First.,,Yes\nA4,')
    expect(await pulled(newer)).toMatchObject({ new: 1, changed: 1, unchanged: 2 })
    const found = await answers()
    expect(found.map(one => [one.source_ref, one.public_id, one.number])).toEqual([
      ['A0', 'R-0004', 1],
      ['A1', 'R-0001', 1],
      ['A2', 'R-0002', 1],
      ['A4', 'R-0003', 2],
    ])
  })

  it('publish nothing where no consent column is mapped', async () => {
    const { consent: _, ...columns } = MAPPING.columns
    await pulled(EXPORT, { ...MAPPING, columns })
    expect((await answers()).every(one => !one.publish_consent)).toBe(true)
  })

  it('say what the mapping lacks', async () => {
    await expect(take('consultations', 'bare.csv', { text: EXPORT, hubId })).rejects.toThrow(
      'bare.csv needs a mapping beside it, bare.csv.mapping.json',
    )
    await expect(pulled(EXPORT, { ...MAPPING, questions: ['What else?'] })).rejects.toThrow('no column "question 1"')
  })
})
