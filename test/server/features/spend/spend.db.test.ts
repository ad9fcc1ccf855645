import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Panel } from '../../../../server/http/panel.schemas.js'
import { startApp } from '../../../builders/app.js'
import { addAwards } from '../../../builders/award.js'
import { addOrganisation } from '../../../builders/organisation.js'
import { addPlaces, DURHAM, HEREFORDSHIRE, NORTHUMBERLAND } from '../../../builders/place.js'
import { ask } from '../../../builders/request.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

// Made notices: twelve awards of County Durham, one of Northumberland.
describe('the local share of awards', () => {
  const database = useDatabase()
  let app: NestFastifyApplication

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    const source_id = await addSource(db, { id: 'demo-find-a-tender', name: 'Notices', demonstration: true })
    await addSource(db, { id: 'find-a-tender' })
    const local = await addOrganisation(db, { source_id, number: 'ZZ000001', locality_code: DURHAM })
    const away = await addOrganisation(db, { source_id, number: 'ZZ000002', locality_code: HEREFORDSHIRE })
    const notice = { locality_code: DURHAM, category: 'services' }
    for (let i = 0; i < 4; i++) {
      await addAwards(db, {
        source_id,
        notice,
        awards: [{ value_amount: 100_000, suppliers: [{ organisationId: local }] }],
      })
    }
    await addAwards(db, {
      source_id,
      notice: { ...notice, category: 'works' },
      awards: [
        { value_amount: 300_000, suppliers: [{ organisationId: away }, { postcode: 'dh1 4zz' }] },
        { value_amount: 200_000, suppliers: [{ name: 'Somebody' }], awarded_on: '2025-03-01' },
        { value_amount: 100_000, suppliers: [{ postcode: 'N1 7GU' }] },
      ],
    })
    await addAwards(db, {
      source_id,
      notice,
      awards: [
        { value_amount: 50_000, suppliers: [{ organisationId: away }] },
        { value_amount: 50_000, suppliers: [{ organisationId: away }] },
        {
          value_amount: null,
          value_note: 'Stated as 0.01, which means unknown.',
          suppliers: [{ organisationId: local }],
        },
        { value_amount: 70_000, status: 'cancelled', suppliers: [{ organisationId: local }] },
      ],
    })
    await addAwards(db, {
      source_id,
      notice: { ...notice, title: 'Framework agreement for gritting' },
      awards: [{ value_amount: 9_000_000 }, { value_amount: 8_000_000 }],
    })
    await addAwards(db, { source_id, notice: { locality_code: NORTHUMBERLAND }, awards: [{ value_amount: 5 }] })
    await addAwards(db, { source_id: 'find-a-tender', notice, awards: [{ value_amount: 777 }] })
    app = await startApp(database.web)
  })
  afterAll(async () => app?.close())

  const spend = async (query = '', place = DURHAM) => (await ask<Panel>(app, `/places/${place}/spend${query}`)).body

  it('names the notices without a value first and shows what is not known', async () => {
    const found = await spend()
    // Local 4 x 100,000 + 150,000; elsewhere 150,000 + 100,000 + 50,000; not known 200,000.
    expect(found.data).toEqual({
      part: ['Based here', 'Elsewhere', 'Not known'],
      awards: [5.5, 3.5, 3],
      awards_share: [45.8, 29.2, 25],
      value: [550_000, 300_000, 200_000],
      value_share: [52.4, 28.6, 19],
    })
    expect(found).toMatchObject({
      title: '52% of award value is known to go to suppliers based here; 71% if all unknown ones are',
      summary:
        '1 of 12 awards states no usable value. Of £1.1m in the others, £550,000 (52.4%) went to suppliers based here, £300,000 elsewhere; where £200,000 went is not known, so the local share lies between 52.4% and 71.4%.',
      n: 12,
      quality: 'partial',
      vintage: '2026-05-20',
      excluded: [
        { reason: 'Without a usable value', n: 1 },
        { reason: 'Ceiling of a framework agreement, not a purchase', n: 2 },
        { reason: 'Value repeated within one notice', n: 1 },
        { reason: 'From real notices', n: 1 },
      ],
    })
    expect(found.notes).toContain('1 award to several suppliers is split equally between them.')
  })

  it('breaks down by category, most money first, and by year in order', async () => {
    const categories = await spend('?by=category')
    expect(categories.data).toMatchObject({
      group: ['Works', 'Services'],
      value: [600_000, 450_000],
      local: [25, 88.9],
    })
    const years = await spend('?by=year')
    expect(years.data).toMatchObject({ group: ['2025', '2026'], value: [200_000, 850_000], unknown: [100, 0] })
  })

  it('shows no value of a place with fewer than ten awards, and says so of one with none', async () => {
    expect(await spend('', NORTHUMBERLAND)).toMatchObject({
      quality: 'too_few',
      summary: 'Too few to show: 1, and 10 are needed.',
      data: { part: [], awards: [], awards_share: [], value: [], value_share: [] },
    })
    expect(await spend('', HEREFORDSHIRE)).toMatchObject({
      quality: 'empty',
      title: 'No awards of buyers in Herefordshire are held yet',
      n: 0,
    })
  })

  it('answers 404 for a place that is not held', async () => {
    expect((await ask(app, '/places/E99999999/spend')).status).toBe(404)
  })
})
