import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { addOrganisation } from '../../../builders/organisation.js'
import { addHub } from '../../../builders/reader.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'
import { useFiles } from '../../../setup/file-pull.js'

// Made challenges and made submissions.
const CHALLENGES = `programme,id,title,problem,opens,closes,value_total,value_to
Made programme,A,Noticed in time,"People decline unseen. We need to notice it sooner.",2026-10-01,2026-12-20T11:00,90000,30000
Made programme,B,Last year's,Something was needed.,2025-01-01,2025-03-01,,
`
const HEAD =
  'submission,challenge,organisation,company_number,idea,idea_title,teaser,idea_text,submitted_on,decision,reason_1,reason_1_text,reason_1_details,second_look,tier,consent_on,afterwards\n'
const row = (cells: Partial<Record<string, string>>): string => {
  const defaults: Record<string, string> = {
    submission: 'S1',
    challenge: 'B',
    organisation: 'Made Ltd',
    company_number: 'ZZ000001',
    idea: 'I1',
    idea_title: 'A title',
    teaser: 'A teaser',
    idea_text: 'A body.',
    submitted_on: '2025-02-20',
    decision: 'not_adopted',
    reason_1: 'budget',
    reason_1_text: 'Too dear.',
    reason_1_details: '"{""money"":30000}"',
    second_look: '',
    tier: '',
    consent_on: '',
    afterwards: '',
  }
  return `${Object.values({ ...defaults, ...cells }).join(',')}\n`
}

describe('challenges and their submissions', () => {
  const database = useDatabase()
  const take = useFiles(database)
  let hubId: string

  beforeEach(async () => {
    await sql`truncate source, hub cascade`.execute(database.owner)
    await database.setNow('2026-11-25T10:00:00Z')
    hubId = await addHub(database.owner, { name: 'Made hub' })
    await addSource(database.owner, { id: 'companies-house' })
    await addOrganisation(database.owner, { source_id: 'companies-house', number: 'ZZ000001', name: 'Made Ltd' })
    await take('challenges', 'challenges.csv', { text: CHALLENGES, hubId })
  })

  const submissions = (text: string) => take('challenges', 'submissions.csv', { text: HEAD + text, hubId })
  const idea = () =>
    database.owner.selectFrom('idea').selectAll().where('source_ref', '=', 'I1').executeTakeFirstOrThrow()

  it('gives a need that quotes the problem: in the challenge while it is open, stale afterwards', async () => {
    const needs = await database.owner
      .selectFrom('need')
      .select(['title', 'state', 'origin', 'quote', 'money_first_phase', 'closes_at'])
      .orderBy('source_ref')
      .execute()
    expect(needs).toEqual([
      {
        title: 'Noticed in time',
        state: 'in_challenge',
        origin: 'harvested',
        quote: {
          text: 'We need to notice it sooner.',
          position: 'problem statement, characters 24 to 51',
          start: 23,
          end: 51,
        },
        money_first_phase: '30000',
        closes_at: new Date('2026-12-20T11:00:00Z'),
      },
      {
        title: "Last year's",
        state: 'open',
        origin: 'harvested',
        quote: { text: 'Something was needed.', position: 'problem statement, characters 1 to 21', start: 0, end: 21 },
        money_first_phase: null,
        closes_at: new Date('2025-03-01T23:59:59Z'),
      },
    ])
  })

  it('changes nothing the second time, and notes a moved deadline as an event', async () => {
    expect(await take('challenges', 'challenges.csv', { text: CHALLENGES, hubId })).toMatchObject({
      read: 2,
      new: 0,
      changed: 0,
      unchanged: 2,
    })
    const moved = CHALLENGES.replace('2026-12-20T11:00', '2027-01-15T11:00')
    expect(await take('challenges', 'challenges.csv', { text: moved, hubId })).toMatchObject({ changed: 1 })
    const events = await database.owner.selectFrom('need_event').select(['kind', 'reason']).execute()
    expect(events).toEqual([{ kind: 'deadline', reason: 'As published by the programme' }])
  })

  it('keeps the recorded reason, joins the owner by number, and lists nothing without consent', async () => {
    expect(await submissions(row({}))).toMatchObject({ read: 1, new: 1, parked: 0 })
    expect(await submissions(row({}))).toMatchObject({ new: 0, changed: 0, unchanged: 1 })
    expect(await idea()).toMatchObject({ state: 'not_adopted', owner_name: 'Made Ltd' })
    expect((await idea()).organisation_id).not.toBeNull()
    const reasons = await database.owner
      .selectFrom('non_adoption')
      .select(['code', 'quote', 'details', 'hub_id'])
      .execute()
    expect(reasons).toEqual([{ code: 'budget', quote: 'Too dear.', details: { money: 30_000 }, hub_id: hubId }])
    expect(await database.owner.selectFrom('consent').selectAll().execute()).toEqual([])
  })

  it('records an end without a reason as unknown', async () => {
    await submissions(row({ reason_1: '', reason_1_text: '', reason_1_details: '' }))
    expect(await database.owner.selectFrom('non_adoption').select(['code', 'quote']).execute()).toEqual([
      { code: 'unknown', quote: null },
    ])
  })

  it('gives a consent once: one that its owner took back is not given again by the old list', async () => {
    const yes = row({ second_look: 'yes', tier: 'teaser', consent_on: '2025-05-01' })
    await submissions(yes)
    expect((await idea()).state).toBe('seeking')
    await database.owner.updateTable('consent').set({ revoked_at: new Date() }).execute()
    await submissions(yes.replace('A teaser', 'Another teaser'))
    const running = await database.owner.selectFrom('consent').select('id').where('revoked_at', 'is', null).execute()
    expect(running).toEqual([])
  })

  it('ends a running consent when the newer list says no', async () => {
    await submissions(row({ second_look: 'yes', tier: 'full', consent_on: '2025-05-01' }))
    await submissions(row({ second_look: 'no' }))
    expect((await idea()).state).toBe('not_adopted')
  })

  it('leaves an idea that its owner erased as it is', async () => {
    await submissions(row({}))
    await database.owner.updateTable('idea').set({ state: 'erased', title: 'Erased', teaser: null }).execute()
    await submissions(row({ idea_title: 'It comes back' }))
    expect(await idea()).toMatchObject({ state: 'erased', title: 'Erased', teaser: null })
  })

  it('keeps a second text of an idea as its next version', async () => {
    await submissions(row({}))
    await submissions(row({ submission: 'S2', idea_text: 'A better body.', submitted_on: '2025-02-21' }))
    const versions = await database.owner
      .selectFrom('idea_version')
      .select(['version', 'body'])
      .orderBy('version')
      .execute()
    expect(versions).toEqual([
      { version: 1, body: 'A body.' },
      { version: 2, body: 'A better body.' },
    ])
  })

  it('parks a submission to a challenge that is not loaded, and a yes without a tier', async () => {
    const result = await submissions(
      row({ challenge: 'Z' }) + row({ submission: 'S3', second_look: 'yes', consent_on: '2025-05-01' }),
    )
    expect(result.parkedRecords).toEqual([
      { position: 'line 3', reason: '"second_look" says yes and "tier" is empty.' },
      { position: 'line 2', reason: 'The challenge Z is not loaded: pull the list of challenges first.' },
    ])
  })
})
