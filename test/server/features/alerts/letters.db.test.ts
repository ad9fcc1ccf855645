import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../../../server/config/config.js'
import { newToken } from '../../../../server/database/tokens.js'
import { createApp } from '../../../../server/http/app.js'
import { addItem } from '../../../builders/alert-item.js'
import { addHolder, dataFolder } from '../../../builders/letters.js'
import { addNeed } from '../../../builders/need.js'
import { addMail } from '../../../builders/outbox.js'
import { addSubscription } from '../../../builders/subscription.js'
import { useDatabase } from '../../../setup/clone.js'

describe('the pages behind the links of a mail', () => {
  const database = useDatabase()
  const folder = dataFolder()
  let app: NestFastifyApplication

  beforeAll(async () => {
    await database.setNow('2026-11-24T10:04:00Z')
    app = await createApp(database.web, readConfig({ WELLMET_DATA_DIR: folder.path }))
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
  })
  beforeEach(async () => {
    await database.owner.deleteFrom('subscription').execute()
    await database.owner.deleteFrom('suppression').execute()
    await database.owner.deleteFrom('match_feedback').execute()
  })
  afterAll(async () => {
    await app.close()
    folder.remove()
  })

  const get = (url: string) => app.inject({ method: 'GET', url })
  const post = (url: string, more: { headers?: Record<string, string>; payload?: string } = {}) =>
    app.inject({ method: 'POST', url, ...more })
  const stateOf = async (id: string) =>
    (await database.owner.selectFrom('subscription').select('state').where('id', '=', id).executeTakeFirstOrThrow())
      .state

  /** Everything that a careless GET could change. */
  const everything = async () => ({
    subscriptions: await database.owner.selectFrom('subscription').selectAll().execute(),
    suppressions: await database.owner.selectFrom('suppression').selectAll().execute(),
    feedback: await database.owner.selectFrom('match_feedback').selectAll().execute(),
  })

  /** A pending alert and the token of its confirmation mail. */
  async function addPending() {
    const confirm = newToken()
    const stop = newToken()
    const id = await addSubscription(database.owner, {
      state: 'pending',
      confirmed_at: null,
      confirm_token_hash: confirm.hash,
      unsubscribe_token_hashes: [stop.hash],
    })
    return { id, confirm: confirm.token, stop: stop.token }
  }

  /** A need that a mail of this alert has told of. */
  async function addTold(subscriptionId: string): Promise<string> {
    const needId = await addNeed(database.owner)
    const item = await addItem(database.owner, {
      subscriptionId,
      content: { needId, needTitle: 'A made need', organisationId: null },
    })
    const mail = await addMail(database.owner, { subscription_id: subscriptionId, state: 'accepted' })
    await database.owner.updateTable('alert_item').set({ outbox_message_id: mail }).where('id', '=', item).execute()
    return needId
  }

  it('V9: a thousand GET and HEAD requests change nothing', async () => {
    const { id, token } = await addHolder(database.owner)
    const pending = await addPending()
    const need = await addTold(id)
    const before = await everything()
    const urls = [
      `/u/${token}`,
      `/a/${token}`,
      `/f/${token}/not_fit?need=${need}`,
      `/s/${pending.confirm}`,
      `/u/${pending.stop}`,
    ]
    for (let i = 0; i < 1000; i += 1) {
      const answer = await app.inject({ method: i % 2 === 0 ? 'GET' : 'HEAD', url: urls[i % urls.length]! })
      expect(answer.statusCode).toBe(200)
    }
    expect(await everything()).toEqual(before)
  })

  it.each([
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'List-Unsubscribe=One-Click' },
    ],
    [
      'multipart',
      {
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        payload: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
      },
    ],
    ['nothing', {}],
    ['an empty body that claims to be JSON', { headers: { 'content-type': 'application/json' }, payload: '' }],
    ['broken JSON', { headers: { 'content-type': 'application/json' }, payload: '{' }],
    ['a body without a type', { payload: 'List-Unsubscribe=One-Click' }],
    [
      'cookies and a foreign origin',
      { headers: { cookie: 'wellmet_session=x; other=y', origin: 'https://mail.example' } },
    ],
    ['a no-referrer page', { headers: { origin: 'null' } }],
  ])('V9: a POST with %s stops the alert with 200 and no redirect, twice', async (_, request) => {
    const { id, token } = await addHolder(database.owner)
    for (const time of ['first', 'second']) {
      const answer = await post(`/u/${token}`, request)
      expect([time, answer.statusCode, answer.headers.location]).toEqual([time, 200, undefined])
      expect(await stateOf(id)).toBe('unsubscribed')
    }
    const suppressions = await database.owner.selectFrom('suppression').select(['scope', 'reason']).execute()
    expect(suppressions).toEqual([{ scope: `subscription:${id}`, reason: 'unsubscribed' }])
  })

  it('stopping stops this alert and no other of the same address', async () => {
    const { token } = await addHolder(database.owner)
    const other = await addHolder(database.owner, { name: 'Another' })
    await post(`/u/${token}`)
    expect(await stateOf(other.id)).toBe('active')
  })

  it('confirms once, says so again, and never after a stop', async () => {
    const { id, confirm, stop } = await addPending()
    for (let i = 0; i < 2; i += 1) {
      expect((await post(`/s/${confirm}`)).payload).toContain('<h1>Your alert is on</h1>')
      expect(await stateOf(id)).toBe('active')
    }
    await post(`/u/${stop}`)
    expect((await post(`/s/${confirm}`)).payload).toContain('This alert has stopped')
    expect(await stateOf(id)).toBe('unsubscribed')
  })

  it('does not confirm a request that is more than a week old', async () => {
    const { id, confirm } = await addPending()
    await database.owner
      .updateTable('subscription')
      .set({ created_at: '2026-01-01T00:00:00Z' })
      .where('id', '=', id)
      .execute()
    expect((await post(`/s/${confirm}`)).payload).toContain('<h1>This request has ended</h1>')
    expect(await stateOf(id)).toBe('pending')
  })

  it('pauses for a month, goes on, and neither after a stop', async () => {
    const { id, token } = await addHolder(database.owner)
    expect((await post(`/a/${token}/pause`)).payload).toContain('Paused. It goes on by itself on 24 December 2026.')
    expect(await stateOf(id)).toBe('paused')
    await post(`/a/${token}/resume`)
    expect(await stateOf(id)).toBe('active')
    await post(`/u/${token}`)
    await post(`/a/${token}/pause`)
    await post(`/a/${token}/resume`)
    expect(await stateOf(id)).toBe('unsubscribed')
  })

  it('keeps an answer about what a mail told, the last one counts', async () => {
    const { id, token } = await addHolder(database.owner)
    const need = await addTold(id)
    expect((await get(`/f/${token}/fit?need=${need}`)).payload).toContain('About “A made need”.')
    for (const verdict of ['fit', 'fit', 'not_fit'])
      expect((await post(`/f/${token}/${verdict}?need=${need}`)).statusCode).toBe(200)
    const kept = await database.owner
      .selectFrom('match_feedback')
      .select(['verdict', 'subscription_id', 'undone_at'])
      .orderBy('at')
      .execute()
    expect(kept.map(f => [f.verdict, f.subscription_id, f.undone_at === null])).toEqual([
      ['fit', id, false],
      ['not_fit', id, true],
    ])
  })

  it('takes no answer about what it never told, nor a verdict that is none', async () => {
    const { id, token } = await addHolder(database.owner)
    const told = await addTold(id)
    const other = await addNeed(database.owner)
    for (const path of [`fit?need=${other}`, `contacted?need=${told}`, `constructor?need=${told}`, 'fit?need=1', 'fit'])
      expect([path, (await post(`/f/${token}/${path}`)).statusCode]).toEqual([path, 404])
    expect(await database.owner.selectFrom('match_feedback').select('id').execute()).toEqual([])
  })

  it.each(['s', 'u', 'a'])('/%s/ knows no token that is not one', async room => {
    for (const token of ['x', 'AAAAAAAAAAAAAAAAAAAAAA', "' or true --", '%00'])
      expect([token, (await get(`/${room}/${encodeURIComponent(token)}`)).statusCode]).toEqual([token, 404])
  })

  it('names the masked address, and is kept in no cache and told to nobody', async () => {
    const { token } = await addHolder(database.owner, { address: 'ada@made.example', name: '<b>Mine</b>' })
    const answer = await get(`/u/${token}`)
    expect(answer.payload).toContain('“&lt;b&gt;Mine&lt;/b&gt;” goes to a…@made.example.')
    expect(answer.payload).not.toContain('ada@')
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-type': 'text/html; charset=utf-8',
    })
    expect((await get('/letters.css')).headers['content-type']).toBe('text/css; charset=utf-8')
  })
})
