import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchResults } from '../../../../server/features/search/search.schemas.js'
import { startApp } from '../../../builders/app.js'
import { addNeed } from '../../../builders/need.js'
import { addOrganisation } from '../../../builders/organisation.js'
import { addPlaces, DURHAM } from '../../../builders/place.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

describe('search', () => {
  const database = useDatabase()
  let app: NestFastifyApplication
  let officer: Reader
  const id: Record<string, string> = {}

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    await addSource(db, { id: 'demo-register', demonstration: true })
    const hub = await addHub(db, { name: 'Durham made hub', places: [DURHAM] })
    officer = await addReader(db, { role: 'officer', hubId: hub })
    await addOrganisation(db, {
      source_id: 'demo-register',
      name: 'Harelaw Care Technologies Ltd',
      number: 'ZZ000001',
      post_town: 'STANLEY',
      postcode: 'DH9 8XY',
    })
    id.need = await addNeed(db, { hub_id: hub, locality_code: DURHAM, reference: 'ND-2001' })
    await addNeed(db, { hub_id: hub, state: 'draft', title: 'Visits in draft', reference: 'ND-2002' })
    await addNeed(db, { title: 'Visits long ago', reference: 'ND-2003', closes_at: '2026-01-01T09:00:00Z' })
    app = await startApp(database.web)
  })
  afterAll(() => app?.close())

  it('finds needs, current ones first and never a draft', async () => {
    const { body } = await ask<SearchResults>(app, '/search?q=visits', { as: officer })
    expect(body.items.map(item => [item.kind, item.title, item.meta, item.address])).toEqual([
      ['need', 'Visits that notice decline early', 'ND-2001, County Durham, Open', `/needs/${id.need}`],
      ['need', 'Visits long ago', 'ND-2003, stale', expect.stringMatching(/^\/needs\//)],
    ])
    expect([body.headline, body.total]).toEqual(['2 needs for “visits”', 2])
  })

  it('finds places and organisations by name, number or postcode, and says when there is nothing', async () => {
    const place = await ask<SearchResults>(app, '/search?q=durham')
    expect(place.body.items[0]).toEqual({
      kind: 'place',
      id: DURHAM,
      title: 'County Durham',
      meta: 'County',
      address: `/?place=${DURHAM}`,
      demonstration: false,
    })
    const postcode = await ask<SearchResults>(app, '/search?q=DH1 1AA&kind=place')
    expect(postcode.body.items.map(item => item.id)).toEqual([DURHAM])
    const organisation = await ask<SearchResults>(app, '/search?q=harelaw care&limit=1')
    expect(organisation.body.items[0]).toMatchObject({
      kind: 'organisation',
      meta: 'Stanley, DH9 8XY, ZZ000001',
      demonstration: true,
    })
    const nothing = await ask<SearchResults>(app, '/search?q=zeppelin')
    expect([nothing.body.headline, nothing.body.items]).toEqual(['Nothing found for “zeppelin”', []])
  })

  it.each(['/search', '/search?q=a', '/search?q=care&place=E99', '/search?q=care&limit=0', '/search?q=care&kind=idea'])(
    'refuses %s',
    async path => {
      const { status, type } = await ask(app, path)
      expect([status, type]).toEqual([400, 'application/problem+json'])
    },
  )
})
