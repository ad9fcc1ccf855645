import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAlerts } from '../../../jobs/alerts/find.js'
import type { AlertContent } from '../../../server/domain/alerts/content.js'
import { addChallenge, addIdea } from '../../builders/idea.js'
import { addMatch, addRun } from '../../builders/match.js'
import { addNeed } from '../../builders/need.js'
import { addOrganisation } from '../../builders/organisation.js'
import { addPlaces, DURHAM, NORTH_EAST, NORTHUMBERLAND } from '../../builders/place.js'
import { addHub, addReader } from '../../builders/reader.js'
import { addSource } from '../../builders/source.js'
import { addSubscription } from '../../builders/subscription.js'
import { useDatabase } from '../../setup/clone.js'

describe('looking for what an alert has to tell', () => {
  const database = useDatabase()
  let run = ''
  let organisation = ''

  beforeAll(async () => {
    await database.setNow('2026-11-24T10:04:00Z')
    await addPlaces(database.owner)
    await addSource(database.owner, { id: 'made' })
    run = await addRun(database.owner)
    organisation = await addOrganisation(database.owner, { source_id: 'made', name: 'Harelaw Care Technologies Ltd' })
  })

  beforeEach(async () => {
    for (const table of ['subscription', 'need', 'match_feedback'] as const)
      await database.owner.deleteFrom(table).execute()
  })

  const contents = async (subscription?: string): Promise<AlertContent[]> => {
    const rows = await database.owner
      .selectFrom('alert_item')
      .select(['content', 'subscription_id'])
      .orderBy('rank')
      .orderBy('found_at')
      .execute()
    return rows
      .filter(row => !subscription || row.subscription_id === subscription)
      .map(row => row.content as AlertContent)
  }

  const ownAlert = async (): Promise<string> => {
    const reader = await addReader(database.owner, { role: 'innovator_admin', organisationId: organisation })
    return addSubscription(database.owner, {
      account_id: reader.actor.accountId,
      organisation_id: organisation,
      query: { organisation_id: organisation },
    })
  }

  it('finds the matches of an organisation, strong before possible, and leaves weak ones out', async () => {
    await ownAlert()
    for (const [label, rank] of [
      ['possible', 1],
      ['strong', 2],
      ['weak', 3],
    ] as const) {
      const need_id = await addNeed(database.owner, { title: `A need that is ${label}` })
      await addMatch(database.owner, { match_run_id: run, need_id, organisation_id: organisation, label, rank })
    }
    expect(await findAlerts({ door: database.worker })).toEqual({ subscriptions: 1, found: 2, failed: 0 })
    expect((await contents()).map(content => content.needTitle)).toEqual([
      'A need that is strong',
      'A need that is possible',
    ])
  })

  it('quotes both sides, and says what counts against and what is unknown', async () => {
    await ownAlert()
    const need_id = await addNeed(database.owner)
    await addMatch(database.owner, {
      match_run_id: run,
      need_id,
      organisation_id: organisation,
      against: ['Nothing found about “night visits”.'],
      unknowns: ['What it would cost.'],
    })
    await findAlerts({ door: database.worker })
    const [content] = await contents()
    expect(content?.voices).toEqual([
      { speaker: 'The need', quote: 'notice small changes', marks: [[0, 6]] },
      { speaker: 'Your own statement', quote: 'The same two neighbours call every week', marks: [[0, 3]] },
    ])
    expect(content?.against).toBe('Nothing found about “night visits”.')
    expect(content?.unknown).toBe('What it would cost. That could change the label.')
  })

  it('cuts a long quote at the end of a clause, or between words, and keeps what met', async () => {
    await ownAlert()
    const side = (text: string, met: string) => ({
      source: 'Own statement',
      text,
      marks: [{ start: text.indexOf(met), end: text.indexOf(met) + met.length }],
    })
    const early = `A lorry opens into a workshop for eight, with real tools and a working adult to ask before the next step after school, ${'and so on '.repeat(20)}`
    const late = `${'Before all that '.repeat(10)}neighbours call every week ${'and listen well '.repeat(10)}`
    await addMatch(database.owner, {
      match_run_id: run,
      need_id: await addNeed(database.owner),
      organisation_id: organisation,
      evidence: [{ kind: 'words', need: side(early, 'working adult'), candidate: side(late, 'neighbours') }],
    })
    await findAlerts({ door: database.worker })
    const voices = (await contents())[0]?.voices ?? []
    expect(voices.map(({ quote }) => quote)).toEqual([
      'A lorry opens into a workshop for eight, with real tools and a working adult to ask before the next step after school …',
      '… that Before all that Before all that neighbours call every week and listen well and listen well and listen well and listen well and listen well and …',
    ])
    expect(voices.flatMap(({ quote, marks }) => marks.map(([from, to]) => quote?.slice(from, to)))).toEqual([
      'working adult',
      'neighbours',
    ])
  })

  it('looks for the others where one alert cannot be looked at', async () => {
    await ownAlert()
    await addMatch(database.owner, {
      match_run_id: run,
      need_id: await addNeed(database.owner, { locality_code: DURHAM }),
      organisation_id: organisation,
      evidence: { not: 'a list' },
    })
    const id = await addSubscription(database.owner, { query: { place: DURHAM } })
    expect(await findAlerts({ door: database.worker })).toEqual({ subscriptions: 2, found: 1, failed: 1 })
    expect(await contents(id)).toHaveLength(1)
  })

  it('finds nothing new when it looks again', async () => {
    await ownAlert()
    await addMatch(database.owner, {
      match_run_id: run,
      need_id: await addNeed(database.owner),
      organisation_id: organisation,
    })
    await findAlerts({ door: database.worker })
    expect(await findAlerts({ door: database.worker })).toEqual({ subscriptions: 1, found: 0, failed: 0 })
    expect(await contents()).toHaveLength(1)
  })

  it('tells a thing again only when deadline, money, fit or state changed, with the old and the new value', async () => {
    await ownAlert()
    const need_id = await addNeed(database.owner, { closes_at: '2026-12-04T17:00:00Z' })
    await addMatch(database.owner, { match_run_id: run, need_id, organisation_id: organisation })
    await findAlerts({ door: database.worker })
    await claimAll()
    await database.owner.updateTable('need').set({ title: 'Visits that notice decline, sooner' }).execute()
    expect((await findAlerts({ door: database.worker })).found).toBe(0)
    await database.owner.updateTable('need').set({ closes_at: '2026-12-18T17:00:00Z' }).execute()
    expect((await findAlerts({ door: database.worker })).found).toBe(1)
    const waiting = await database.owner
      .selectFrom('alert_item')
      .select('content')
      .where('outbox_message_id', 'is', null)
      .execute()
    expect(waiting.map(row => (row.content as AlertContent).changes)).toEqual([
      [{ what: 'deadline', before: '2026-12-04', after: '2026-12-18' }],
    ])
  })

  it('tells of a deadline that goes back to the earlier day, once', async () => {
    await ownAlert()
    const need_id = await addNeed(database.owner, { closes_at: '2026-12-04T17:00:00Z' })
    await addMatch(database.owner, { match_run_id: run, need_id, organisation_id: organisation })
    for (const closes_at of ['2026-12-04T17:00:00Z', '2026-12-18T17:00:00Z', '2026-12-04T17:00:00Z']) {
      await database.owner.updateTable('need').set({ closes_at }).execute()
      expect((await findAlerts({ door: database.worker })).found).toBe(1)
      await claimAll()
    }
    expect((await findAlerts({ door: database.worker })).found).toBe(0)
    expect((await contents()).map(content => content.changes)).toEqual([
      [],
      [{ what: 'deadline', before: '2026-12-04', after: '2026-12-18' }],
      [{ what: 'deadline', before: '2026-12-18', after: '2026-12-04' }],
    ])
  })

  it('lets what stood in a mail that never left wait again', async () => {
    await ownAlert()
    const need_id = await addNeed(database.owner)
    await addMatch(database.owner, { match_run_id: run, need_id, organisation_id: organisation })
    await findAlerts({ door: database.worker })
    await claimAll()
    await database.owner.updateTable('outbox_message').set({ state: 'suppressed' }).execute()
    await findAlerts({ door: database.worker })
    const waiting = await database.owner
      .selectFrom('alert_item')
      .select('content')
      .where('outbox_message_id', 'is', null)
      .execute()
    expect(waiting.map(row => (row.content as AlertContent).changes)).toEqual([[]])
  })

  it('is silent about notices of dynamic markets, UK13 to UK16', async () => {
    await addSubscription(database.owner, { query: { place: DURHAM } })
    for (const [notice_type, kind] of [
      ['UK4', 'tender'],
      ['UK13', 'other'],
      ['UK14', 'other'],
      ['UK15', 'other'],
      ['UK16', 'other'],
    ] as const) {
      const { id: notice_id } = await database.owner
        .insertInto('notice')
        .values({
          source_id: 'made',
          ocid: `ocds-made-${notice_type}`,
          title: notice_type,
          regime: 'new',
          kind,
          notice_type,
          published_at: '2026-11-02T09:00:00Z',
          release_count: 1,
          row_hash: Buffer.from(notice_type),
          pulled_at: '2026-11-02T09:00:00Z',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await addNeed(database.owner, { title: notice_type, notice_id, locality_code: DURHAM })
    }
    await findAlerts({ door: database.worker })
    expect((await contents()).map(content => content.needTitle)).toEqual(['UK4'])
  })

  it('replaces an item that waits when the thing changes, and drops it when the thing is over', async () => {
    await ownAlert()
    const need_id = await addNeed(database.owner)
    await addMatch(database.owner, { match_run_id: run, need_id, organisation_id: organisation })
    await findAlerts({ door: database.worker })
    await database.owner.updateTable('need').set({ money_total: 84_000 }).execute()
    await findAlerts({ door: database.worker })
    expect((await contents()).map(content => content.material.money)).toEqual(['£84,000'])
    await database.owner.updateTable('need').set({ state: 'met' }).execute()
    await findAlerts({ door: database.worker })
    expect(await contents()).toEqual([])
  })

  it('never offers a stale need: past its date, or not confirmed for twelve months', async () => {
    await ownAlert()
    const past = await addNeed(database.owner, { closes_at: '2026-11-23T17:00:00Z' })
    const old = await addNeed(database.owner, { closes_at: null, opened_on: '2025-11-01' })
    for (const need_id of [past, old])
      await addMatch(database.owner, { match_run_id: run, need_id, organisation_id: organisation })
    expect((await findAlerts({ door: database.worker })).found).toBe(0)
  })

  it('keeps to place and words where an alert watches needs as such', async () => {
    const id = await addSubscription(database.owner, { query: { place: NORTH_EAST, words: 'lonely neighbours' } })
    const wanted = { description: 'People are lonely although neighbours live close by.', locality_code: DURHAM }
    await addNeed(database.owner, { ...wanted, title: 'Company for people at home' })
    await addNeed(database.owner, { ...wanted, title: 'Elsewhere', locality_code: 'E06000019' })
    await addNeed(database.owner, { title: 'Road defects', description: 'Potholes.', locality_code: NORTHUMBERLAND })
    await findAlerts({ door: database.worker })
    const [content, ...more] = await contents(id)
    expect(more).toEqual([])
    expect(content?.needTitle).toBe('Company for people at home')
    expect(content?.voices.map(({ speaker, quote }) => ({ speaker, quote }))).toEqual([
      { speaker: 'The need', quote: 'People are lonely although neighbours live close by' },
      { speaker: 'Your alert', quote: 'lonely neighbours' },
    ])
    const need = content?.voices[0]
    expect(need?.marks.map(([from, to]) => need.quote?.slice(from, to))).toEqual(['lonely', 'neighbours'])
  })

  describe('with ideas that were not adopted', () => {
    let hub = ''
    let need_id = ''
    const chance = {
      eligible: true,
      headline: 'Another buyer',
      challenge: 'Warm rooms',
      decided_on: '2025-03-14',
      stage_reached: 'shortlisted',
      reasons: [
        { code: 'portfolio', quote: 'one project only', verdict: 'no_longer_bites', why: 'This is another round.' },
      ],
    }

    beforeAll(async () => {
      hub = await addHub(database.owner, { name: 'Made hub', places: [DURHAM] })
    })
    beforeEach(async () => {
      await database.owner.deleteFrom('idea').execute()
      need_id = await addNeed(database.owner, { locality_code: DURHAM })
    })

    const offer = async (tier: 'title' | 'teaser' | 'full' | 'named_reader', eligible = true): Promise<string> => {
      const { challengeId } = await addChallenge(database.owner, { source_id: 'made' })
      const idea_id = await addIdea(database.owner, {
        source_id: 'made',
        organisation_id: organisation,
        tier,
        price: 84_000,
        submission: { challenge_id: challengeId },
        reasons: [{ code: 'portfolio' }],
      })
      await addMatch(database.owner, {
        match_run_id: run,
        need_id,
        idea_id,
        owner_organisation_id: organisation,
        second_chance: { ...chance, eligible },
      })
      return idea_id
    }

    const officerAlert = async (): Promise<string> => {
      const reader = await addReader(database.owner, { role: 'officer', hubId: hub })
      return addSubscription(database.owner, {
        account_id: reader.actor.accountId,
        hub_id: hub,
        query: { place: DURHAM },
      })
    }

    it('tells the owner of a second chance, with the recorded reason and why it no longer bites', async () => {
      await ownAlert()
      await offer('teaser')
      await findAlerts({ door: database.worker })
      const [content] = await contents()
      expect(content?.idea).toMatchObject({
        title: 'Kettle and Light',
        own: true,
        decidedOn: '2025-03-14',
        price: '£84,000',
        tier: 'teaser',
        reasons: [{ code: 'portfolio', quote: 'one project only', why: 'This is another round.' }],
      })
    })

    it('tells nobody where a recorded reason still bites', async () => {
      await ownAlert()
      await officerAlert()
      await offer('full', false)
      await findAlerts({ door: database.worker })
      expect((await contents()).filter(content => content.idea)).toEqual([])
    })

    it('shows an officer no words above the tier, and nothing of an idea for named readers', async () => {
      const id = await officerAlert()
      await offer('title')
      await offer('named_reader')
      await findAlerts({ door: database.worker })
      const ideas = (await contents(id)).filter(content => content.idea)
      expect(ideas.map(content => content.idea?.tier)).toEqual(['title'])
      expect(JSON.stringify(ideas)).not.toContain('two neighbours')
      expect(JSON.stringify(ideas)).not.toContain('Harelaw')
    })

    it('shows somebody without a hub none of it', async () => {
      const id = await addSubscription(database.owner, { query: { place: DURHAM } })
      await offer('full')
      await findAlerts({ door: database.worker })
      expect((await contents(id)).map(content => content.idea)).toEqual([null])
    })

    it('shows nothing to somebody whose membership has ended', async () => {
      const id = await officerAlert()
      await offer('full')
      await database.owner.deleteFrom('membership').where('hub_id', '=', hub).execute()
      await findAlerts({ door: database.worker })
      expect((await contents(id)).map(content => content.idea)).toEqual([null])
    })
  })

  it('leaves out for good what was no fit, and for a week what is for later', async () => {
    const id = await ownAlert()
    for (const verdict of ['not_fit', 'later'] as const) {
      const need_id = await addNeed(database.owner, { title: verdict })
      await addMatch(database.owner, { match_run_id: run, need_id, organisation_id: organisation })
      await database.owner
        .insertInto('match_feedback')
        .values({ need_id, organisation_id: organisation, subscription_id: id, verdict })
        .execute()
    }
    expect((await findAlerts({ door: database.worker })).found).toBe(0)
    await database.owner.updateTable('match_feedback').set({ at: '2026-11-01T09:00:00Z' }).execute()
    await findAlerts({ door: database.worker })
    expect((await contents()).map(content => [content.needTitle, content.material.askedAgain])).toEqual([
      ['later', '2026-11-01'],
    ])
  })

  it('ends a pause when its time has come, and forgets a wish that nobody confirmed in a week', async () => {
    const paused = await addSubscription(database.owner, { state: 'paused', paused_until: '2026-11-24T00:00:00Z' })
    await addSubscription(database.owner, { state: 'pending', confirmed_at: null, created_at: '2026-11-01T00:00:00Z' })
    await findAlerts({ door: database.worker })
    const left = await database.owner.selectFrom('subscription').select(['id', 'state']).execute()
    expect(left).toEqual([{ id: paused, state: 'active' }])
  })

  async function claimAll(): Promise<void> {
    const items = await database.owner
      .selectFrom('alert_item')
      .select(['id', 'subscription_id'])
      .where('outbox_message_id', 'is', null)
      .execute()
    for (const { id, subscription_id } of items) {
      const message = await database.owner
        .insertInto('outbox_message')
        .values({
          subscription_id,
          kind: 'digest',
          period_key: `made for ${id}`,
          idempotency_key: `digest:${subscription_id}:${id}`,
          item_count: 1,
          subject: 'Made',
          body_text: 'Made',
          body_html: 'Made',
          address_hash: Buffer.from('a'),
          address_enc: Buffer.from('a'),
          receiving_domain: 'made.example',
          message_id: `<${id}@made.example>`,
          body_hash: Buffer.from('a'),
          state: 'accepted',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await database.owner
        .updateTable('alert_item')
        .set({ outbox_message_id: message.id })
        .where('id', '=', id)
        .execute()
    }
  }
})
