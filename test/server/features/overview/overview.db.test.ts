import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Overview, PlaceList } from '../../../../server/features/overview/overview.schemas.js'
import { startApp } from '../../../builders/app.js'
import { addAwards } from '../../../builders/award.js'
import { addFramework } from '../../../builders/framework.js'
import { addIdea } from '../../../builders/idea.js'
import { addMatch, addRun } from '../../../builders/match.js'
import { addNeed, addSupply } from '../../../builders/need.js'
import { addOrganisation } from '../../../builders/organisation.js'
import { addPlaces, DURHAM, HEREFORDSHIRE, NORTHUMBERLAND } from '../../../builders/place.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addPull, addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

describe('the overview of a place', () => {
  const database = useDatabase()
  let app: NestFastifyApplication
  let officer: Reader
  const id: Record<string, string> = {}

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    await db
      .insertInto('locality_neighbour')
      .values([
        { locality_code: DURHAM, neighbour_code: NORTHUMBERLAND },
        { locality_code: NORTHUMBERLAND, neighbour_code: DURHAM },
      ])
      .execute()
    await addSource(db, {
      id: 'register',
      name: 'Made register',
      last_success_at: '2026-11-23T05:00:00Z',
      mark: '2026-11-20',
    })
    await addSource(db, { id: 'notices', name: 'Made notices', state: 'late' })
    await addPull(db, {
      source_id: 'register',
      new: 1204,
      changed: 3,
      finished_at: '2026-11-23T05:00:00Z',
      started_at: '2026-11-23T04:00:00Z',
    })
    const hub = await addHub(db, { name: 'Durham made hub', places: [DURHAM], demonstration: true })
    officer = await addReader(db, { role: 'officer', hubId: hub })
    const run = await addRun(db)
    const need = (wish: object) => addNeed(db, { hub_id: hub, locality_code: DURHAM, ...wish })
    id.visits = await need({ origin: 'consulted', opened_on: '2026-11-20' })
    id.bus = await need({ title: 'Lifts', opened_on: '2026-09-01', closes_at: '2026-12-01T09:00:00Z' })
    id.plain = await need({ title: 'Covers', opened_on: '2026-09-01', closes_at: null })
    await need({ title: 'Stale', closes_at: '2026-11-01T09:00:00Z', opened_on: '2026-01-01' })
    const north = await addNeed(db, { locality_code: NORTHUMBERLAND, opened_on: '2026-11-01' })
    await addSupply(db, {
      need_id: id.visits,
      match_run_id: run,
      in_reach: 6,
      strong: 2,
      possible: 4,
      second_chances: 1,
    })
    await addSupply(db, { need_id: id.bus, match_run_id: run, in_reach: 0 })
    await addSupply(db, { need_id: north, match_run_id: run, in_reach: 9 })
    await db
      .insertInto('need_event')
      .values({
        need_id: id.visits,
        kind: 'deadline',
        before: '2026-12-04',
        after: '2026-12-18',
        at: '2026-11-24T08:00:00Z',
      })
      .execute()
    const idea = await addIdea(db, { source_id: 'register', tier: 'title' })
    await addMatch(db, {
      match_run_id: run,
      need_id: id.visits,
      hub_id: hub,
      idea_id: idea,
      second_chance: {
        eligible: true,
        headline: '',
        challenge: null,
        decided_on: null,
        stage_reached: null,
        tier: 'title',
        reasons: [{ code: 'portfolio', quote: null, verdict: 'no_longer_bites', why: 'Another buyer.' }],
      },
    })
    const firm = (wish: object) => addOrganisation(db, { source_id: 'register', locality_code: DURHAM, ...wish })
    const local = await firm({ number: 'ZZ000001', incorporated_on: '2026-10-05' })
    await firm({ number: 'ZZ000002', incorporated_on: '2026-10-30' })
    await firm({
      number: 'ZZ000003',
      status: 'left_register',
      left_register_on: '2026-10-10',
      incorporated_on: '2020-01-01',
    })
    await firm({ number: 'ZZ000004', locality_code: NORTHUMBERLAND, incorporated_on: '2026-10-01' })
    const far = await firm({ number: 'ZZ000005', locality_code: HEREFORDSHIRE })
    for (let i = 0; i < 10; i++) {
      const suppliers = i < 3 ? [{ organisationId: local }] : [{ organisationId: far }]
      await addAwards(db, {
        source_id: 'notices',
        notice: { locality_code: DURHAM },
        awards: [{ value_amount: 100_000, suppliers }],
      })
    }
    const { nodes } = await addFramework(db, { key: 'made', name: 'Made strategy', locality_code: DURHAM }, [
      { code: 'care', title: 'Care', definition: 'Care.' },
      { code: 'visit', title: 'Visitor economy', definition: 'Visitors.' },
    ])
    await db
      .insertInto('alignment_measure')
      .values([
        { node_id: nodes.care ?? '', locality_code: DURHAM, item_kind: 'need', items: 2, confirmed: 1, suggested: 1 },
        {
          node_id: nodes.visit ?? '',
          locality_code: DURHAM,
          item_kind: 'organisation',
          items: 47,
          confirmed: 0,
          suggested: 47,
        },
      ])
      .execute()
    const { id: framework } = await db.selectFrom('framework').select('id').executeTakeFirstOrThrow()
    await db
      .insertInto('alignment_coverage')
      .values({
        framework_id: framework,
        locality_code: DURHAM,
        item_kind: 'need',
        confirmed: 1,
        suggested: 1,
        unlinked: 0,
        not_coded: 1,
      })
      .execute()
    app = await startApp(database.web)
  })
  afterAll(() => app?.close())

  const summary = (place: string, as?: Reader) =>
    ask<Overview>(app, `/places/${place}/summary`, as ? { as } : {}).then(answer => answer.body)

  it('says the finding first, then what waits for a decision', async () => {
    const body = await summary(DURHAM, officer)
    expect(body.place).toEqual({ code: DURHAM, name: 'County Durham' })
    expect(body.data_of).toBe('2026-11-23')
    expect(body.headline).toBe('Three needs are open here. One has hardly anybody to meet it.')
    expect(body.lede).toBe(
      'One priority of the strategy has no open need at all. One idea that was not adopted elsewhere now fits a need here. One need closes within two weeks.',
    )
    expect(
      body.decisions.map(decision => [decision.icon, decision.finding, decision.action, decision.address]),
    ).toEqual([
      ['warn', 'One open need has nobody in reach', 'See it', `/needs?place=${DURHAM}&supply=none`],
      ['flag', 'No open need under Visitor economy', 'See the row', `/strategy?place=${DURHAM}`],
      [
        'meet',
        'One idea that was not adopted elsewhere fits an open need',
        'See the idea',
        `/second-chances?place=${DURHAM}`,
      ],
      [
        'warn',
        'One of three needs has not been compared with the strategy',
        'See the strategy',
        `/strategy?place=${DURHAM}`,
      ],
    ])
    expect(body.decisions[1]?.consequence).toBe(
      'It is a priority of Made strategy. 47 organisations and no ideas are linked to it.',
    )
  })

  it('tells the latest changes', async () => {
    const { changes } = await summary(DURHAM)
    expect(changes).toEqual([
      {
        on: '2026-11-24',
        text: 'Visits that notice decline early: deadline moved from 4 December 2026 to 18 December 2026',
        address: `/needs/${id.visits}`,
      },
      { on: '2026-11-23', text: 'Made register loaded: 1,204 new, 3 changed', address: `/sources?place=${DURHAM}` },
      { on: '2026-11-20', text: 'New need: Visits that notice decline early', address: `/needs/${id.visits}` },
    ])
  })

  it('gives six figures, each as a sentence with its comparison', async () => {
    const { figures } = await summary(DURHAM, officer)
    expect(figures.map(({ finding, value, unit, comparison }) => [finding, value, unit, comparison])).toEqual([
      [
        'One need was opened in the last 30 days, from consultation',
        3,
        'open needs',
        'Highest of two places, by number: places differ in size. One more is stale and not counted.',
      ],
      [
        'About half of the needs have hardly anybody to meet them',
        1,
        'need with fewer than three organisations in reach',
        'Within 40 miles. Highest of two places, by share. One need is not assessed.',
      ],
      [
        'An idea waits for a second chance, and its owner agreed',
        1,
        'idea that fits an open need',
        'One, filled, was left out only for balance. Not compared: places count differently.',
      ],
      [
        'Almost one pound in three of known award value stays here',
        30,
        'of £1.0m',
        'From 10 awards. Registered office is not always where work is done.',
      ],
      [
        'More companies started than left',
        1,
        'net, October 2026',
        'Two started, one left. The last two months are provisional. The same in all two places.',
      ],
      [
        'One of two priorities has needs behind it',
        1,
        'priority without an open need',
        'Visitor economy. Made strategy.',
      ],
    ])
    expect(figures[0]?.peers).toEqual([
      { place: 'County Durham', value: 3, own: true },
      { place: 'Northumberland', value: 1, own: false },
    ])
    expect([figures[2]?.marks, figures[5]?.marks]).toEqual([
      { filled: 1, total: 1, shape: 'diamond' },
      { filled: 1, total: 2, shape: 'square' },
    ])
  })

  it('draws supply and closing dates from the same needs', async () => {
    const { panels } = await summary(DURHAM)
    expect(panels.map(panel => [panel.title, panel.data])).toEqual([
      [
        'One of three open needs has fewer than three capable suppliers in reach',
        { suppliers: ['None', '1', '2', '3 to 5', '6 or more', 'Not assessed'], needs: [1, 0, 0, 0, 1, 1] },
      ],
      [
        'One need closes within two weeks',
        {
          closes: ['Within a week', 'In the second week', 'Within a month', 'Later', 'No date'],
          needs: [1, 0, 1, 0, 1],
        },
      ],
    ])
  })

  it('tells a visitor no more of ideas than how many fits there are', async () => {
    const body = await summary(DURHAM)
    expect(body.figures[2]).toMatchObject({ value: 1, unit: 'fit of an earlier idea with an open need', marks: null })
    expect(body.lede).not.toContain('idea')
  })

  it('is a page of its own where nothing is held', async () => {
    const body = await summary(HEREFORDSHIRE)
    expect(body.headline).toBe('No open need in Herefordshire yet.')
    expect(body.decisions).toEqual([])
    expect(body.figures.map(figure => figure.finding)).toEqual([
      'No need is open here',
      'No need here has been matched yet',
      'No idea waits for a second chance here',
      'Too few awards of buyers here to say what stays',
      'As many companies left as started',
      'No strategy of this place has been entered',
    ])
    expect(body.not_in_here).toContain('One of two sources is well; not Made notices (late).')
  })

  it('lists places with their neighbours, and knows no others', async () => {
    const { body } = await ask<PlaceList>(app, '/places')
    expect(body.items.map(place => place.name)).toEqual([
      'County Durham',
      'Herefordshire',
      'North East',
      'Northumberland',
    ])
    expect(body.items[0]).toEqual({
      code: DURHAM,
      name: 'County Durham',
      kind: 'county',
      demonstration_hub: 'Durham made hub',
      neighbours: [{ code: NORTHUMBERLAND, name: 'Northumberland' }],
    })
    expect((await ask(app, `/places/${NORTHUMBERLAND}`)).status).toBe(200)
    for (const path of ['/places/nowhere', '/places/nowhere/summary', '/places/nowhere/navigation']) {
      const { status, type } = await ask(app, path)
      expect([path, status, type]).toEqual([path, 404, 'application/problem+json'])
    }
  })
})
