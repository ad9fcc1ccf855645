import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Economy } from '../../../../server/features/economy/economy.schemas.js'
import type { Panel } from '../../../../server/http/panel.schemas.js'
import { startApp } from '../../../builders/app.js'
import { addOrganisation, type OrganisationWish } from '../../../builders/organisation.js'
import { addPlaces, DURHAM, HEREFORDSHIRE, NORTH_EAST, NORTHUMBERLAND } from '../../../builders/place.js'
import { ask } from '../../../builders/request.js'
import { addPull, addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

// Made companies: 30 in County Durham, 60 in Northumberland, 4 in Herefordshire.
describe('the economy of a place', () => {
  const database = useDatabase()
  let app: NestFastifyApplication
  let number = 0

  const companies = async (
    n: number,
    wish: OrganisationWish & { sicCode?: string },
    source = 'demo-companies-house',
  ) => {
    const { sicCode, ...rest } = wish
    for (let i = 0; i < n; i++) {
      number++
      await addOrganisation(database.owner, {
        source_id: source,
        number: `ZZ${String(number).padStart(6, '0')}`,
        ...(sicCode ? { sic: [{ code: sicCode }] } : {}),
        ...rest,
      })
    }
  }

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    await addSource(db, {
      id: 'demo-companies-house',
      name: 'Company register (demonstration)',
      demonstration: true,
      mark: '2026-11-01',
    })
    await addSource(db, { id: 'companies-house', name: 'Company register' })
    const old = { incorporated_on: '2010-05-01' }
    await companies(20, { locality_code: DURHAM, sicCode: '25110', ...old })
    await companies(6, { locality_code: DURHAM, sicCode: '62012', incorporated_on: '2026-03-10' })
    await companies(2, { locality_code: DURHAM, sicCode: '99999', accounts_category: 'DORMANT', ...old })
    await companies(1, { locality_code: DURHAM })
    await companies(1, { locality_code: DURHAM, sicCode: '25110', status: 'insolvent', ...old })
    await companies(4, {
      locality_code: DURHAM,
      sicCode: '25110',
      status: 'left_register',
      left_register_on: '2026-02-03',
      ...old,
    })
    await companies(10, {
      locality_code: NORTHUMBERLAND,
      sicCode: '27120',
      incorporated_on: '2020-01-01',
      postcode: 'NE61 1AA',
      address_lines: ['1 Made Street'],
    })
    await companies(50, { locality_code: NORTHUMBERLAND, sicCode: '62012', incorporated_on: '2020-01-01' })
    await companies(4, { locality_code: HEREFORDSHIRE, sicCode: '25110', ...old })
    await companies(2, { locality_code: DURHAM, sicCode: '25110' }, 'companies-house')
    app = await startApp(database.web)
  })
  afterAll(async () => app?.close())

  const panel = async (path: string) => (await ask<Panel>(app, `/places/${path}`)).body

  it('compares the mix of industries with the region, and says what is left out', async () => {
    const found = await panel(`${DURHAM}/industries`)
    // 20 of 26 here, 30 of 86 in the region: 0.7692 / 0.3488; interval 1.4295 times and over, from a variance of 0.03324.
    expect(found.data).toEqual({
      code: ['C', 'J'],
      industry: ['Manufacturing', 'Information and digital'],
      here: [20, 6],
      share_here: [76.9, 23.1],
      share_reference: [34.9, 65.1],
      quotient: [2.21, null],
      low: [1.54, null],
      high: [3.15, null],
      word: ['highly specialised', 'too few to say (n = 6)'],
    })
    expect(found).toMatchObject({
      title: 'Manufacturing has 2.2 times the share that it has in the North East',
      summary: 'Manufacturing 76.9% here, 34.9% in the North East.',
      reference: 'the North East',
      vintage: '2026-11-01',
      n: 26,
      quality: 'ok',
      source: 'Company register (demonstration), 1 November 2026. Contains made information.',
      computed_at: '2026-11-24T09:00:00.000Z',
      excluded: [
        { reason: 'Dormant (code 99999)', n: 2 },
        { reason: 'No industry code', n: 1 },
        { reason: 'In liquidation or administration', n: 1 },
        { reason: 'From another register', n: 2 },
      ],
    })
    expect(found.notes[0]).toBe(
      'A registered office is not always where a company works: 0 of 29 companies here (0.0%) are at addresses that 10 or more share, 0 of them at registration agents.',
    )
    expect(new Set(Object.values(found.data).map(values => values.length))).toEqual(new Set([2]))
  })

  it('compares with every place held when asked, and by division', async () => {
    const all = await panel(`${DURHAM}/industries?against=all&level=division`)
    expect(all.reference).toBe('all places held')
    // 24 of 90: four more metal companies in Herefordshire.
    expect(all.data.code).toEqual(['25', '62', '27'])
    expect(all.data.share_reference).toEqual([26.7, 62.2, 11.1])
    expect(all.data.here).toEqual([20, 6, 0])
    expect(all.data.word?.[2]).toBe('none here')
  })

  it('leaves out companies at shared addresses when asked', async () => {
    const found = await panel(`${NORTHUMBERLAND}/industries?agents=without`)
    expect(found.data.here).toEqual([50, 0])
    expect(found.excluded[0]).toEqual({ reason: 'At addresses that 10 or more companies share', n: 10 })
    expect(found.notes[0]).toContain('10 of 60 companies here (16.7%) are at addresses that 10 or more share')
  })

  it('shows ages in bands, the unknown in a bar of its own', async () => {
    const found = await panel(`${DURHAM}/pyramid`)
    expect(found.data.band).toEqual(['Under 1', '1', '2', '3 to 4', '5 to 9', '10 to 19', '20 and over', 'Unknown'])
    expect(found.data.here).toEqual([6, 0, 0, 0, 0, 20, 0, 1])
    expect(found.data.share_here).toEqual([22.2, 0, 0, 0, 0, 74.1, 0, 3.7])
    expect(found.data.share_reference).toEqual([6.9, 0, 0, 0, 69, 23, 0, 1.1])
    expect(found.title).toBe('Companies here are older: 74% have stood ten years or more')
    expect(found.excluded[0]).toEqual({ reason: 'Dormant by their accounts', n: 2 })
  })

  it('shows months up to the day of the data, the last two provisional, and no zero where nothing is known', async () => {
    const found = await panel(`${DURHAM}/companies/flows`)
    expect(found.data.month?.slice(-3)).toEqual(['2026-08', '2026-09', '2026-10'])
    expect(found.data.state?.slice(-3)).toEqual(['final', 'provisional', 'provisional'])
    const at = found.data.month!.indexOf('2026-02')
    expect(found.data.left?.slice(at - 1, at + 2)).toEqual([null, 4, 0])
    expect(found.data.net?.slice(at - 1, at + 2)).toEqual([null, -4, 6])
    expect(found).toMatchObject({
      title: '6 companies registered here in the year to August 2026',
      summary: '0.5 a month in the last twelve whole months; the most in March 2026, 6.',
      n: 10,
      quality: 'ok',
    })
    expect(found.notes).toContain(
      'Who left is known from February 2026 on; earlier months miss companies that started and left again.',
    )
  })

  it('says that there are too few instead of showing values', async () => {
    const found = await panel(`${HEREFORDSHIRE}/industries`)
    expect(found).toMatchObject({
      quality: 'too_few',
      summary: 'Too few to show: 4, and 10 are needed.',
      n: 4,
      notes: expect.arrayContaining([
        'Herefordshire lies in no region that is held, so it is compared with all places.',
      ]),
    })
    expect(Object.values(found.data)).toEqual(Array.from({ length: 9 }, () => []))
  })

  it('has a heading for the page, with the figures behind it', async () => {
    const { body } = await ask<Economy>(app, `/places/${DURHAM}/economy`)
    expect(body).toMatchObject({
      place: { code: DURHAM, name: 'County Durham' },
      headline: 'Manufacturing has 2.2 times the share that it has in the North East.',
      lede: '29 companies have their registered office here, 0% of them at shared addresses. Companies here are older: 74% have stood ten years or more. 6 companies registered here in the year to August 2026.',
      data_of: 'Company register (demonstration), 1 November 2026',
    })
  })

  it('answers for a region, which has no wider one', async () => {
    const found = await panel(`${NORTH_EAST}/industries`)
    expect(found.n).toBe(86)
    expect(found.reference).toBe('all places held')
  })

  it('is a CSV of the same rows', async () => {
    const csv = await ask(app, `/places/${DURHAM}/industries`, { accept: 'text/csv' })
    expect(csv.type).toBe('text/csv')
    expect(csv.text.split('\r\n').slice(0, 2)).toEqual([
      'Section,Industry,Companies here,Share here (%),Share in the North East (%),Location quotient,"95% interval, low","95% interval, high",In words',
      'C,Manufacturing,20,76.9,34.9,2.21,1.54,3.15,highly specialised',
    ])
  })

  it('answers 404 for a place that is not held and 400 for a filter that does not exist', async () => {
    for (const path of ['economy', 'industries', 'pyramid', 'companies/flows']) {
      expect((await ask(app, `/places/E99999999/${path}`)).status).toBe(404)
    }
    expect((await ask(app, `/places/${DURHAM}/industries?against=moon`)).status).toBe(400)
  })
})

describe('the economy of a place of which no company is held', () => {
  const database = useDatabase()

  it('says why and what to do', async () => {
    await addPlaces(database.owner)
    const app = await startApp(database.web)
    for (const path of ['industries', 'pyramid', 'companies/flows']) {
      const { body } = await ask<Panel>(app, `/places/${DURHAM}/${path}`)
      expect(body).toMatchObject({ quality: 'empty', title: 'No companies of County Durham are held yet', n: 0 })
    }
    const { body } = await ask<Economy>(app, `/places/${DURHAM}/economy`)
    expect(body.headline).toBe('No companies of County Durham are held yet')
    await app.close()
  })
})

describe('companies that left between two snapshots', () => {
  const database = useDatabase()

  it('count in the month before the snapshot that no longer held them, whenever it was pulled', async () => {
    const db = database.owner
    await addPlaces(db)
    const source_id = await addSource(db, { id: 'companies-house', mark: '2026-11-01' })
    const snapshot = (before: string | null, after: string) =>
      addPull(db, {
        source_id,
        cause: 'file',
        mark_before: before,
        mark_after: after,
        started_at: '2026-11-20T08:00:00Z',
      })
    await snapshot(null, '2026-08-01')
    const pull_id = await snapshot('2026-08-01', '2026-09-01')
    await snapshot('2026-09-01', '2026-11-01')
    const company = { source_id, locality_code: DURHAM, incorporated_on: '2026-05-05' }
    for (let i = 1; i <= 8; i++) await addOrganisation(db, { ...company, number: `0000000${i}` })
    for (const number of ['00000011', '00000012', '00000013']) {
      const gone = { ...company, number, status: 'left_register' as const, left_register_on: '2026-11-20' }
      const organisation_id = await addOrganisation(db, gone)
      await db
        .insertInto('registry_event')
        .values({ organisation_id, kind: 'left_register', happened_on: '2026-11-20', pull_id })
        .execute()
    }
    const app = await startApp(database.web)
    const { body } = await ask<Panel>(app, `/places/${DURHAM}/companies/flows`)
    expect(body.data.month?.slice(-5)).toEqual(['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'])
    expect(body.data.left?.slice(-5)).toEqual([null, null, 3, 0, 0])
    expect(body.data.incorporated?.slice(-6)).toEqual([11, 0, 0, 0, 0, 0])
    await app.close()
  })
})
