import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alignAll } from '../../../../jobs/alignment/align.js'
import type { Alignment, AlignmentLinks, FrameworkList } from '../../../../server/features/strategy/strategy.schemas.js'
import { startApp } from '../../../builders/app.js'
import { addAwards } from '../../../builders/award.js'
import { addFramework } from '../../../builders/framework.js'
import { addIdea } from '../../../builders/idea.js'
import { addNeed } from '../../../builders/need.js'
import { addOrganisation } from '../../../builders/organisation.js'
import { addPlaces, DURHAM, HEREFORDSHIRE, NORTH_EAST } from '../../../builders/place.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

// Made strategies: a county's with three priorities, a national one with two, and an old one.
describe('alignment with a strategy', () => {
  const database = useDatabase()
  const ids: Record<string, string> = {}
  let app: NestFastifyApplication
  let officer: Reader

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    const source_id = await addSource(db, { id: 'demo-made', demonstration: true })
    const hubId = await addHub(db, { name: 'Made hub', places: [DURHAM] })
    officer = await addReader(db, { role: 'officer', hubId })
    await addFramework(db, { key: 'old', level: 'national', valid_from: '2017-11-27', valid_to: '2021-03-03' }, [
      { code: 'ideas', title: 'Ideas', definition: 'Research and new products.' },
    ])
    const national = await addFramework(
      db,
      { key: 'eight', name: 'National strategy', level: 'national', valid_from: '2025-06-23' },
      [
        { code: 'clean', title: 'Clean energy', definition: 'Wind, heat and storage.' },
        { code: 'defence', title: 'Defence', definition: 'Equipment of the armed forces.' },
      ],
    )
    const local = await addFramework(db, { key: 'county', name: 'County strategy', locality_code: DURHAM }, [
      { code: 'places', title: 'Places', definition: 'Where people live.' },
      {
        code: 'heat',
        parent: 'places',
        title: 'Homes that hold heat',
        definition: 'Insulated homes with low bills and heat pumps.',
        target_share: 0.25,
      },
      {
        code: 'rural',
        parent: 'places',
        title: 'Rural connections',
        definition: 'Every village within reach of work and care by bus.',
        target_share: 0.75,
      },
      {
        code: 'visitors',
        parent: 'places',
        title: 'Visitor economy',
        definition: 'Museums, hotels and festivals that bring guests.',
        sic_prefixes: ['55'],
      },
    ])
    Object.assign(ids, local.nodes)
    await db
      .insertInto('framework_crosswalk')
      .values({
        from_node_id: ids.heat!,
        to_node_id: national.nodes.clean!,
        strength: 'principal',
        quote: 'Heat is energy.',
        author: 'Made author',
        dated: '2026-01-01',
      })
      .execute()
    ids.need = await addNeed(db, {
      title: 'Evening bus',
      description: 'The village has no bus to work.',
      locality_code: DURHAM,
    })
    await addNeed(db, { title: 'Morning bus', description: 'The village lacks a bus to care.', locality_code: DURHAM })
    await addNeed(db, { title: 'Unclear', description: 'Something else entirely about choirs.', locality_code: DURHAM })
    for (let i = 1; i <= 12; i++) {
      await addOrganisation(db, {
        source_id,
        number: `ZZ00000${i}`,
        name: `Made inn ${String.fromCharCode(64 + i)}`,
        locality_code: DURHAM,
        sic: [{ code: '55100', title: 'Hotels' }],
      })
    }
    ids.idea = await addIdea(db, {
      source_id,
      title: 'Warm walls',
      teaser: 'Insulated homes with low bills.',
      tier: 'teaser',
    })
    await addAwards(db, {
      source_id,
      notice: { title: 'Insulated homes, low bills', locality_code: DURHAM },
      awards: [{ value_amount: 3_000_000 }, { value_amount: null }],
    })
    await addAwards(db, {
      source_id,
      notice: { title: 'Village bus to work', locality_code: DURHAM },
      awards: [{ value_amount: 1_000_000 }],
    })
    await alignAll(database.worker)
    await db
      .updateTable('alignment_link')
      .set({ basis: 'officer', state: 'confirmed', grade: 'principal' })
      .where('item_id', '=', ids.need)
      .where('node_id', '=', ids.rural!)
      .execute()
    await alignAll(database.worker)
    app = await startApp(database.web)
  })
  afterAll(async () => app?.close())

  const alignment = async (query = '', place = DURHAM) =>
    (await ask<Alignment>(app, `/places/${place}/alignment${query}`)).body
  const links = (item: string, node: string, options: { as?: Reader; query?: string } = {}) =>
    ask<AlignmentLinks>(
      app,
      `/links?item=${item}&node=${ids[node]}&place=${DURHAM}${options.query ?? ''}`,
      options.as ? { as: options.as } : {},
    )

  it('lists strategies, those in force first and the nearest before the national', async () => {
    const { body } = await ask<FrameworkList>(app, '/frameworks')
    expect(body.items.map(f => f.key)).toEqual(['county', 'eight', 'old'])
    expect(body.total).toBe(3)
  })

  it('shows priorities in the order of the document, each cell with its count and words', async () => {
    const body = await alignment()
    expect(body.framework.key).toBe('county')
    expect(
      body.rows.map(r => [r.title, r.parent, r.need.items, r.organisation.items, r.idea.items, r.award.items, r.flags]),
    ).toEqual([
      ['Homes that hold heat', 'Places', 0, 0, 1, 2, ['no_need']],
      ['Rural connections', 'Places', 2, 0, 0, 1, ['thin_supply', 'no_idea']],
      ['Visitor economy', 'Places', 0, 12, 0, 0, ['no_need', 'no_idea', 'no_award']],
    ])
    expect(body.rows[0]?.award).toEqual({
      items: 2,
      confirmed: 0,
      suggested: 2,
      value: 3_000_000,
      valued_items: 1,
      words: '2 awards, 1 without a value',
    })
    expect(body.rows[1]?.need).toMatchObject({ confirmed: 1, suggested: 1, words: '1 confirmed' })
    expect(body.headline).toBe('Two priorities have suppliers or ideas but no need behind them')
    expect(body.lede).toBe(
      'Homes that hold heat and Visitor economy are empty on the demand side. Rural connections waits for supply: 2 needs, 0 organisations based here, fewer than 10. These links record stated purpose, not effect.',
    )
  })

  it('keeps the part without a link visible', async () => {
    const body = await alignment()
    expect(body.coverage).toEqual({ confirmed: 1, suggested: 1, unlinked: 1, not_coded: 0, total: 3 })
    expect(body.coverage_by_kind.map(c => [c.item_kind, c.total, c.unlinked])).toEqual([
      ['need', 3, 1],
      ['organisation', 12, 0],
      ['idea', 1, 0],
      ['award', 3, 0],
    ])
    expect(body.matrix.summary).toBe(
      'Of 3 open needs, 33% have a link that a person confirmed, 33% only suggested ones, 33% none; 0% cannot be compared.',
    )
    expect(body.matrix.data).toMatchObject({
      needs: [0, 2, 0],
      award_value: [3_000_000, 1_000_000, null],
      flags: ['no need', 'thin supply, no idea', 'no need, no idea, no award'],
    })
  })

  it('compares award value with the targets that the strategy sets', async () => {
    const { balance } = await alignment()
    // £3m and £1m at 0.4 each: three quarters of what is linked went to heat, whose target is a quarter.
    expect(balance.data).toEqual({
      priority: ['Homes that hold heat', 'Rural connections'],
      share: [75, 25],
      target: [25, 75],
      difference: [50, -50],
    })
    expect(balance.title).toBe('Award value leans to Homes that hold heat, away from Rural connections')
    expect(balance.summary).toBe(
      'Homes that hold heat +50.0 pp against its target; Rural connections −50.0 pp. £2.4m of awards has no link and is left out.',
    )
    expect(balance.notes).toContain('Without a target: Visitor economy.')
    const national = await alignment('?framework=eight')
    expect(national.balance).toMatchObject({ quality: 'empty', title: 'No target shares to compare with' })
  })

  it('leads from local priorities to national ones, and names what leads nowhere', async () => {
    const { national } = await alignment()
    expect(national).toEqual([
      {
        title: 'Clean energy',
        framework: 'National strategy',
        through: [{ title: 'Homes that hold heat', strength: 'principal', quote: 'Heat is energy.' }],
        words: 'through Homes that hold heat, principal, quoted',
      },
      {
        title: 'Defence',
        framework: 'National strategy',
        through: [],
        words: 'not a local priority. A choice, not a failing.',
      },
      {
        title: 'Rural connections and Visitor economy',
        framework: 'County strategy',
        through: [],
        words: 'local only',
      },
    ])
  })

  it('can count only what a person confirmed, and sort by needs or gaps', async () => {
    const person = await alignment('?linked_by=person&sort=needs')
    expect(person.rows.map(r => [r.title, r.need.items])).toEqual([
      ['Rural connections', 1],
      ['Homes that hold heat', 0],
      ['Visitor economy', 0],
    ])
    expect((await alignment('?sort=gaps')).rows[0]?.title).toBe('Visitor economy')
  })

  it('opens a cell with the words that met, confirmed ones first', async () => {
    const { body } = await links('need', 'rural')
    expect(body).toMatchObject({ headline: '2 open needs, 1 confirmed by a person', total: 2, hidden: 0 })
    expect(body.node.title).toBe('Rural connections')
    expect(body.items.map(i => [i.grade, i.who, i.quote.text, i.quote.source, i.place])).toEqual([
      ['principal', 'confirmed by an officer', 'The village has no bus to work.', 'Description', 'County Durham'],
      [
        'significant',
        'suggested by shared words, not confirmed',
        'The village lacks a bus to care.',
        'Description',
        'County Durham',
      ],
    ])
    const [first] = body.items
    expect(first?.address).toBe(`/needs/${ids.need}`)
    expect(first?.quote.marks.map(m => first.quote.text.slice(m.start, m.end))).toEqual(['village', 'bus'])
    expect(first?.priority_quote.marks.map(m => first.priority_quote.text.slice(m.start, m.end))).toEqual([
      'village',
      'bus',
    ])
    const person = await links('need', 'rural', { query: '&linked_by=person' })
    expect([person.body.total, person.body.items.length]).toEqual([1, 1])
  })

  it('lists organisations by the alphabet, with the code that says so, and the true total', async () => {
    const { body } = await links('organisation', 'visitors', { query: '&limit=2' })
    expect(body).toMatchObject({
      headline: '12 organisations based here, none confirmed by a person yet',
      total: 12,
      hidden: 0,
    })
    expect(body.items.map(i => [i.name, i.who, i.quote.text])).toEqual([
      ['Made inn A', 'suggested by its classification code, not confirmed', '55100 Hotels'],
      ['Made inn B', 'suggested by its classification code, not confirmed', '55100 Hotels'],
    ])
  })

  it('counts ideas for everybody and opens them to those whom the owner let read', async () => {
    const nobody = await links('idea', 'heat')
    expect(nobody.body).toMatchObject({ total: 1, items: [], hidden: 1 })
    const staff = await links('idea', 'heat', { as: officer })
    expect(staff.body).toMatchObject({
      total: 1,
      hidden: 0,
      items: [{ name: 'Warm walls', quote: { text: 'Insulated homes with low bills.', source: 'Teaser' } }],
    })
  })

  it('hides a quote from behind the owner’s tier at once, before the next comparison', async () => {
    await database.owner.updateTable('consent').set({ tier: 'title' }).where('idea_id', '=', ids.idea!).execute()
    expect((await links('idea', 'heat', { as: officer })).body).toMatchObject({ total: 1, items: [], hidden: 1 })
    await database.owner.updateTable('consent').set({ tier: 'teaser' }).where('idea_id', '=', ids.idea!).execute()
  })

  it('takes a national strategy where a place has none of its own, and says when nothing was compared', async () => {
    const far = await alignment('', HEREFORDSHIRE)
    expect(far.framework.key).toBe('eight')
    expect(far.headline).toBe('Nothing in Herefordshire has been compared with this strategy yet')
    expect(far.rows.flatMap(r => r.flags)).toEqual([])
    expect(far.matrix.quality).toBe('empty')
    const region = await alignment('?framework=county', NORTH_EAST)
    expect(region.rows[1]?.need.items).toBe(2)
  })

  it('refuses what does not exist', async () => {
    const status = async (path: string) => (await ask(app, path)).status
    expect(await status(`/places/${DURHAM}/alignment?framework=nowhere`)).toBe(400)
    expect(await status('/places/E99999999/alignment')).toBe(404)
    expect(await status(`/links?item=need&node=${ids.rural}&place=E99999999`)).toBe(404)
    expect(await status(`/links?item=need&node=00000000-0000-4000-8000-000000000000&place=${DURHAM}`)).toBe(404)
    expect(await status(`/links?item=need&node=rural&place=${DURHAM}`)).toBe(400)
    expect(await status(`/links?item=person&node=${ids.rural}&place=${DURHAM}`)).toBe(400)
  })
})
