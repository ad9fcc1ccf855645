import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Organisation, OrganisationList } from '../../../../server/features/organisations/organisations.schemas.js'
import { startApp } from '../../../builders/app.js'
import { addAwards } from '../../../builders/award.js'
import { addMatch, addRun } from '../../../builders/match.js'
import { addNeed } from '../../../builders/need.js'
import { addOrganisation } from '../../../builders/organisation.js'
import { addPlaces, DURHAM, NORTHUMBERLAND } from '../../../builders/place.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

describe('organisations', () => {
  const database = useDatabase()
  let app: NestFastifyApplication
  let officer: Reader
  let member: Reader
  const id: Record<string, string> = {}

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    await addSource(db, { id: 'demo-register', name: 'Made register', demonstration: true })
    const hub = await addHub(db, { name: 'Durham made hub', places: [DURHAM] })
    const made = { source_id: 'demo-register' }
    id.firm = await addOrganisation(db, {
      ...made,
      name: 'Harelaw Care Technologies Ltd',
      number: 'ZZ000001',
      incorporated_on: '2019-04-01',
      address_lines: ['1 Made Street'],
      post_town: 'STANLEY',
      postcode: 'DH9 8XY',
      locality_code: DURHAM,
      locality_rule: 'postcode',
      category: 'Private limited company',
      sic: [{ code: '62012', title: 'Software' }],
      capabilities: ['Carers record four questions at each visit'],
    })
    id.gone = await addOrganisation(db, {
      ...made,
      name: 'Harelaw Joinery Ltd',
      number: '00000012',
      status: 'insolvent',
      locality_code: NORTHUMBERLAND,
    })
    await addOrganisation(db, { ...made, name: '100% Plain Ltd' })
    officer = await addReader(db, { role: 'officer', hubId: hub })
    member = await addReader(db, { role: 'innovator', organisationId: id.firm })
    await addAwards(db, {
      source_id: 'demo-register',
      notice: { title: 'Made notice', buyer_name: 'Made council' },
      awards: [{ title: 'Visits', value_amount: 84_000, suppliers: [{ organisationId: id.firm }] }],
    })
    await db
      .insertInto('registry_event')
      .values({
        organisation_id: id.firm,
        kind: 'moved',
        happened_on: '2024-02-01',
        before: 'DH1 1AA',
        after: 'DH9 8XY',
      })
      .execute()
    const run = await addRun(db)
    id.need = await addNeed(db, { hub_id: hub, locality_code: DURHAM, reference: 'ND-2001' })
    await addMatch(db, { match_run_id: run, need_id: id.need, hub_id: hub, organisation_id: id.firm })
    await addMatch(db, { match_run_id: run, need_id: id.need, hub_id: hub, organisation_id: id.gone })
    app = await startApp(database.web)
  })
  afterAll(() => app?.close())

  it('show register facts with their source and date, awards, events and names to anybody', async () => {
    const { body } = await ask<Organisation>(app, `/organisations/${id.firm}`)
    expect(body.headline).toBe('Active, incorporated in 2019. One public contract.')
    expect([body.demonstration, body.place, body.identifiers]).toEqual([
      true,
      'County Durham',
      [{ scheme: 'GB-COH', identifier: 'ZZ000001' }],
    ])
    expect(body.facts.map(fact => [fact.name, fact.value])).toEqual([
      ['Status', 'Active'],
      ['Kind', 'Private limited company'],
      ['Incorporated', '1 April 2019'],
      ['Registered office', '1 Made Street, STANLEY'],
      ['Postcode', 'DH9 8XY'],
      ['Place', 'County Durham, by postcode'],
      ['Accounts', null],
    ])
    expect(body.facts.every(fact => fact.source === 'Made register' && fact.date === '2026-11-01')).toBe(true)
    expect(body.awards).toEqual([
      {
        title: 'Visits',
        buyer: 'Made council',
        awarded_on: '2026-05-20',
        value: '£84,000',
        joined_by: 'register number in the notice',
      },
    ])
    expect(body.events).toEqual([{ on: '2024-02-01', text: 'Registered office moved from DH1 1AA to DH9 8XY' }])
    expect(body.capabilities).toEqual([
      { statement: 'Carers record four questions at each visit', basis: 'stated', date: null },
    ])
    expect(body.needs).toEqual([])
  })

  it('show the needs that they match to their hub and to themselves, never once they are in insolvency', async () => {
    for (const reader of [officer, member]) {
      const { body } = await ask<Organisation>(app, `/organisations/${id.firm}`, { as: reader })
      expect(body.needs.map(need => [need.reference, need.label, need.place])).toEqual([
        ['ND-2001', 'strong', 'County Durham'],
      ])
      expect(body.headline).toBe('Active, incorporated in 2019. One public contract. Fits one open need.')
    }
    const gone = await ask<Organisation>(app, `/organisations/${id.gone}`, { as: officer })
    expect(gone.body.needs).toEqual([])
    expect(gone.body.headline).toBe('In insolvency. A newcomer: no public contract in the loaded sources.')
  })

  it('are absent under an id that is not there or cannot be one', async () => {
    for (const path of ['/organisations/b3b9a0de-9a3f-4f0e-8a6e-5b8b2f5d1c11', '/organisations/harelaw']) {
      expect((await ask(app, path)).status).toBe(404)
    }
  })

  it.each<[string, string[]]>([
    ['q=harelaw', ['Harelaw Joinery Ltd', 'Harelaw Care Technologies Ltd']],
    ['q=harelaw&status=active', ['Harelaw Care Technologies Ltd']],
    [`q=harelaw&place=${NORTHUMBERLAND}`, ['Harelaw Joinery Ltd']],
    ['q=harlaw joinery', ['Harelaw Joinery Ltd']],
    ['q=zz000001', ['Harelaw Care Technologies Ltd']],
    ['q=12', ['Harelaw Joinery Ltd']],
    ['q=dh9 8xy', ['Harelaw Care Technologies Ltd']],
    ['q=100%25', ['100% Plain Ltd']],
    ['q=%25%25', []],
  ])('are found by %s', async (query, names) => {
    const { body } = await ask<OrganisationList>(app, `/organisations?${query}`)
    expect(body.items.map(item => item.name)).toEqual(names)
    expect(body.total).toBe(names.length)
  })

  it('are paged with a true total', async () => {
    const first = await ask<OrganisationList>(app, '/organisations?q=harelaw&limit=1')
    const last = await ask<OrganisationList>(app, `/organisations?q=harelaw&limit=1&cursor=${first.body.next_cursor}`)
    expect([first.body.total, last.body.total, last.body.items[0]?.name, last.body.next_cursor]).toEqual([
      2,
      2,
      'Harelaw Care Technologies Ltd',
      null,
    ])
    const past = await ask<OrganisationList>(
      app,
      `/organisations?q=harelaw&limit=1&cursor=${Buffer.from('9').toString('base64url')}`,
    )
    expect([past.body.total, past.body.items]).toEqual([2, []])
  })

  it.each(['/organisations', '/organisations?q=x', '/organisations?q=harelaw&place=E99'])('refuse %s', async path => {
    const { status, type } = await ask(app, path)
    expect([status, type]).toEqual([400, 'application/problem+json'])
  })
})
