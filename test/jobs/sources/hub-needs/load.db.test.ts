import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { addPlaces } from '../../../builders/place.js'
import { addHub } from '../../../builders/reader.js'
import { useDatabase } from '../../../setup/clone.js'
import { useFiles } from '../../../setup/file-pull.js'

// Made needs and made answers.
const NEEDS = `reference,origin,state,title,description,outcome,locality_code,money_first_phase,closes_on,solution_words,evidence,evidence_against
N1,consulted,open,Lifts to the clinic,"People cannot reach the clinic. An app was tried.",People reach the clinic.,E06000047,£40,18/12/2026,an app,A1#1; A2#1,A3
N2,entered,open,No outcome,Something.,,E06000047,,,,,
N3,entered,open,Nowhere,Something.,Better.,E99999999,,,,,
`
const ANSWERS = `Id,Words,Ok
A1,No bus reaches it.,Yes
A2,I stay over.,No
A3,I like the walk.,Yes
`
const MAPPING = {
  consultation: { ref: 'made', title: 'Made' },
  columns: { id: 'Id', consent: 'Ok' },
  questions: ['Words'],
}

describe('needs that a hub keeps itself', () => {
  const database = useDatabase()
  const take = useFiles(database)
  let hubId: string

  beforeEach(async () => {
    await sql`truncate source, hub, locality cascade`.execute(database.owner)
    await addPlaces(database.owner)
    hubId = await addHub(database.owner, { name: 'Made hub' })
    await take('consultations', 'answers.csv', { text: ANSWERS, mapping: MAPPING, hubId })
  })

  const pulled = (text = NEEDS) => take('hub-needs', 'needs.csv', { text, hubId })
  const evidence = () =>
    database.owner.selectFrom('need_evidence').select(['quote', 'stance', 'public_id']).orderBy('public_id').execute()

  it('are refused without an outcome or a place, and keep the rest as entered', async () => {
    const result = await pulled()
    expect(result).toMatchObject({ read: 3, new: 1, parked: 2 })
    expect(result.parkedRecords.map(one => one.reason)).toEqual([
      '"outcome" is empty: a need can only be published with the change that is wanted.',
      'There is no place with the code E99999999.',
    ])
    const need = await database.owner.selectFrom('need').selectAll().executeTakeFirstOrThrow()
    expect(need).toMatchObject({
      origin: 'consulted',
      state: 'open',
      hub_id: hubId,
      money_first_phase: '40',
      closes_at: new Date('2026-12-18T23:59:59Z'),
      solution_language: [{ text: 'An app', start: 32, end: 38 }],
    })
  })

  it('quote only answers with consent, on either side', async () => {
    await pulled()
    expect(await evidence()).toEqual([
      { quote: 'No bus reaches it.', stance: 'supports', public_id: 'R-0001' },
      { quote: 'I like the walk.', stance: 'opposes', public_id: 'R-0003' },
    ])
  })

  it('lose a quote when its consent is taken back', async () => {
    await pulled()
    const text = ANSWERS.replace('A1,No bus reaches it.,Yes', 'A1,No bus reaches it.,No')
    await take('consultations', 'answers.csv', { text, mapping: MAPPING, hubId })
    expect((await evidence()).map(one => one.public_id)).toEqual(['R-0003'])
  })

  it('never quote another hub’s answers', async () => {
    const other = await addHub(database.owner, { name: 'Another made hub' })
    await take('hub-needs', 'needs.csv', { text: NEEDS, hubId: other })
    expect(await evidence()).toEqual([])
  })

  it('change nothing the second time, and a moved deadline becomes an event', async () => {
    await pulled()
    expect(await pulled()).toMatchObject({ new: 0, changed: 0, unchanged: 1 })
    expect(await pulled(NEEDS.replace('18/12/2026', '08/01/2027'))).toMatchObject({ changed: 1 })
    expect(await database.owner.selectFrom('need_event').select('kind').execute()).toEqual([{ kind: 'deadline' }])
  })

  it('need a hub', async () => {
    await expect(take('hub-needs', 'needs.csv', { text: NEEDS })).rejects.toThrow('say which one the file is of')
  })
})
