import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Feedback } from '../../../../server/features/matches/matches.schemas.js'
import type { Navigation } from '../../../../server/features/overview/overview.schemas.js'
import type { Queue } from '../../../../server/features/queue/queue.schemas.js'
import { startApp } from '../../../builders/app.js'
import { addIdea } from '../../../builders/idea.js'
import { addMatch, addRun } from '../../../builders/match.js'
import { addNeed } from '../../../builders/need.js'
import { addOrganisation } from '../../../builders/organisation.js'
import { addPlaces, DURHAM, HEREFORDSHIRE, NORTHUMBERLAND } from '../../../builders/place.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

const chance = (eligible: boolean, code: string, verdict: string) => ({
  eligible,
  headline: '',
  challenge: 'Warm rooms',
  decided_on: '2025-03-14',
  stage_reached: 'shortlisted',
  tier: 'teaser',
  reasons: [{ code, quote: null, verdict, why: 'Made.' }],
})

describe("the officer's queue", () => {
  const database = useDatabase()
  let app: NestFastifyApplication
  let officer: Reader
  let strategist: Reader
  const id: Record<string, string> = {}

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T09:00:00Z')
    await addPlaces(db)
    await addSource(db, { id: 'made', name: 'Made register' })
    const hub = await addHub(db, { name: 'Durham made hub', places: [DURHAM] })
    officer = await addReader(db, { role: 'officer', hubId: hub })
    strategist = await addReader(db, { role: 'strategist', hubId: hub })
    const run = await addRun(db)
    const made = { source_id: 'made' }
    const best = await addOrganisation(db, { ...made, name: 'Harelaw Care Ltd', locality_code: DURHAM })
    const second = await addOrganisation(db, { ...made, name: 'Tanfield Mobility CIC' })
    const struck = await addOrganisation(db, {
      ...made,
      name: 'Eastgate Tooling Ltd',
      status: 'strike_off_proposed',
      status_text: 'Active - Proposal to Strike off',
    })
    const gone = await addOrganisation(db, {
      ...made,
      name: 'Gone Ltd',
      status: 'insolvent',
      status_text: 'Liquidation',
    })
    const moved = await addOrganisation(db, { ...made, name: 'Lowland Prints Ltd' })
    await db
      .insertInto('registry_event')
      .values([
        {
          organisation_id: struck,
          kind: 'status_changed',
          happened_on: '2026-11-19',
          before: 'active',
          after: 'strike_off_proposed',
        },
        { organisation_id: moved, kind: 'moved', happened_on: '2026-11-10', before: 'DH1 1AA', after: 'LS1 1AA' },
        { organisation_id: best, kind: 'moved', happened_on: '2020-11-10', before: 'DH1 1AA', after: 'DH1 1AB' },
      ])
      .execute()
    const soon = await addNeed(db, {
      hub_id: hub,
      locality_code: DURHAM,
      title: 'Soon',
      closes_at: '2026-11-26T17:00:00Z',
    })
    const later = await addNeed(db, { origin: 'harvested', locality_code: DURHAM, title: 'Later', closes_at: null })
    const stale = await addNeed(db, {
      hub_id: hub,
      locality_code: DURHAM,
      title: 'Stale',
      closes_at: '2026-11-01T17:00:00Z',
    })
    const away = await addNeed(db, {
      origin: 'harvested',
      locality_code: HEREFORDSHIRE,
      title: 'Away',
      closes_at: '2027-01-08T17:00:00Z',
    })
    const add = (need_id: string, wish: object) => addMatch(db, { match_run_id: run, need_id, hub_id: null, ...wish })
    id.soonBest = await add(soon, { organisation_id: best, score: 9 })
    id.soonSecond = await add(soon, { organisation_id: second, score: 8, label: 'possible', rank: 2 })
    await add(soon, { organisation_id: gone, score: 20 })
    await add(soon, { organisation_id: moved, score: 1, label: 'possible', rank: 3 })
    await add(later, { organisation_id: struck, score: 5, label: 'possible' })
    await add(stale, { organisation_id: best })
    await add(away, { organisation_id: best, score: 4 })
    await add(away, { organisation_id: second, score: 30 })
    const idea = (title: string) => addIdea(db, { ...made, title, tier: 'teaser' })
    await add(later, {
      idea_id: await idea('Kettle and Light'),
      second_chance: chance(true, 'portfolio', 'no_longer_bites'),
    })
    await add(later, {
      idea_id: await idea('Kerbside Swap'),
      second_chance: chance(false, 'unknown', 'unknown'),
      label: 'possible',
    })
    await add(later, { idea_id: await idea('Too Dear'), second_chance: chance(false, 'budget', 'bites') })
    app = await startApp(database.web)
  })
  afterAll(() => app?.close())

  const read = (as?: Reader, query = '', place = DURHAM) =>
    ask<Queue>(app, `/places/${place}/queue${query}`, as ? { as } : {}).then(answer => answer.body)
  const lines = (queue: Queue) =>
    queue.groups.map(group => [
      group.title,
      ...group.items.map(item => `${item.title} | ${item.note} | ${item.due_text}`),
    ])

  it('says what to do by group: one organisation for each need, ideas to offer again, checks before writing', async () => {
    const queue = await read(officer)
    expect(queue.headline).toBe('Eight things wait for you. One is due this week.')
    expect(lines(queue)).toEqual([
      ['Due this week', 'Harelaw Care Ltd | Soon | Thu 26'],
      ['Later', 'Harelaw Care Ltd | Away | 8 Jan', 'Eastgate Tooling Ltd | Later | no date'],
      [
        'Ready to re-offer',
        'Kettle and Light | Reason was portfolio; it no longer holds for Later | no date',
        'Kerbside Swap | Reason not known: ask before offering. For Later | ask',
      ],
      [
        'Check before you write',
        'Gone Ltd: in insolvency | On the register as read on 1 November 2026 | 1 match held',
        'Eastgate Tooling Ltd: strike-off proposed | On the register since 19 November 2026 | 1 match held',
        'Lowland Prints Ltd: moved | New registered office; still trading here? | ask',
      ],
    ])
    expect([queue.done, queue.total]).toEqual([0, 8])
  })

  it('shows what the register said, with where to look', async () => {
    const queue = await read(officer)
    const check = queue.groups.find(group => group.key === 'check')?.items[2]
    expect(check?.detail).toEqual({
      finding: 'Its registered office moved on 10 November 2026.',
      facts: [
        { name: 'Registered office before', value: 'DH1 1AA' },
        { name: 'Registered office now', value: 'LS1 1AA' },
        { name: 'Needs here it matches', value: '1 open need' },
        { name: 'Source', value: 'Made register, 1 November 2026' },
      ],
      address: expect.stringMatching(/^\/organisations\/[0-9a-f-]{36}$/),
    })
  })

  it('narrows by when things are due and orders by fit', async () => {
    const due = await read(officer, '?within=due')
    expect(due.groups.map(group => [group.key, group.items.length])).toEqual([
      ['due', 1],
      ['check', 3],
    ])
    expect(due.not_in_here).toContain('what is due after the period above or has no date (4)')
    const byFit = await read(officer, '?sort=fit')
    expect(byFit.groups.find(group => group.key === 'later')?.items.map(item => item.label)).toEqual([
      'strong',
      'possible',
    ])
  })

  it('goes on to the next organisation when one is answered, and back when that is undone', async () => {
    const given = await ask<Feedback>(app, `/matches/${id.soonBest}/feedback`, {
      as: officer,
      method: 'POST',
      body: { verdict: 'contacted' },
    })
    const after = await read(officer)
    expect(after.groups.find(group => group.key === 'due')?.items.map(item => item.title)).toEqual([
      'Tanfield Mobility CIC',
    ])
    expect(
      after.groups.find(group => group.key === 'done')?.items.map(item => [item.title, item.note, item.done]),
    ).toEqual([['Harelaw Care Ltd', 'Contacted: Soon', { feedback_id: given.body.id, verdict: 'contacted' }]])
    expect([after.done, after.total]).toEqual([1, 9])
    await ask(app, `/feedback/${given.body.id}/undo`, { as: officer, method: 'POST' })
    expect((await read(officer)).done).toBe(0)
  })

  it('counts the same in the rail', async () => {
    const { body } = await ask<Navigation>(app, `/places/${DURHAM}/navigation`, { as: officer })
    expect(body).toEqual({ queue: 8, needs: 2, second_chances: 1, sources_unwell: 0 })
    const public_ = await ask<Navigation>(app, `/places/${DURHAM}/navigation`)
    expect(public_.body).toEqual({ queue: null, needs: 2, second_chances: null, sources_unwell: 0 })
  })

  it('is empty where nothing waits, closed to who has no hub, and unknown where there is no place', async () => {
    const empty = await read(officer, '', NORTHUMBERLAND)
    expect([empty.headline, empty.groups, empty.total]).toEqual(['Nothing waits for you here.', [], 0])
    for (const reader of [strategist, undefined]) {
      const closed = await read(reader)
      expect([closed.readable, closed.groups]).toEqual([false, []])
    }
    expect((await read(strategist)).why).toBe(
      'Only the officers, commissioners and stewards of a hub have a queue. You are signed in as strategist.',
    )
    expect((await ask(app, '/places/E99999999/queue', { as: officer })).status).toBe(404)
    expect((await ask(app, `/places/${DURHAM}/queue?within=ever`, { as: officer })).status).toBe(400)
  })
})
