import { beforeAll, describe, expect, it } from 'vitest'
import { alignAll } from '../../../jobs/alignment/align.js'
import { addAwards } from '../../builders/award.js'
import { addFramework } from '../../builders/framework.js'
import { addChallenge, addIdea } from '../../builders/idea.js'
import { addOrganisation } from '../../builders/organisation.js'
import { addPlaces, DURHAM, HEREFORDSHIRE, NORTH_EAST } from '../../builders/place.js'
import { addSource } from '../../builders/source.js'
import { useDatabase } from '../../setup/clone.js'

// Made strategy, needs, organisations, ideas and awards.
describe('aligning items with the priorities of a strategy', () => {
  const database = useDatabase()
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    const db = database.owner
    await addPlaces(db)
    await addSource(db, { id: 'demo-made', demonstration: true })
    const framework = await addFramework(db, { key: 'made-five', locality_code: DURHAM }, [
      { code: 'people', title: 'People', definition: 'Healthy lives, skills and work for every resident.' },
      {
        code: 'connections',
        parent: 'people',
        title: 'Rural connections',
        definition: 'Every village within reach of work, care and each other, whatever the bus timetable.',
      },
      {
        code: 'heat',
        parent: 'people',
        title: 'Homes that hold heat',
        definition: 'Warm, insulated homes with low bills and heat pumps fitted by local trades.',
        sic_prefixes: ['4322'],
        cpv_prefixes: ['4532'],
      },
    ])
    Object.assign(ids, framework.nodes, { framework: framework.id })
    const need = async (title: string, description: string, place: string | null, state: 'open' | 'met' | 'draft') => {
      const row = await db
        .insertInto('need')
        .values({ origin: 'entered', state, title, description, locality_code: place })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    }
    ids.bus = await need(
      'Evenings without a bus',
      'The village has no evening bus. People cannot reach care or work.',
      DURHAM,
      'open',
    )
    ids.warm = await need(
      'Cold terraces',
      'Tenants in terraced homes want insulated walls and lower bills.',
      HEREFORDSHIRE,
      'open',
    )
    ids.met = await need('Buses met', 'A village bus within reach of work was asked for and is there.', DURHAM, 'met')
    ids.draft = await need('Draft', 'A village bus within reach of work.', DURHAM, 'draft')
    ids.bare = await need('X', 'n/a', DURHAM, 'open')
    ids.fitter = await addOrganisation(db, {
      source_id: 'demo-made',
      number: 'ZZ000001',
      locality_code: DURHAM,
      sic: [{ code: '43220', title: 'Plumbing, heat and air-conditioning installation' }],
      capabilities: ['We fit heat pumps in older homes and train local trades.'],
    })
    const idea = await db
      .insertInto('idea')
      .values([
        {
          source_id: 'demo-made',
          source_ref: 'a',
          owner_name: 'Made owner',
          state: 'not_adopted',
          title: 'Warm walls',
          teaser: 'Insulated panels for homes with high bills.',
        },
        {
          source_id: 'demo-made',
          source_ref: 'b',
          owner_name: 'Made owner',
          state: 'not_adopted',
          title: 'Secret bus',
          teaser: 'A village bus to reach care.',
        },
      ])
      .returning('id')
      .execute()
    ids.panels = idea[0]!.id
    ids.secret = idea[1]!.id
    await db
      .insertInto('consent')
      .values({ idea_id: ids.panels, tier: 'teaser', wording_version: '1', given_at: '2026-01-01T00:00:00Z' })
      .execute()
    const awards = await addAwards(db, {
      source_id: 'demo-made',
      notice: { title: 'Roof works', locality_code: DURHAM, cpv: ['45320000'] },
      awards: [{ value_amount: 50_000 }, { value_amount: 50_000 }, { value_amount: null }],
    })
    ids.award = awards[0]!
  })

  const run = () => alignAll(database.worker)
  const link = (item: string, node: string) =>
    database.owner
      .selectFrom('alignment_link')
      .selectAll()
      .where('item_id', '=', ids[item]!)
      .where('node_id', '=', ids[node]!)
      .executeTakeFirst()
  const measures = async (place: string) => {
    const rows = await database.owner
      .selectFrom('alignment_measure')
      .select(['node_id', 'item_kind', 'items', 'confirmed', 'suggested', 'value', 'valued_items'])
      .where('locality_code', '=', place)
      .execute()
    const name = Object.fromEntries(Object.entries(ids).map(([key, id]) => [id, key]))
    return rows
      .map(
        r => `${name[r.node_id]} ${r.item_kind} ${r.items}=${r.confirmed}+${r.suggested} ${r.value} ${r.valued_items}`,
      )
      .sort()
  }

  it('links by code and by words, each with its quote, and counts per place', async () => {
    const result = await run()
    expect(result).toMatchObject({ items: 9, links: 8, confirmed: 0, suggested: 8, not_coded: 1 })
    expect(result.written).toBeGreaterThan(0)
    expect(await link('bus', 'connections')).toMatchObject({
      basis: 'model',
      grade: 'significant',
      state: 'suggested',
      method: 'word-overlap/2',
      quotes: [
        { side: 'item', field: 'description', text: 'People cannot reach care or work.' },
        { side: 'priority', field: 'definition' },
      ],
    })
    expect(await link('fitter', 'heat')).toMatchObject({
      basis: 'rule',
      method: 'code-prefix/1',
      quotes: [
        {
          field: 'code',
          text: '43220 Plumbing, heat and air-conditioning installation',
          marks: [{ start: 0, end: 4 }],
        },
        { field: 'capability', text: 'We fit heat pumps in older homes and train local trades.' },
        { side: 'priority', field: 'definition' },
      ],
    })
    expect(await measures(DURHAM)).toEqual([
      'connections need 1=0+1 null 0',
      'heat award 3=0+3 50000 1',
      'heat idea 1=0+1 null 0',
      'heat organisation 1=0+1 null 0',
    ])
    expect(await measures(NORTH_EAST)).toEqual(await measures(DURHAM))
    expect(await measures(HEREFORDSHIRE)).toEqual(['heat idea 1=0+1 null 0', 'heat need 1=0+1 null 0'])
  })

  it('neither reads drafts nor ideas without consent', async () => {
    expect(await link('draft', 'connections')).toBeUndefined()
    expect(await link('secret', 'connections')).toBeUndefined()
  })

  it('keeps what cannot be compared visible', async () => {
    const row = await database.owner
      .selectFrom('alignment_coverage')
      .select(['confirmed', 'suggested', 'unlinked', 'not_coded'])
      .where('locality_code', '=', DURHAM)
      .where('item_kind', '=', 'need')
      .executeTakeFirst()
    expect(row).toEqual({ confirmed: 0, suggested: 1, unlinked: 0, not_coded: 1 })
  })

  it('writes nothing when nothing is new', async () => {
    expect(await run()).toMatchObject({ links: 8, written: 0 })
  })

  it('keeps what an officer said: a confirmed link stays as it is, a removed one is not suggested again', async () => {
    const mark = (item: string, change: { state: 'confirmed' | 'removed'; basis: 'officer'; grade?: 'principal' }) =>
      database.owner.updateTable('alignment_link').set(change).where('item_id', '=', ids[item]!).execute()
    await mark('bus', { state: 'confirmed', basis: 'officer', grade: 'principal' })
    await mark('fitter', { state: 'removed', basis: 'officer' })
    expect(await run()).toMatchObject({ links: 7, confirmed: 1, suggested: 6 })
    expect(await link('bus', 'connections')).toMatchObject({ grade: 'principal', state: 'confirmed' })
    expect(await link('fitter', 'heat')).toMatchObject({ state: 'removed' })
    expect(await measures(DURHAM)).toEqual([
      'connections need 1=1+0 null 0',
      'heat award 3=0+3 50000 1',
      'heat idea 1=0+1 null 0',
    ])
    expect(await run()).toMatchObject({ written: 0 })
  })

  it('lets a suggestion go when its owner withdraws consent', async () => {
    await database.owner.updateTable('consent').set({ revoked_at: '2026-02-01T00:00:00Z' }).execute()
    await run()
    expect(await link('panels', 'heat')).toBeUndefined()
    expect(await measures(HEREFORDSHIRE)).toEqual(['heat need 1=0+1 null 0'])
  })

  it('lets an idea speak through the challenge that it answered, unless its owner shows the title alone', async () => {
    const { challengeId } = await addChallenge(database.owner, {
      source_id: 'demo-made',
      title: 'A bus within reach of every village',
    })
    const idea = {
      source_id: 'demo-made',
      title: 'Shared seats',
      teaser: null,
      submission: { challenge_id: challengeId },
    }
    ids.seats = await addIdea(database.owner, { ...idea, tier: 'teaser' })
    ids.hidden = await addIdea(database.owner, { ...idea, tier: 'title' })
    await run()
    expect(await link('seats', 'connections')).toMatchObject({
      quotes: [{ side: 'item', field: 'challenge', text: 'A bus within reach of every village' }, { side: 'priority' }],
    })
    expect(await link('hidden', 'connections')).toBeUndefined()
  })
})
