import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { composeDue, recheck } from '../../../jobs/alerts/compose.js'
import { readConfig } from '../../../server/config/config.js'
import { openWorkerDoor, type WorkerDoor } from '../../../server/database/doors.js'
import { decryptAddress } from '../../../server/domain/alerts/addresses.js'
import { addItem } from '../../builders/alert-item.js'
import { chance } from '../../builders/digest.js'
import { addIdea } from '../../builders/idea.js'
import { addNeed } from '../../builders/need.js'
import { addPlaces, DURHAM } from '../../builders/place.js'
import { addHub, addReader } from '../../builders/reader.js'
import { addSource } from '../../builders/source.js'
import { addSubscription } from '../../builders/subscription.js'
import { useDatabase } from '../../setup/clone.js'
import { testSecrets } from '../../setup/demonstration.js'

// 24 November 2026 is a Tuesday: the week's window has been open since Monday, 07:00 and at most half an hour more.
describe('writing the digests that are due', () => {
  const database = useDatabase()
  const config = readConfig({ PUBLIC_URL: 'http://localhost:3000' })
  const tools = (door: WorkerDoor = database.worker) => ({ door, config, secrets: testSecrets })

  /** Runs `work` at another moment, through a door of its own: open connections keep the moment they began with. */
  async function at<T>(iso: string, work: (door: WorkerDoor) => Promise<T>): Promise<T> {
    await database.setNow(iso)
    const door = openWorkerDoor(database.workerUrl, { max: 3, onProblem: () => {} })
    try {
      return await work(door)
    } finally {
      await door.close()
    }
  }

  beforeAll(async () => {
    await database.setNow('2026-11-24T10:04:00Z')
    await addPlaces(database.owner)
    await addHub(database.owner, { name: 'Made hub', places: [DURHAM], postal_address: '1 Example Street, Durham' })
  })

  beforeEach(async () => {
    for (const table of ['subscription', 'need', 'idea', 'source'] as const)
      await database.owner.deleteFrom(table).execute()
  })

  const outbox = () =>
    database.owner.selectFrom('outbox_message').selectAll().where('kind', '=', 'digest').orderBy('created_at').execute()
  const waiting = async (): Promise<number> =>
    (await database.owner.selectFrom('alert_item').select('id').where('outbox_message_id', 'is', null).execute()).length

  it('puts one digest into the outbox with everything that sending needs', async () => {
    const subscriptionId = await addSubscription(database.owner, {
      query: { place: DURHAM },
      address: 'harelaw@made.example',
    })
    await addItem(database.owner, { subscriptionId })
    expect(await composeDue(tools())).toEqual({ due: 1, composed: 1, failed: 0 })
    const [mail] = await outbox()
    expect(mail).toMatchObject({
      kind: 'digest',
      period_key: '2026-W48',
      idempotency_key: `digest:${subscriptionId}:2026-W48`,
      item_count: 1,
      state: 'queued',
      subject: '1 for you: Visits that notice decline early, for people living alone in the dales',
      receiving_domain: 'made.example',
      message_id: `<${mail?.id}@wellmet.example>`,
    })
    expect(decryptAddress(mail!.address_enc, testSecrets.addressKey)).toBe('harelaw@made.example')
    const headers = mail?.headers as Record<string, string>
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(headers['List-Unsubscribe']).toMatch(/^<http:\/\/localhost:3000\/u\/[\w-]{22}>$/)
    expect(mail?.body_text).toContain('Made hub, 1 Example Street, Durham.')
  })

  it('keeps only the hash of the token that the mail carries, beside the earlier ones', async () => {
    const subscriptionId = await addSubscription(database.owner, { unsubscribe_token_hashes: [Buffer.from('earlier')] })
    await addItem(database.owner, { subscriptionId })
    await composeDue(tools())
    const { unsubscribe_token_hashes: hashes } = await database.owner
      .selectFrom('subscription')
      .select('unsubscribe_token_hashes')
      .executeTakeFirstOrThrow()
    const token = /\/u\/([\w-]{22})/.exec((await outbox())[0]!.body_text)?.[1] ?? ''
    expect(hashes.map(hash => hash.length)).toEqual([7, 32])
    expect(JSON.stringify(hashes)).not.toContain(token)
  })

  it('writes to the others where one digest cannot be written', async () => {
    const broken = await addSubscription(database.owner)
    await database.owner
      .updateTable('subscription')
      .set({ address_enc: Buffer.from('no address') })
      .execute()
    const whole = await addSubscription(database.owner)
    for (const subscriptionId of [broken, whole]) await addItem(database.owner, { subscriptionId })
    expect(await composeDue(tools())).toEqual({ due: 2, composed: 1, failed: 1 })
    expect((await outbox()).map(mail => mail.subscription_id)).toEqual([whole])
    expect(await waiting()).toBe(1)
  })

  it('never writes a mail without items', async () => {
    await addSubscription(database.owner)
    expect(await composeDue(tools())).toMatchObject({ composed: 0, failed: 0 })
    expect(await outbox()).toEqual([])
  })

  it('writes to nobody who did not confirm, who paused or who stopped', async () => {
    const states = ['pending', 'paused', 'unsubscribed', 'stopped', 'suspended'] as const
    for (const state of states) {
      const subscriptionId = await addSubscription(database.owner, {
        state,
        ...(state === 'pending' ? { confirmed_at: null } : {}),
      })
      await addItem(database.owner, { subscriptionId })
    }
    expect(await composeDue(tools())).toMatchObject({ composed: 0, failed: 0 })
  })

  it('keeps to the ceiling, says how many wait, and brings them with the next digest', async () => {
    const subscriptionId = await addSubscription(database.owner, { ceiling: 3 })
    for (let rank = 0; rank < 5; rank++)
      await addItem(database.owner, {
        subscriptionId,
        rank,
        content: { needId: `00000000-0000-4000-8000-00000000000${rank}`, needTitle: `Need ${rank}` },
      })
    await composeDue(tools())
    const [first] = await outbox()
    expect(first?.item_count).toBe(3)
    expect(first?.body_text).toContain('2 more wait under your ceiling.\nSee all 5: http://localhost:3000/a/')
    expect(await waiting()).toBe(2)
    expect(await composeDue(tools())).toMatchObject({ composed: 0, failed: 0 })
    await database.owner.updateTable('outbox_message').set({ state: 'accepted' }).execute()
    await at('2026-11-30T09:00:00Z', async door =>
      expect(await composeDue(tools(door))).toMatchObject({ composed: 1, failed: 0 }),
    )
    const [, second] = await outbox()
    expect(second?.period_key).toBe('2026-W49')
    expect(second?.body_text).toContain('Need 4')
    expect(await waiting()).toBe(0)
  })

  it('counts a daily reader’s ceiling by the week', async () => {
    const subscriptionId = await addSubscription(database.owner, { cadence: 'daily', ceiling: 1 })
    for (const rank of [0, 1]) await addItem(database.owner, { subscriptionId, rank })
    await at('2026-11-24T10:04:00Z', async door =>
      expect(await composeDue(tools(door))).toMatchObject({ composed: 1, failed: 0 }),
    )
    await database.owner.updateTable('outbox_message').set({ state: 'accepted' }).execute()
    await at('2026-11-25T10:04:00Z', async door =>
      expect(await composeDue(tools(door))).toMatchObject({ composed: 0, failed: 0 }),
    )
    await at('2026-11-30T10:04:00Z', async door =>
      expect(await composeDue(tools(door))).toMatchObject({ composed: 1, failed: 0 }),
    )
  })

  it('waits until the window of the reader opens', async () => {
    const subscriptionId = await addSubscription(database.owner, {
      cadence: 'daily',
      zone: 'Europe/London',
      window_start: '07:00',
    })
    await addItem(database.owner, { subscriptionId })
    await at('2027-03-28T05:59:00Z', async door =>
      expect(await composeDue(tools(door))).toMatchObject({ composed: 0, failed: 0 }),
    )
    await at('2027-03-28T06:31:00Z', async door =>
      expect(await composeDue(tools(door))).toMatchObject({ composed: 1, failed: 0 }),
    )
    expect((await outbox())[0]?.period_key).toBe('2027-03-28')
  })

  it('lets a digest that never left expire when the next is due, and carries its items on', async () => {
    const subscriptionId = await addSubscription(database.owner)
    await addItem(database.owner, { subscriptionId })
    await at('2026-11-24T10:04:00Z', door => composeDue(tools(door)))
    await addItem(database.owner, { subscriptionId, content: { needTitle: 'A second need' } })
    await at('2026-11-30T10:04:00Z', door => composeDue(tools(door)))
    expect((await outbox()).map(mail => [mail.period_key, mail.state, mail.item_count])).toEqual([
      ['2026-W48', 'expired', 1],
      ['2026-W49', 'queued', 2],
    ])
  })

  it('leaves a digest alone whose fate nobody knows', async () => {
    const subscriptionId = await addSubscription(database.owner)
    await addItem(database.owner, { subscriptionId })
    await at('2026-11-24T10:04:00Z', door => composeDue(tools(door)))
    await database.owner.updateTable('outbox_message').set({ state: 'unknown' }).execute()
    await addItem(database.owner, { subscriptionId })
    await at('2026-11-30T10:04:00Z', door => composeDue(tools(door)))
    expect((await outbox()).map(mail => [mail.state, mail.item_count])).toEqual([
      ['unknown', 1],
      ['queued', 1],
    ])
  })

  it('writes one digest for each alert and period, each item in one of them, with three planners at once', async () => {
    await database.setNow('2026-11-24T10:04:00Z')
    const ids = await Promise.all(Array.from({ length: 60 }, () => addSubscription(database.owner, { ceiling: 7 })))
    for (const subscriptionId of ids)
      for (const rank of [0, 1, 2]) await addItem(database.owner, { subscriptionId, rank })
    const doors = [1, 2, 3].map(() => openWorkerDoor(database.workerUrl, { max: 2, onProblem: () => {} }))
    const composed = await Promise.all(doors.map(async door => (await composeDue(tools(door))).composed))
    await Promise.all(doors.map(door => door.close()))
    const mails = await outbox()
    expect(composed.reduce((sum, n) => sum + n, 0)).toBe(60)
    expect(new Set(mails.map(mail => mail.subscription_id)).size).toBe(60)
    expect(mails).toHaveLength(60)
    expect(mails.reduce((sum, mail) => sum + mail.item_count, 0)).toBe(180)
    expect(await waiting()).toBe(0)
  })

  it('names the source that is down and since when', async () => {
    await addSource(database.owner, {
      id: 'made-notices',
      name: 'National notices',
      last_try_at: '2026-11-24T05:02:00Z',
      last_success_at: '2026-11-24T05:02:00Z',
    })
    await addSource(database.owner, {
      id: 'made-register',
      name: 'Company register',
      state: 'failing',
      last_try_at: '2026-11-24T04:10:00Z',
      last_success_at: '2026-11-21T04:10:00Z',
    })
    const subscriptionId = await addSubscription(database.owner)
    await addItem(database.owner, { subscriptionId })
    await at('2026-11-24T10:04:00Z', door => composeDue(tools(door)))
    const words = (await outbox())[0]!.body_text.replaceAll(/\s+/g, ' ')
    expect(words).toContain(
      '1 of 2 sources healthy. National notices 24 November, 05:02. Company register down since 21 November, 04:10.',
    )
  })

  it('says how good the alert has been, from posted answers only', async () => {
    const subscriptionId = await addSubscription(database.owner)
    for (let n = 0; n < 18; n++) {
      await database.owner
        .insertInto('match_feedback')
        .values({
          need_id: await addNeed(database.owner),
          subscription_id: subscriptionId,
          verdict: n < 13 ? 'fit' : 'not_fit',
        })
        .execute()
    }
    await addItem(database.owner, { subscriptionId })
    await at('2026-11-24T10:04:00Z', door => composeDue(tools(door)))
    expect((await outbox())[0]?.body_text).toContain('You answered 18 times; 13 were a good fit (72%).')
  })

  describe('right before a digest leaves', () => {
    it('takes out what closed in between, and writes the mail again', async () => {
      const subscriptionId = await addSubscription(database.owner)
      const open = await addNeed(database.owner, { title: 'Still open' })
      const closing = await addNeed(database.owner, { title: 'Closing' })
      await addItem(database.owner, { subscriptionId, content: { needId: open, needTitle: 'Still open' } })
      await addItem(database.owner, { subscriptionId, rank: 1, content: { needId: closing, needTitle: 'Closing' } })
      await at('2026-11-24T10:04:00Z', door => composeDue(tools(door)))
      const { id } = (await outbox())[0]!
      expect(await recheck(tools(), id)).toEqual({ state: 'same' })
      await database.owner.updateTable('need').set({ state: 'closed_unmet' }).where('id', '=', closing).execute()
      const again = await recheck(tools(), id)
      expect(again).toMatchObject({ state: 'changed', subject: '1 for you: Still open' })
      const [mail] = await outbox()
      expect(mail).toMatchObject({ item_count: 1, subject: '1 for you: Still open' })
      expect(mail?.body_text).not.toContain('Closing')
    })

    it('finds nothing left to say where everything closed', async () => {
      const subscriptionId = await addSubscription(database.owner)
      const needId = await addNeed(database.owner)
      await addItem(database.owner, { subscriptionId, content: { needId } })
      await at('2026-11-24T10:04:00Z', door => composeDue(tools(door)))
      await database.owner.updateTable('need').set({ state: 'withdrawn' }).execute()
      expect(await recheck(tools(), (await outbox())[0]!.id)).toEqual({ state: 'empty' })
    })

    it('takes out an idea whose consent was withdrawn, and says how many others wait', async () => {
      const subscriptionId = await addSubscription(database.owner, { ceiling: 2 })
      const open = await addNeed(database.owner, { title: 'Still open' })
      await addSource(database.owner, { id: 'made' })
      const ideaId = await addIdea(database.owner, { source_id: 'made', tier: 'teaser', title: 'Kettle and Light' })
      const idea = { ...chance.idea!, id: ideaId, title: 'Kettle and Light', own: false }
      await addItem(database.owner, { subscriptionId, content: { needId: open, idea } })
      await addItem(database.owner, { subscriptionId, rank: 1, content: { needId: open, needTitle: 'Still open' } })
      await addItem(database.owner, { subscriptionId, rank: 2, content: { needId: open, needTitle: 'Waits' } })
      await at('2026-11-24T10:04:00Z', door => composeDue(tools(door)))
      const { id, body_text } = (await outbox())[0]!
      expect(body_text).toContain('Kettle and Light')
      await database.owner.updateTable('consent').set({ revoked_at: '2026-11-24T11:00:00Z' }).execute()
      expect(await recheck(tools(), id)).toMatchObject({ state: 'changed', subject: '1 for you: Still open' })
      const [mail] = await outbox()
      expect(`${mail?.body_text}${mail?.body_html}`).not.toContain('Kettle and Light')
      expect(mail?.body_text).toContain('1 more waits under your ceiling.')
    })

    it('keeps none of the words of a digest with nothing left, and finds so again after a crash', async () => {
      const subscriptionId = await addSubscription(database.owner)
      const needId = await addNeed(database.owner)
      await addItem(database.owner, { subscriptionId, content: { needId } })
      await at('2026-11-24T10:04:00Z', door => composeDue(tools(door)))
      const { id } = (await outbox())[0]!
      await database.owner.updateTable('need').set({ state: 'withdrawn' }).execute()
      const looks = [await recheck(tools(), id), await recheck(tools(), id)]
      expect(looks).toEqual([{ state: 'empty' }, { state: 'empty' }])
      expect((await outbox())[0]).toMatchObject({ item_count: 0, body_text: '', body_html: '' })
    })

    it('shows nothing more to somebody whose membership ended', async () => {
      const hub = await addHub(database.owner, { name: 'Another made hub' })
      const reader = await addReader(database.owner, { role: 'officer', hubId: hub })
      const subscriptionId = await addSubscription(database.owner, { account_id: reader.actor.accountId, hub_id: hub })
      await addItem(database.owner, { subscriptionId, content: { needId: await addNeed(database.owner) } })
      await at('2026-11-24T10:04:00Z', door => composeDue(tools(door)))
      await database.owner.deleteFrom('membership').where('hub_id', '=', hub).execute()
      expect(await recheck(tools(), (await outbox())[0]!.id)).toEqual({ state: 'empty' })
    })
  })
})
