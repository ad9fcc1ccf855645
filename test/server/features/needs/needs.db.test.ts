import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Need, NeedList, NeedMatches } from '../../../../server/features/needs/needs.schemas.js'
import type { Problem } from '../../../../server/http/problem.js'
import { startApp } from '../../../builders/app.js'
import { addFramework } from '../../../builders/framework.js'
import { addIdea } from '../../../builders/idea.js'
import { addMatch, addRun } from '../../../builders/match.js'
import { addNeed, addSupply } from '../../../builders/need.js'
import { addOrganisation } from '../../../builders/organisation.js'
import { addPlaces, DURHAM, NORTHUMBERLAND } from '../../../builders/place.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

const RANDOM = 'b3b9a0de-9a3f-4f0e-8a6e-5b8b2f5d1c11'

describe('needs', () => {
  const database = useDatabase()
  let app: NestFastifyApplication
  let officer: Reader
  let neighbour: Reader
  let strategist: Reader
  let innovator: Reader
  const id: Record<string, string> = {}

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    await addSource(db, { id: 'demo-register', demonstration: true, name: 'Made register' })
    const hub = await addHub(db, { name: 'Durham made hub', places: [DURHAM] })
    const other = await addHub(db, { name: 'Northumberland made hub', places: [NORTHUMBERLAND] })
    const firm = await addOrganisation(db, {
      source_id: 'demo-register',
      name: 'Harelaw Care Ltd',
      post_town: 'STANLEY',
      incorporated_on: '2019-04-01',
    })
    const gone = await addOrganisation(db, { source_id: 'demo-register', name: 'Gone Ltd', status: 'insolvent' })
    const struck = await addOrganisation(db, {
      source_id: 'demo-register',
      name: 'Struck Ltd',
      status: 'strike_off_proposed',
    })
    const far = await addOrganisation(db, { source_id: 'demo-register', name: 'Far Ltd' })
    const unknown = await addOrganisation(db, { source_id: 'demo-register', name: 'Anywhere Ltd', status: 'unknown' })
    officer = await addReader(db, { role: 'officer', hubId: hub })
    neighbour = await addReader(db, { role: 'officer', hubId: other })
    strategist = await addReader(db, { role: 'strategist', hubId: hub })
    innovator = await addReader(db, { role: 'innovator_admin', organisationId: firm })
    const run = await addRun(db)
    id.visits = await addNeed(db, {
      hub_id: hub,
      locality_code: DURHAM,
      reference: 'ND-1001',
      owner_text: 'Made adult care',
      money_first_phase: 120_000,
      outcome: 'Unplanned admissions fall',
      solution_language: JSON.stringify([{ text: 'wearable sensors', start: 4, end: 20 }]),
    })
    id.bus = await addNeed(db, {
      origin: 'harvested',
      locality_code: DURHAM,
      reference: 'ND-1002',
      title: 'Lifts to hospital from the upper dale',
      source_id: 'demo-register',
      source_ref: 'notice-1',
      opened_on: '2026-11-10',
      closes_at: '2026-11-30T12:00:00Z',
      quote: JSON.stringify({ text: 'Lifts are needed.', position: 'description, sentence 2' }),
    })
    id.stale = await addNeed(db, { reference: 'ND-1003', locality_code: DURHAM, closes_at: '2026-11-23T09:00:00Z' })
    id.forgotten = await addNeed(db, {
      reference: 'ND-1004',
      locality_code: DURHAM,
      opened_on: '2025-11-23',
      closes_at: null,
    })
    id.draft = await addNeed(db, { reference: 'ND-1005', hub_id: other, state: 'draft', locality_code: NORTHUMBERLAND })
    id.met = await addNeed(db, { reference: 'ND-1006', locality_code: NORTHUMBERLAND, state: 'met' })
    await addSupply(db, { need_id: id.visits, match_run_id: run, strong: 1, possible: 3, weak: 1, in_reach: 3 })
    await addSupply(db, { need_id: id.bus, match_run_id: run, in_reach: 0 })
    const match = { match_run_id: run, need_id: id.visits, hub_id: hub }
    await addMatch(db, { ...match, need_id: id.stale, organisation_id: firm })
    await addMatch(db, { ...match, organisation_id: firm })
    await addMatch(db, { ...match, organisation_id: gone, rank: 2, score: 9 })
    await addMatch(db, { ...match, organisation_id: struck, rank: 3, score: 8, label: 'possible' })
    await addMatch(db, { ...match, organisation_id: far, rank: 4, score: 7, label: 'possible', distance_miles: 71 })
    await addMatch(db, {
      ...match,
      organisation_id: unknown,
      rank: 5,
      score: 6,
      label: 'possible',
      distance_miles: null,
    })
    const idea = await addIdea(db, { source_id: 'demo-register', tier: 'title' })
    await addMatch(db, { ...match, idea_id: idea, rank: 1, score: 5, label: 'possible' })
    const { nodes } = await addFramework(db, { key: 'made' }, [
      { code: 'care', title: 'Care close to home', definition: 'Care where people live.' },
    ])
    id.priority = nodes.care ?? ''
    await db
      .insertInto('alignment_link')
      .values({
        item_kind: 'need',
        item_id: id.visits,
        node_id: id.priority,
        grade: 'significant',
        basis: 'rule',
        state: 'suggested',
        quotes: JSON.stringify([{ text: 'rarely the same face' }]),
        confidence: 0.7,
        method: 'made',
      })
      .execute()
    await db
      .insertInto('need_evidence')
      .values([
        {
          need_id: id.visits,
          quote: 'Mam had six carers.',
          stance: 'supports',
          respondent_kind: 'Family member',
          public_id: 'R-1',
        },
        { need_id: id.visits, quote: 'More checks feel like being watched.', stance: 'opposes', said_on: '2026-09-01' },
      ])
      .execute()
    await db
      .insertInto('need_event')
      .values([
        { need_id: id.visits, kind: 'deadline', before: '2026-12-04', after: '2026-12-18', at: '2026-11-24T08:00:00Z' },
        { need_id: id.visits, kind: 'state', before: 'submitted', after: 'open', at: '2026-11-02T08:00:00Z' },
      ])
      .execute()
    app = await startApp(database.web)
  })
  afterAll(() => app?.close())

  it('lists current needs of a place for anybody, newest first, and says what it leaves out', async () => {
    const { body } = await ask<NeedList>(app, `/needs?place=${DURHAM}`)
    expect(body.items.map(item => [item.reference, item.stale])).toEqual([
      ['ND-1002', false],
      ['ND-1001', false],
    ])
    expect(body.total).toBe(2)
    expect(body.headline).toBe('Two open needs in County Durham. One has nobody in reach.')
    expect(body.lede).toBe('One closes within two weeks.')
    expect(body.not_in_here).toBe(
      '2 stale needs (closing date passed, or not confirmed for twelve months); drafts of other hubs; notices that state no need.',
    )
    expect(body.items[1]).toEqual({
      id: id.visits,
      reference: 'ND-1001',
      title: 'Visits that notice decline early',
      origin: 'entered',
      state: 'open',
      stale: false,
      place: 'County Durham',
      owner: 'Made adult care',
      money: '£120,000 first phase',
      opened_on: '2026-11-02',
      closes_at: '2026-12-18T17:00:00.000Z',
      days_left: 24,
      demonstration: false,
      supply: {
        assessed: true,
        strong: 1,
        possible: 3,
        in_reach: 3,
        reach_miles: 40,
        second_chances: 0,
        note: null,
      },
    })
    expect(body.items[0]?.demonstration).toBe(true)
  })

  it.each<[string, string[]]>([
    ['age=stale', ['ND-1003', 'ND-1004']],
    ['age=any&sort=reference', ['ND-1001', 'ND-1002', 'ND-1003', 'ND-1004']],
    ['state=closed&age=any', ['ND-1006']],
    ['origin=harvested', ['ND-1002']],
    ['supply=none', ['ND-1002']],
    ['supply=thin', ['ND-1002']],
    ['supply=enough', ['ND-1001']],
    ['sort=closing', ['ND-1002', 'ND-1001']],
    ['sort=thinnest', ['ND-1002', 'ND-1001']],
    ['q=hospital dale', ['ND-1002']],
    ['q=nd-1001', ['ND-1001']],
    ['q=zeppelin', []],
  ])('filters and sorts by %s', async (query, references) => {
    const { body } = await ask<NeedList>(app, `/needs?${query}`)
    expect(body.items.map(item => item.reference)).toEqual(references)
    expect(body.total).toBe(references.length)
  })

  it('filters by a priority that a need serves', async () => {
    const { body } = await ask<NeedList>(app, `/needs?priority=${id.priority}`)
    expect(body.items.map(item => item.reference)).toEqual(['ND-1001'])
  })

  it('goes on from page to page with the true total', async () => {
    const first = await ask<NeedList>(app, '/needs?sort=reference&limit=1')
    const second = await ask<NeedList>(app, `/needs?sort=reference&limit=1&cursor=${first.body.next_cursor}`)
    expect([first.body.items[0]?.reference, second.body.items[0]?.reference]).toEqual(['ND-1001', 'ND-1002'])
    expect([first.body.total, second.body.total, second.body.next_cursor]).toEqual([2, 2, null])
  })

  it('is a CSV file for who asks for one', async () => {
    const { type, text } = await ask(app, '/needs?sort=reference&limit=1', { accept: 'text/csv' })
    expect(type).toBe('text/csv')
    expect(text).toBe(
      'id,reference,title,origin,state,stale,place,owner,money,opened_on,closes_at,days_left,demonstration\r\n' +
        `${id.visits},ND-1001,Visits that notice decline early,entered,open,false,County Durham,Made adult care,"£120,000 first phase",2026-11-02,2026-12-18T17:00:00.000Z,24,false\r\n`,
    )
  })

  it.each([
    '/needs?cursor=top',
    '/needs?cursor=LTE',
    '/needs?limit=0',
    '/needs?limit=many',
    '/needs?sort=money',
    '/needs?place=E99999999',
    '/needs?priority=care',
  ])('refuses %s with a problem that names what is wrong', async path => {
    const { status, type, body } = await ask<Problem>(app, path)
    expect([status, type]).toEqual([400, 'application/problem+json'])
    expect(body.detail.length).toBeGreaterThan(10)
  })

  it('says why a place is empty', async () => {
    const { body } = await ask<NeedList>(app, `/needs?place=${NORTHUMBERLAND}`)
    expect([body.total, body.headline]).toEqual([0, 'No open need here yet.'])
    expect(body.lede).toContain('Sources says when each publisher is asked next.')
  })

  it('shows a need with its voices, priorities, path and events', async () => {
    const { body } = await ask<Need>(app, `/needs/${id.visits}`)
    expect(body.voices).toEqual({
      total: 2,
      opposing: 1,
      shown: [
        { quote: 'Mam had six carers.', who: 'Family member', public_id: 'R-1', said_on: null, stance: 'supports' },
        {
          quote: 'More checks feel like being watched.',
          who: 'Respondent',
          public_id: null,
          said_on: '2026-09-01',
          stance: 'opposes',
        },
      ],
    })
    expect(body.priorities.map(p => [p.title, p.grade, p.quote])).toEqual([
      ['Care close to home', 'significant', 'rarely the same face'],
    ])
    expect(body.events.map(event => event.text)).toEqual([
      'Deadline moved from 4 December 2026 to 18 December 2026',
      'Open',
    ])
    expect(body.path.map(step => `${step.label}: ${step.when}`)).toEqual([
      'Draft: done',
      'Submitted: done',
      'Open: now',
      'In a challenge: to_come',
      'In procurement: to_come',
      'Met: to_come',
    ])
    expect(body.warnings).toEqual([
      'Solution language: the text names “wearable sensors”. Nothing was removed. Matches use the outcome, so organisations without it are not left out.',
    ])
  })

  it('quotes the sentence that a harvested need was read from', async () => {
    const { body } = await ask<Need>(app, `/needs/${id.bus}`)
    expect(body.published_as).toEqual({ text: 'Lifts are needed.', position: 'description, sentence 2' })
    expect(body.source).toMatchObject({ name: 'Made register', reference: 'notice-1' })
    expect(body.warnings).toEqual(['As published. No hub has claimed this need, so it has no owner here.'])
  })

  it("hides another hub's draft as if it had never been", async () => {
    const own = await ask<Need>(app, `/needs/${id.draft}`, { as: neighbour })
    const hidden = await ask<Problem>(app, `/needs/${id.draft}`, { as: officer })
    const absent = await ask<Problem>(app, `/needs/${RANDOM}`, { as: officer })
    expect(own.body.reference).toBe('ND-1005')
    expect({ ...hidden.body, request_id: '' }).toEqual({ ...absent.body, request_id: '' })
    expect(hidden.status).toBe(404)
    expect((await ask(app, `/needs/${id.draft}/matches`)).status).toBe(404)
    expect((await ask(app, '/needs/not-an-id')).status).toBe(404)
  })

  describe('and their matches', () => {
    const matches = (reader: Reader | undefined, query = '') =>
      ask<NeedMatches>(app, `/needs/${id.visits}/matches${query}`, reader ? { as: reader } : {}).then(a => a.body)

    it('name organisations and ideas to an officer of the hub, and count what is left out', async () => {
      const body = await matches(officer)
      expect([body.readable, body.why]).toEqual([true, null])
      expect(body.headline).toBe('Two organisations could meet this, one of them well')
      expect(body.organisations.map(m => [m.candidate.name, m.candidate.meta, m.candidate.demonstration])).toEqual([
        [
          'Harelaw Care Ltd',
          'Stanley, 19 miles. On the register since 2019. Newcomer: no public contract in the loaded sources.',
          true,
        ],
        [
          'Anywhere Ltd',
          'Place not known, distance not known. Status not known. Newcomer: no public contract in the loaded sources.',
          true,
        ],
      ])
      expect(body.ideas_headline).toBe('One idea that was not adopted elsewhere, and fits here')
      expect(body.left_out).toEqual([
        { reason: 'in insolvency', n: 1 },
        { reason: 'strike-off proposed', n: 1 },
        { reason: 'further than 40 miles', n: 1 },
      ])
      expect(body.not_in_here).toContain('information, not invitation')
      expect(body.run).toEqual({ at: '2026-11-24T03:01:00+00:00', engine: 'made-1' })
    })

    it('widen and narrow with the filters, and never show who is in insolvency', async () => {
      const names = (body: NeedMatches) => body.organisations.map(m => m.candidate.name)
      expect(names(await matches(officer, '?within=any&status=any&fit=weak'))).toEqual([
        'Harelaw Care Ltd',
        'Struck Ltd',
        'Far Ltd',
        'Anywhere Ltd',
      ])
      expect(names(await matches(officer, '?fit=strong'))).toEqual(['Harelaw Care Ltd'])
      expect(names(await matches(officer, '?within=any&sort=nearest'))).toEqual([
        'Harelaw Care Ltd',
        'Far Ltd',
        'Anywhere Ltd',
      ])
    })

    it('are counts without names for a strategist, a visitor and the officer of another hub', async () => {
      for (const reader of [strategist, undefined, neighbour]) {
        const body = await matches(reader)
        expect([body.readable, body.organisations, body.ideas, body.left_out]).toEqual([false, [], [], []])
        expect(body.headline).toBe('Four organisations could meet this, one of them well')
      }
      expect((await matches(strategist)).why).toBe(
        'Names and evidence are for the officers and commissioners of a hub. You are signed in as strategist.',
      )
      expect((await matches(undefined)).why).toContain('You are not signed in.')
      expect((await matches(neighbour)).why).toBe(
        'Names are for officers and commissioners of Durham made hub, whose need this is. You see the counts.',
      )
    })

    it("are an organisation's own and nobody else's for its members", async () => {
      const body = await matches(innovator)
      expect([body.readable, body.headline]).toEqual([true, 'Your organisation could meet this'])
      expect(body.organisations.map(m => m.candidate.name)).toEqual(['Harelaw Care Ltd'])
      expect(body.ideas).toEqual([])
      const other = await ask<NeedMatches>(app, `/needs/${id.bus}/matches`, { as: innovator })
      expect([other.body.readable, other.body.why]).toEqual([
        false,
        'You see the matches of your own organisation, and there is none here.',
      ])
    })

    it('of a stale need are offered to no organisation', async () => {
      const { body } = await ask<NeedMatches>(app, `/needs/${id.stale}/matches`, { as: innovator })
      expect([body.readable, body.organisations]).toEqual([false, []])
      expect(body.why).toContain('It is offered to nobody.')
    })

    it('are a CSV file with the points that no screen shows', async () => {
      const { type, text } = await ask(app, `/needs/${id.visits}/matches?fit=strong`, {
        as: officer,
        accept: 'text/csv',
      })
      expect(type).toBe('text/csv')
      expect(text).toBe(
        'rank,label,kind,candidate,owner,points,distance_miles,need_says,candidate_says,against,unknowns\r\n' +
          '1,strong,organisation,Harelaw Care Ltd,,10,19.2,notice small changes,The same two neighbours call every week,,\r\n',
      )
    })

    it('say so where nobody fits', async () => {
      const { body } = await ask<NeedMatches>(app, `/needs/${id.bus}/matches`, { as: officer })
      expect([body.headline, body.ideas_headline]).toEqual([
        'No organisation fits well enough.',
        'No idea that was not adopted elsewhere fits here',
      ])
    })
  })
})
