import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SecondChances } from '../../../../server/features/second-chances/second-chances.schemas.js'
import { startApp } from '../../../builders/app.js'
import { addChallenge, addIdea } from '../../../builders/idea.js'
import { addMatch, addRun } from '../../../builders/match.js'
import { addNeed, addSupply } from '../../../builders/need.js'
import { addOrganisation } from '../../../builders/organisation.js'
import { addPlaces, DURHAM, NORTHUMBERLAND } from '../../../builders/place.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

const chance = (eligible: boolean, reasons: [code: string, verdict: string][]) => ({
  eligible,
  headline: 'Made headline',
  challenge: 'Warm rooms',
  decided_on: '2025-03-14',
  stage_reached: 'shortlisted',
  tier: 'teaser',
  reasons: reasons.map(([code, verdict]) => ({ code, quote: 'Made words.', verdict, why: 'Made.' })),
})

describe('second chances', () => {
  const database = useDatabase()
  let app: NestFastifyApplication
  let officer: Reader
  let other: Reader
  let strategist: Reader
  let owner: Reader
  const id: Record<string, string> = {}

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    await addSource(db, { id: 'made' })
    const hub = await addHub(db, { name: 'Durham made hub', places: [DURHAM] })
    const inventor = await addOrganisation(db, { source_id: 'made', name: 'Pelaw Listening Ltd' })
    officer = await addReader(db, { role: 'officer', hubId: hub })
    other = await addReader(db, { role: 'officer', hubId: await addHub(db, { name: 'Other made hub' }) })
    strategist = await addReader(db, { role: 'strategist', hubId: hub })
    owner = await addReader(db, { role: 'innovator_admin', organisationId: inventor })
    const run = await addRun(db)
    const need = await addNeed(db, { hub_id: hub, locality_code: DURHAM, title: 'First need' })
    const second = await addNeed(db, { hub_id: hub, locality_code: DURHAM, title: 'Second need' })
    const stale = await addNeed(db, { hub_id: hub, locality_code: DURHAM, closes_at: '2026-11-01T09:00:00Z' })
    await addSupply(db, { need_id: need, match_run_id: run, second_chances: 3 })
    await addSupply(db, { need_id: stale, match_run_id: run, second_chances: 9 })
    const { challengeId, programmeId } = await addChallenge(db, {
      source_id: 'made',
      hub_id: hub,
      name: 'Made programme',
    })
    const young = await addChallenge(db, { source_id: 'made', hub_id: hub, name: 'Young programme' })
    id.programme = programmeId
    id.young = young.programmeId
    const sent = { challenge_id: challengeId, hub_id: hub }
    const made = { source_id: 'made', submission: sent }
    const kettle = await addIdea(db, {
      ...made,
      tier: 'teaser',
      organisation_id: inventor,
      title: 'Kettle and Light',
      submission: { ...sent, organisation_id: inventor },
      reasons: [{ code: 'portfolio', quote: 'Money for one project only.' }, { code: 'budget' }],
    })
    // Sent a second time: one idea stays one unit, and its later decision counts.
    await db
      .insertInto('submission')
      .values({
        source_id: 'made',
        source_ref: 'earlier',
        challenge_id: challengeId,
        idea_id: kettle,
        hub_id: hub,
        outcome: 'ineligible',
        decided_on: '2023-01-01',
        row_hash: Buffer.from('earlier'),
        pulled_at: '2026-11-01T06:00:00Z',
      })
      .execute()
    const swap = await addIdea(db, { ...made, tier: 'title', title: 'Kerbside Swap', reasons: [{ code: 'unknown' }] })
    const dear = await addIdea(db, { ...made, tier: 'teaser', title: 'Too Dear', reasons: [{ code: 'budget' }] })
    await addIdea(db, { ...made, title: 'Silent', submission: { ...sent, outcome: 'sifted_out' } })
    await addIdea(db, { ...made, title: 'Funded', state: 'piloting', submission: { ...sent, outcome: 'funded' } })
    await addIdea(db, { ...made, title: 'Withdrawn', submission: { ...sent, outcome: 'withdrawn' } })
    await addIdea(db, {
      ...made,
      title: 'New',
      submission: { challenge_id: young.challengeId, hub_id: hub, decided_on: '2026-10-01' },
    })
    const match = { match_run_id: run, need_id: need, hub_id: hub }
    const ready = chance(true, [
      ['portfolio', 'no_longer_bites'],
      ['budget', 'no_longer_bites'],
    ])
    id.possible = await addMatch(db, {
      ...match,
      idea_id: kettle,
      owner_organisation_id: inventor,
      label: 'possible',
      second_chance: ready,
    })
    id.best = await addMatch(db, {
      ...match,
      need_id: second,
      idea_id: kettle,
      owner_organisation_id: inventor,
      second_chance: ready,
    })
    await addMatch(db, { ...match, need_id: stale, idea_id: swap, second_chance: chance(true, []) })
    id.ask = await addMatch(db, { ...match, idea_id: swap, second_chance: chance(false, [['unknown', 'unknown']]) })
    await addMatch(db, { ...match, idea_id: dear, second_chance: chance(false, [['budget', 'bites']]) })
    app = await startApp(database.web)
  })
  afterAll(() => app?.close())

  const read = (as?: Reader, query = '', place = DURHAM) =>
    ask<SecondChances>(app, `/places/${place}/second-chances${query}`, as ? { as } : {}).then(answer => answer.body)

  it('show an officer how far ideas got, which can be offered again and for which to ask first', async () => {
    const body = await read(officer)
    expect(body.headline).toBe('Five ideas were not adopted. Three owners said yes to a second look.')
    expect(body.lede).toBe(
      'Not adopted says nothing about quality: one idea scored above the line and was left out for balance. One fits an open need in County Durham today.',
    )
    expect(body.flow.nodes.map(node => [node.id, node.n])).toEqual([
      ['submitted', 6],
      ['shortlisted', 5],
      ['sifted_out', 1],
      ['funded', 1],
      ['not_adopted', 5],
      ['running', 1],
      ['agreed', 3],
      ['not_asked', 2],
      ['waiting', 3],
    ])
    expect(body.flow_panel.data).toEqual({
      stage: [
        'Submitted',
        'First sift',
        'First sift',
        'Decision',
        'Decision',
        'Afterwards',
        'Afterwards',
        'Afterwards',
        'Second chance',
      ],
      state: [
        'Submitted',
        'Shortlisted',
        'Sifted out',
        'Funded',
        'Not adopted',
        'Still running',
        'Owner agreed to re-offer',
        'Owner not asked or not yet',
        'Waiting for a buyer',
      ],
      in: [6, 5, 1, 1, 5, 1, 3, 2, 3],
      out: [6, 5, 1, 1, 5, 0, 3, 0, 0],
      here: [0, 0, 0, 0, 0, 1, 0, 2, 3],
    })
    expect(body.flow_panel.excluded).toEqual([{ reason: 'withdrawn by the owner', n: 1 }])
    expect(body.ready.map(match => [match.id, match.need.title, match.candidate.owner])).toEqual([
      [id.best, 'Second need', null],
    ])
    expect(body.ask_first.map(match => match.id)).toEqual([id.ask])
    expect(body.programmes.map(programme => programme.name)).toEqual(['Made programme', 'Young programme'])
    expect(body.not_in_here).toBe(
      '2 ideas whose owner was not asked or has not answered (shown as a count only); 1 idea withdrawn by the owner; ideas for which a recorded reason still holds; programmes that gave no results to any hub. A match is information, not invitation.',
    )
  })

  it('count reasons, and how often each no longer holds for a need here', async () => {
    const { reasons } = await read(officer)
    expect(reasons.data).toEqual({
      reason: ['budget', 'portfolio', 'unknown'],
      meaning: ['Price above the money', 'Scored above the line, not funded for balance', 'No reason was given'],
      ideas: [2, 1, 1],
      no_longer: ['1 of 2', 'Always, for another buyer', 'Never assumed'],
    })
    expect(reasons.title).toBe('The commonest reason, budget, no longer holds for 1 of 2 ideas')
  })

  it('narrow by programme, reason and cohort', async () => {
    const submitted = async (query: string) => (await read(officer, query)).flow.nodes[0]?.n ?? 0
    expect(await submitted(`?programme=${id.young}`)).toBe(1)
    expect(await submitted('?reason=unknown')).toBe(1)
    expect(await submitted('?cohort=twelve_months')).toBe(5)
    expect((await read(officer, '?reason=portfolio')).ready.length).toBe(1)
    expect((await read(officer, '?reason=scope')).ready.length).toBe(0)
    expect((await ask(app, `/places/${DURHAM}/second-chances?programme=nonsense`, { as: officer })).status).toBe(400)
  })

  it("show an owner its own ideas only, and another hub's officer no results that are not that hub's", async () => {
    const own = await read(owner)
    expect([own.readable, own.flow.nodes[0]?.n, own.ready.length]).toEqual([true, 1, 1])
    expect(own.ready[0]?.candidate.owner).toBe('Pelaw Listening Ltd')
    const theirs = await read(other)
    expect([theirs.readable, theirs.flow.nodes, theirs.ready]).toEqual([true, [], []])
    expect(theirs.headline).toBe('No challenge results yet.')
  })

  it('are a count, without a name, for a strategist and for visitors', async () => {
    for (const reader of [strategist, undefined]) {
      const body = await read(reader)
      expect([body.readable, body.ready, body.ask_first, body.flow.nodes]).toEqual([false, [], [], []])
      expect(body.lede).toBe(
        'Open needs in County Durham have 3 fits with ideas that were not adopted elsewhere and whose owners agreed to a second look.',
      )
      expect(body.reasons.quality).toBe('empty')
    }
  })

  it('are empty with a reason where no need is open, and unknown where there is no place', async () => {
    const body = await read(officer, '', NORTHUMBERLAND)
    expect(body.lede).toContain('None fits an open need in Northumberland today.')
    expect((await ask(app, '/places/nowhere/second-chances', { as: officer })).status).toBe(404)
  })
})
