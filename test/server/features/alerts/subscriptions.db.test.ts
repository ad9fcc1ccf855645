import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../../../server/config/config.js'
import { decryptAddress } from '../../../../server/domain/alerts/addresses.js'
import type { AlertPreview, MySubscriptions } from '../../../../server/features/alerts/alerts.schemas.js'
import { createApp } from '../../../../server/http/app.js'
import { dataFolder } from '../../../builders/letters.js'
import { addNeed } from '../../../builders/need.js'
import { addPlaces, DURHAM, HEREFORDSHIRE } from '../../../builders/place.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addSubscription } from '../../../builders/subscription.js'
import { useDatabase } from '../../../setup/clone.js'
import { testSecrets } from '../../../setup/demonstration.js'

const wish = {
  email: 'Ada@Made.example',
  name: 'Needs near me. Win a prize at bad.example',
  query: { place: DURHAM, words: null, organisation_id: null, fit: 'possible', second_chances: true },
  cadence: 'weekly',
  ceiling: 5,
  subscriber_kind: 'individual',
  agreed: true,
}

describe('asking for an alert', () => {
  const database = useDatabase()
  const folder = dataFolder()
  let app: NestFastifyApplication
  let reader: Reader

  const subscribe = (body: object = wish, as?: Reader) =>
    ask(app, '/subscriptions', { method: 'POST', body, ...(as ? { as } : {}) })
  const subscriptions = () => database.owner.selectFrom('subscription').selectAll().orderBy('created_at').execute()
  const mails = () => database.owner.selectFrom('outbox_message').selectAll().orderBy('created_at').execute()

  beforeAll(async () => {
    await database.setNow('2026-11-24T10:04:00Z')
    await addPlaces(database.owner)
    const hubId = await addHub(database.owner, { name: 'Made hub', places: [DURHAM] })
    reader = await addReader(database.owner, { role: 'officer', hubId })
    app = await createApp(database.web, readConfig({ WELLMET_DATA_DIR: folder.path }))
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
  })
  beforeEach(async () => {
    await database.owner.deleteFrom('subscription').execute()
    await database.owner.deleteFrom('suppression').execute()
  })
  afterAll(async () => {
    await app.close()
    folder.remove()
  })

  it('keeps a pending alert, the consent, and one mail that asks for a yes', async () => {
    const answer = await subscribe()
    expect(answer.status).toBe(202)
    expect(answer.body).toMatchObject({ state: 'pending' })
    const [kept] = await subscriptions()
    expect(kept).toMatchObject({
      state: 'pending',
      name: wish.name,
      query: wish.query,
      cadence: 'weekly',
      account_id: null,
    })
    expect(decryptAddress(kept!.address_enc, testSecrets.addressKey)).toBe('ada@made.example')
    const consents = await database.owner.selectFrom('subscription_consent').selectAll().execute()
    expect(consents).toHaveLength(1)
    expect(consents[0]).toMatchObject({ subscriber_kind: 'individual', lawful_basis: 'consent', confirmed_at: null })
    const [mail] = await mails()
    expect(mail).toMatchObject({ kind: 'confirmation', state: 'queued', receiving_domain: 'made.example' })
    expect(mail!.headers).toMatchObject({
      'List-Unsubscribe': expect.stringMatching(/^<http:\/\/127\.0\.0\.1:3000\/u\/[\w-]{22}>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  it('writes nothing of the form into a mail to somebody who may never have seen the form', async () => {
    await subscribe()
    const [mail] = await mails()
    expect(mail!.subject).toBe('Do you want this alert? Needs in County Durham')
    expect(mail!.body_text + mail!.body_html).not.toContain('bad.example')
  })

  it('V6: the same sign-up fifty times is one mail', async () => {
    for (let i = 0; i < 50; i += 1) expect((await subscribe()).status).toBe(202)
    expect(await mails()).toHaveLength(1)
    expect(await subscriptions()).toHaveLength(1)
  })

  it('writes to an address once a day, and three times in all while nobody answers', async () => {
    for (let dayNumber = 0; dayNumber < 5; dayNumber += 1) {
      await subscribe({ ...wish, query: { ...wish.query, words: `day ${dayNumber}` } })
      await subscribe({ ...wish, query: { ...wish.query, words: `again on day ${dayNumber}` } })
      await database.owner
        .updateTable('outbox_message')
        .set(eb => ({ created_at: eb.fn<Date>('date_subtract', ['created_at', eb.val('25 hours')]) }))
        .execute()
    }
    expect(await mails()).toHaveLength(3)
  })

  it('never touches a confirmed alert, and answers in the same words', async () => {
    const first = await subscribe()
    await database.owner.deleteFrom('subscription').execute()
    const id = await addSubscription(database.owner, {
      address: 'ada@made.example',
      query: { place: DURHAM },
      name: 'Mine',
    })
    const before = await subscriptions()
    const second = await subscribe({ ...wish, cadence: 'weekly', name: 'Another name' })
    expect(second.body).toEqual(first.body)
    expect((await subscriptions()).find(s => s.id === id)).toEqual(before[0])
  })

  it('answers a suppressed address in the same words and writes nothing to it', async () => {
    const first = await subscribe()
    const [kept] = await subscriptions()
    await database.owner.deleteFrom('subscription').execute()
    await database.owner
      .insertInto('suppression')
      .values({ address_hmac: kept!.address_hash, scope: 'all', reason: 'complaint', source: 'test' })
      .execute()
    expect((await subscribe()).body).toEqual(first.body)
    expect(await mails()).toEqual([])
    expect(await subscriptions()).toEqual([])
  })

  it.each([
    'a@x.example, b@y.example',
    'Name <a@x.example>',
    `${'a'.repeat(300)}@x.example`,
    `${'a'.repeat(65)}@x.example`,
    'a@x.example\r\nBcc: b@y.example',
    'a@x.example;b@y.example',
  ])('V17: %j is refused', async email => {
    const answer = await subscribe({ ...wish, email })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ errors: [{ field: 'email' }] })
    expect(await mails()).toEqual([])
  })

  it('keeps whose alert it is when somebody is signed in, and lists it to nobody else', async () => {
    await subscribe(wish, reader)
    const mine = await ask<MySubscriptions>(app, '/subscriptions', { as: reader })
    expect(mine.body).toMatchObject({
      total: 1,
      items: [{ name: wish.name, state: 'pending', confirmed_at: null, sent: 0 }],
    })
    expect((await ask<MySubscriptions>(app, '/subscriptions')).body).toEqual({ items: [], total: 0 })
  })

  it('does not watch an organisation for a stranger', async () => {
    const query = { ...wish.query, organisation_id: '00000000-0000-4000-8000-000000000001' }
    expect((await subscribe({ ...wish, query })).status).toBe(403)
  })
})

describe('the back-test of an alert', () => {
  const database = useDatabase()
  let app: NestFastifyApplication

  beforeAll(async () => {
    await database.setNow('2026-11-24T10:04:00Z')
    await addPlaces(database.owner)
    await addNeed(database.owner, { locality_code: DURHAM, opened_on: '2026-11-20', title: 'Lifts to hospital' })
    await addNeed(database.owner, { locality_code: DURHAM, opened_on: '2026-10-01' })
    await addNeed(database.owner, { locality_code: DURHAM, opened_on: '2026-11-20', state: 'draft' })
    await addNeed(database.owner, { locality_code: HEREFORDSHIRE, opened_on: '2026-11-20' })
    app = await createApp(database.web, readConfig({}))
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
  })
  afterAll(() => app.close())

  it('is open to everybody and counts published needs by the day on which they opened', async () => {
    const { status, body } = await ask<AlertPreview>(app, `/alerts/preview?place=${DURHAM}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ now: 2, seven_days: 1, ninety_days: 2, last_on: '2026-11-20', warning: null })
    expect(body.sample[0]).toMatchObject({ title: 'Lifts to hospital', place: 'County Durham', on: '2026-11-20' })
  })

  it('takes words, and names a place that is not there', async () => {
    expect((await ask<AlertPreview>(app, `/alerts/preview?place=${DURHAM}&words=hospital%20lifts`)).body.now).toBe(1)
    expect((await ask(app, '/alerts/preview?place=NOWHERE')).status).toBe(400)
  })
})
