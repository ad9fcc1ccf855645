import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Feedback, Introduction, Match } from '../../../../server/features/matches/matches.schemas.js'
import type { Problem } from '../../../../server/http/problem.js'
import { startApp } from '../../../builders/app.js'
import { addIdea } from '../../../builders/idea.js'
import { addMatch, addRun, evidenceOf } from '../../../builders/match.js'
import { addNeed } from '../../../builders/need.js'
import { addOrganisation } from '../../../builders/organisation.js'
import { addPlaces, DURHAM } from '../../../builders/place.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

const RANDOM = 'b3b9a0de-9a3f-4f0e-8a6e-5b8b2f5d1c11'
const TEASER = 'Ordinary household rhythm as an early sign'
const BODY = 'The kettle tells who gets up late'

const chance = (reasons: object[], eligible: boolean) => ({
  eligible,
  headline: 'Another buyer with its own money',
  challenge: 'Warm rooms',
  decided_on: '2025-03-14',
  stage_reached: 'shortlisted',
  tier: 'full',
  reasons,
})

describe('matches', () => {
  const database = useDatabase()
  let app: NestFastifyApplication
  let officer: Reader
  let colleague: Reader
  let stranger: Reader
  let strategist: Reader
  let viewer: Reader
  let owner: Reader
  const id: Record<string, string> = {}

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    await addSource(db, { id: 'made' })
    const hub = await addHub(db, { name: 'Durham made hub', places: [DURHAM] })
    const other = await addHub(db, { name: 'Northumberland made hub' })
    const firm = await addOrganisation(db, { source_id: 'made', name: 'Harelaw Care Ltd' })
    const inventor = await addOrganisation(db, { source_id: 'made', name: 'Pelaw Listening Ltd' })
    const gone = await addOrganisation(db, { source_id: 'made', name: 'Gone Ltd', status: 'left_register' })
    officer = await addReader(db, { role: 'officer', hubId: hub })
    colleague = await addReader(db, { role: 'commissioner', hubId: hub })
    viewer = await addReader(db, { role: 'viewer', hubId: hub })
    strategist = await addReader(db, { role: 'strategist', hubId: hub })
    stranger = await addReader(db, { role: 'officer', hubId: other })
    owner = await addReader(db, { role: 'innovator_admin', organisationId: inventor })
    const run = await addRun(db)
    const need = await addNeed(db, { hub_id: hub, locality_code: DURHAM })
    const stale = await addNeed(db, { hub_id: hub, closes_at: '2026-11-01T09:00:00Z' })
    const match = { match_run_id: run, need_id: need, hub_id: hub }
    id.firm = await addMatch(db, { ...match, organisation_id: firm })
    id.gone = await addMatch(db, { ...match, organisation_id: gone, rank: 2 })
    id.stale = await addMatch(db, { ...match, need_id: stale, organisation_id: firm })
    const evidence = [
      ...evidenceOf('Kettle and Light', 'Idea, title'),
      ...evidenceOf(TEASER, 'Idea, teaser'),
      ...evidenceOf(BODY, 'Idea, version 1'),
    ]
    for (const tier of ['title', 'teaser', 'full', 'named_reader'] as const) {
      const idea = await addIdea(db, { source_id: 'made', organisation_id: inventor, teaser: TEASER, tier })
      id[tier] = await addMatch(db, {
        ...match,
        idea_id: idea,
        owner_organisation_id: inventor,
        evidence,
        second_chance: chance([], true),
      })
    }
    const silent = await addIdea(db, { source_id: 'made', organisation_id: inventor })
    id.silent = await addMatch(db, { ...match, idea_id: silent, owner_organisation_id: inventor })
    const dear = await addIdea(db, { source_id: 'made', tier: 'teaser' })
    const bites = { code: 'budget', quote: null, verdict: 'bites', why: '£84,000 is above £50,000.' }
    id.bites = await addMatch(db, { ...match, idea_id: dear, second_chance: chance([bites], false) })
    app = await startApp(database.web)
  })
  afterAll(() => app?.close())

  const show = (match: string | undefined, as?: Reader) => ask<Match>(app, `/matches/${match}`, as ? { as } : {})
  const post = <T>(path: string, as: Reader, body?: object) =>
    ask<T>(app, path, { as, method: 'POST', ...(body ? { body } : {}) })

  it('show both sides, what counts against and the parts of the rank to an officer', async () => {
    const { body } = await show(id.firm, officer)
    expect(body).toMatchObject({
      label: 'strong',
      need: { title: 'Visits that notice decline early', place: 'County Durham', owner: 'Durham made hub' },
      candidate: { kind: 'organisation', name: 'Harelaw Care Ltd', owner: null },
      evidence: evidenceOf('The same two neighbours call every week'),
      parts: [{ name: 'Own words', points: 10 }],
      distance_miles: 19.2,
      feedback: null,
      introduction: null,
    })
  })

  it('look absent to everybody who may not see them, and to everybody once the firm has left its register', async () => {
    const absent = await show(RANDOM, officer)
    for (const hidden of [
      await show(id.firm),
      await show(id.firm, strategist),
      await show(id.firm, stranger),
      await show(id.firm, owner),
      await show(id.gone, officer),
      await show(id.silent, officer),
      await show('not-an-id', officer).then(a => ({
        ...a,
        body: { ...a.body, detail: (absent.body as unknown as Problem).detail },
      })),
    ]) {
      expect(hidden.status).toBe(404)
      expect({ ...hidden.body, request_id: '' }).toEqual({ ...absent.body, request_id: '' })
    }
  })

  describe('with an idea', () => {
    const texts = (body: Match) => body.evidence.map(evidence => evidence.candidate.text)

    it.each([
      ['title', ['Kettle and Light'], null],
      ['teaser', ['Kettle and Light', TEASER], null],
      ['full', ['Kettle and Light', TEASER, BODY], 'Pelaw Listening Ltd'],
    ])('quote nothing above the tier %s, and name the owner at the tier full only', async (tier, quoted, named) => {
      const { body } = await show(id[tier], officer)
      expect(texts(body)).toEqual(quoted)
      expect([body.candidate.name, body.candidate.owner]).toEqual(['Kettle and Light', named])
      expect(body.candidate.organisation_id === null).toBe(named === null)
      expect(body.second_chance?.tier).toBe(tier)
    })

    it('tell nothing but its existence where named readers only may see it', async () => {
      const { body } = await show(id.named_reader, officer)
      expect([texts(body), body.candidate.name, body.candidate.owner]).toEqual([
        [],
        'An idea that its owner shows to named readers only',
        null,
      ])
    })

    it('show the owner everything', async () => {
      const { body } = await show(id.title, owner)
      expect(texts(body)).toEqual(['Kettle and Light', TEASER, BODY])
      expect(body.candidate.owner).toBe('Pelaw Listening Ltd')
      expect(body.candidate.meta).toBe('Offered to Warm rooms in March 2025, reached: shortlisted. Your own idea.')
    })

    it('disappear with the consent', async () => {
      const idea = await addIdea(database.owner, { source_id: 'made', tier: 'full' })
      const { need_id, match_run_id, hub_id } = await database.owner
        .selectFrom('match')
        .select(['need_id', 'match_run_id', 'hub_id'])
        .where('id', '=', id.firm ?? '')
        .executeTakeFirstOrThrow()
      const match = await addMatch(database.owner, { need_id, match_run_id, hub_id, idea_id: idea })
      expect((await show(match, officer)).status).toBe(200)
      await database.owner
        .updateTable('consent')
        .set({ revoked_at: '2026-11-24T08:00:00Z' })
        .where('idea_id', '=', idea)
        .execute()
      expect((await show(match, officer)).status).toBe(404)
    })
  })

  describe('are answered', () => {
    it('for the hub, by whoever is in it, and undone by the person who answered', async () => {
      const given = await post<Feedback>(`/matches/${id.firm}/feedback`, officer, {
        verdict: 'contacted',
        reason: 'By telephone',
      })
      expect([given.status, given.body.verdict, given.body.undone]).toEqual([201, 'contacted', false])
      expect((await show(id.firm, colleague)).body.feedback).toMatchObject({
        id: given.body.id,
        verdict: 'contacted',
        reason: 'By telephone',
      })
      expect((await post(`/feedback/${given.body.id}/undo`, colleague)).status).toBe(403)
      expect((await post(`/feedback/${given.body.id}/undo`, stranger)).status).toBe(404)
      const undone = await post<Feedback>(`/feedback/${given.body.id}/undo`, officer)
      expect([undone.status, undone.body.undone]).toEqual([200, true])
      expect((await post<Feedback>(`/feedback/${given.body.id}/undo`, officer)).body).toEqual(undone.body)
      expect((await show(id.firm, officer)).body.feedback).toBeNull()
    })

    it('by an owner for its own idea, and for nobody else', async () => {
      const { status, body } = await post<Feedback>(`/matches/${id.title}/feedback`, owner, { verdict: 'not_fit' })
      expect([status, body.verdict]).toEqual([201, 'not_fit'])
      expect((await show(id.title, owner)).body.feedback?.id).toBe(body.id)
      expect((await show(id.title, officer)).body.feedback).toBeNull()
    })

    it('by nobody who only reads, and with no word that is not known', async () => {
      expect((await post(`/matches/${id.firm}/feedback`, viewer, { verdict: 'fit' })).status).toBe(403)
      const wrong = await post<Problem>(`/matches/${id.firm}/feedback`, officer, { verdict: 'great' })
      expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([400, 'verdict'])
      expect((await post(`/matches/${RANDOM}/feedback`, officer, { verdict: 'fit' })).status).toBe(404)
      expect((await post('/feedback/not-an-id/undo', officer)).status).toBe(404)
    })
  })

  describe('lead to an introduction', () => {
    it('once: the owner is asked, and the deed stands in the record', async () => {
      const { status, body } = await post<Introduction>(`/matches/${id.teaser}/introduction`, officer)
      expect([status, body.state]).toEqual([201, 'asked_owner'])
      expect(body.words).toBe(
        'The owner of this idea is asked first. The buyer hears nothing until the answer is yes; without an answer it ends after 21 days.',
      )
      const again = await post<Problem>(`/matches/${id.teaser}/introduction`, colleague)
      expect([again.status, again.body.code]).toEqual([409, 'conflict'])
      expect((await show(id.teaser, colleague)).body.introduction).toEqual({ id: body.id, state: 'asked_owner' })
      const record = await database.owner
        .selectFrom('audit_event')
        .select(['account_id', 'hub_id', 'action', 'subject_id', 'detail'])
        .where('action', '=', 'introduction.asked_owner')
        .execute()
      expect(record).toEqual([
        {
          account_id: officer.actor.accountId,
          hub_id: officer.actor.hubId,
          action: 'introduction.asked_owner',
          subject_id: body.id,
          detail: { match: id.teaser },
        },
      ])
    })

    it('for nobody but the staff of a hub', async () => {
      expect((await post(`/matches/${id.firm}/introduction`, viewer)).status).toBe(403)
      expect((await post(`/matches/${id.title}/introduction`, owner)).status).toBe(403)
      expect((await post(`/matches/${id.firm}/introduction`, strategist)).status).toBe(404)
    })

    it('never for a stale need, nor where a recorded reason still holds', async () => {
      expect((await post<Problem>(`/matches/${id.stale}/introduction`, officer)).status).toBe(409)
      const bites = await post<Problem>(`/matches/${id.bites}/introduction`, officer)
      expect([bites.status, bites.body.detail]).toEqual([
        409,
        'The recorded reason still holds for this need (budget): £84,000 is above £50,000.',
      ])
    })
  })
})
