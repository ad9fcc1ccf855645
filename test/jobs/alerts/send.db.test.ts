import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OutboxStore, PACE, type Pace } from '../../../jobs/alerts/outbox.store.js'
import { sendDue } from '../../../jobs/alerts/send.js'
import { TIMEOUTS } from '../../../jobs/alerts/transport.js'
import { readConfig } from '../../../server/config/config.js'
import { addHolder, dataFolder } from '../../builders/letters.js'
import { addMail } from '../../builders/outbox.js'
import { addSubscription } from '../../builders/subscription.js'
import { useDatabase } from '../../setup/clone.js'
import { testSecrets } from '../../setup/demonstration.js'

/** What a relay was told, and what it answers to the next mails (default: takes them). */
interface Relay {
  port: number
  mails: { recipients: string[]; mail: ParsedMail }[]
  answers: number[]
  close(): Promise<void>
}

async function startRelay(): Promise<Relay> {
  const relay = { mails: [], answers: [] } as unknown as Relay
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      simpleParser(stream).then(mail => {
        const code = relay.answers.shift()
        if (code !== undefined) return done(Object.assign(new Error('made refusal'), { responseCode: code }))
        relay.mails.push({ recipients: session.envelope.rcptTo.map(r => r.address), mail })
        return done()
      }, done)
    },
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  relay.port = (server.server.address() as { port: number }).port
  relay.close = () => new Promise(closed => server.close(closed))
  return relay
}

describe('handing mail over', () => {
  const database = useDatabase()
  const folder = dataFolder()
  let relay: Relay

  const tools = (env: Record<string, string> = {}) => ({
    door: database.worker,
    config: readConfig({ WELLMET_DATA_DIR: folder.path, SMTP_URL: `smtp://127.0.0.1:${relay.port}`, ...env }),
    secrets: testSecrets,
  })
  const withPace = (pace: Partial<Pace>) => ({ pace: { ...PACE, ...pace }, timeouts: TIMEOUTS })
  const rowOf = (id: string) =>
    database.owner.selectFrom('outbox_message').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const age = (id: string, column: 'lease_until' | 'run_at' | 'frozen_at', seconds: number) =>
    database.owner
      .updateTable('outbox_message')
      .set({ [column]: new Date(Date.now() - seconds * 1000) })
      .where('id', '=', id)
      .execute()

  beforeAll(async () => {
    relay = await startRelay()
  })
  beforeEach(async () => {
    await database.owner.deleteFrom('outbox_message').execute()
    await database.owner.deleteFrom('subscription').execute()
    await database.owner.deleteFrom('suppression').execute()
    relay.mails.length = 0
    relay.answers.length = 0
  })
  afterAll(async () => {
    await relay.close()
    folder.remove()
  })

  it('says one recipient, both parts, and the headers that end it with one click', async () => {
    const subscription_id = await addSubscription(database.owner, { address: 'ada@made.example' })
    const id = await addMail(database.owner, {
      subscription_id,
      address: 'ada@made.example',
      subject: 'Fäll\r\nBcc: x@y.example',
    })
    expect(await sendDue(tools())).toEqual({ due: 1, sent: 1, suppressed: 0, held: 0, failed: 0 })
    expect(relay.mails).toHaveLength(1)
    const [{ recipients, mail }] = relay.mails as [Relay['mails'][number]]
    expect(recipients).toEqual(['ada@made.example'])
    expect((mail.to as AddressObject).value).toEqual([{ address: 'ada@made.example', name: '' }])
    expect(mail.bcc).toBeUndefined()
    expect(mail.messageId).toBe(`<${id}@wellmet.example>`)
    const header = (name: string) => mail.headerLines.find(line => line.key === name)?.line
    expect(header('list-unsubscribe')).toBe('List-Unsubscribe: <http://localhost:3000/u/AAAAAAAAAAAAAAAAAAAAAA>')
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(header('auto-submitted')).toBe('Auto-Submitted: auto-generated')
    expect(mail.text).toContain('A made need.\nhttp://localhost:3000/needs/1')
    expect(mail.html).toContain('<h1>A made need</h1>')
    const row = await rowOf(id)
    expect(row).toMatchObject({ state: 'accepted', attempts: 1, lease_owner: null, lease_until: null })
    const events = await database.owner
      .selectFrom('delivery_event')
      .select('kind')
      .where('outbox_message_id', '=', id)
      .orderBy('id')
      .execute()
    expect(events.map(e => e.kind)).toEqual(['handing_over', 'accepted'])
    expect(await sendDue(tools())).toMatchObject({ due: 0, sent: 0 })
  })

  it.each([
    ['stopped by its reader', { state: 'unsubscribed' as const }, 'The alert is unsubscribed'],
    ['paused', { state: 'paused' as const }, 'The alert is paused'],
    ['never confirmed', { state: 'pending' as const, confirmed_at: null }, 'The alert is pending'],
  ])('sends no digest of an alert that is %s between writing and sending', async (_, subscription, reason) => {
    const subscription_id = await addSubscription(database.owner, subscription)
    const id = await addMail(database.owner, { subscription_id })
    expect(await sendDue(tools())).toMatchObject({ sent: 0, suppressed: 1 })
    expect(await rowOf(id)).toMatchObject({ state: 'suppressed', state_reason: reason })
    expect(relay.mails).toEqual([])
  })

  it.each(['all', 'subscription', 'hub'])(
    'obeys a suppression in the scope %s that came after the writing',
    async scope => {
      const hub = await database.owner
        .insertInto('hub')
        .values({ name: `Hub ${scope}`, kind: 'council', postal_address: 'Made' })
        .returning('id')
        .executeTakeFirstOrThrow()
      const { id: subscription_id } = await addHolder(database.owner, { hub_id: hub.id })
      const id = await addMail(database.owner, { subscription_id })
      const { address_hash } = await rowOf(id)
      const scopes: Record<string, string> = {
        all: 'all',
        subscription: `subscription:${subscription_id}`,
        hub: `hub:${hub.id}`,
      }
      await database.owner
        .insertInto('suppression')
        .values({ address_hmac: address_hash, scope: scopes[scope]!, reason: 'unsubscribed', source: 'test' })
        .execute()
      expect(await sendDue(tools())).toMatchObject({ sent: 0, suppressed: 1 })
      expect(relay.mails).toEqual([])
    },
  )

  it('V6: an address that has not confirmed gets the confirmation and nothing else', async () => {
    const subscription_id = await addSubscription(database.owner, { state: 'pending', confirmed_at: null })
    await addMail(database.owner, { subscription_id, kind: 'confirmation', subject: 'Do you want this alert?' })
    await addMail(database.owner, { subscription_id, kind: 'digest' })
    await addMail(database.owner, { subscription_id, kind: 'direct' })
    await sendDue(tools())
    expect(relay.mails.map(m => m.mail.subject)).toEqual(['Do you want this alert?'])
  })

  it('sends five mails a day to one address, the rest waits', async () => {
    const subscription_id = await addSubscription(database.owner)
    for (let i = 0; i < 7; i += 1) await addMail(database.owner, { subscription_id })
    expect(await sendDue(tools())).toMatchObject({ sent: 5 })
    expect(relay.mails).toHaveLength(5)
    const waiting = await database.owner
      .selectFrom('outbox_message')
      .select('state_reason')
      .where('state', '=', 'queued')
      .execute()
    expect(waiting.map(w => w.state_reason)).toEqual(Array(2).fill('Waits: this address has had its mails of today'))
  })

  it('never claims more for one receiving domain than its rate, and claims the rest a second later', async () => {
    for (let i = 0; i < 4; i += 1) {
      const address = `reader${i}@busy.example`
      await addMail(database.owner, { subscription_id: await addSubscription(database.owner, { address }), address })
    }
    const claim = await database.worker.withSystem('wellmet_mail', tx =>
      OutboxStore.claim(tx, 'made', { ...PACE, perDomainSecond: 3 }),
    )
    expect(claim.mails).toHaveLength(3)
    const later = await database.owner
      .selectFrom('outbox_message')
      .select('run_at')
      .where('state', '=', 'queued')
      .execute()
    expect(later).toHaveLength(1)
  })

  it('tries again after a refusal for now, gives up after one for good', async () => {
    const subscription_id = await addSubscription(database.owner)
    const soft = await addMail(database.owner, { subscription_id })
    relay.answers.push(451)
    expect(await sendDue(tools())).toMatchObject({ sent: 0, failed: 0 })
    const row = await rowOf(soft)
    expect(row).toMatchObject({ state: 'queued', last_code: '451', attempts: 1 })
    expect(Math.round((row.run_at.getTime() - row.created_at.getTime()) / 60_000)).toBe(1)
    await age(soft, 'run_at', 1)
    expect(await sendDue(tools())).toMatchObject({ sent: 1 })
    const hard = await addMail(database.owner, { subscription_id })
    relay.answers.push(550)
    expect(await sendDue(tools())).toMatchObject({ failed: 1 })
    expect(await rowOf(hard)).toMatchObject({ state: 'failed', last_code: '550' })
  })

  it('gives up a mail that is refused for a whole day', async () => {
    const id = await addMail(database.owner, { subscription_id: await addSubscription(database.owner) })
    await age(id, 'frozen_at', PACE.giveUp + 60)
    relay.answers.push(451)
    await sendDue(tools())
    expect((await rowOf(id)).state).toBe('failed')
  })

  it('leaves held mails to a person', async () => {
    await addMail(database.owner, { subscription_id: await addSubscription(database.owner), state: 'held' })
    expect(await sendDue(tools())).toEqual({ due: 0, sent: 0, suppressed: 0, held: 1, failed: 0 })
  })

  describe('when the worker before it died', () => {
    /** A mail whose lease ran out `seconds` ago. */
    async function addOrphan(seconds: number): Promise<string> {
      const id = await addMail(database.owner, {
        subscription_id: await addSubscription(database.owner),
        state: 'handing_over',
        attempts: 1,
        lease_owner: 'a worker that is gone',
      })
      await age(id, 'lease_until', seconds)
      return id
    }
    const ledger = join(folder.path, 'relay.log')
    const file = { MAIL_LEDGER: `file:${ledger}` }

    it('does not send again what the ledger of the relay knows', async () => {
      const id = await addOrphan(1)
      writeFileSync(ledger, `<${id}@wellmet.example>\n`)
      await sendDue(tools(file), withPace({ settle: -1 }))
      expect(await rowOf(id)).toMatchObject({ state: 'accepted', state_reason: 'Found in the ledger of the relay' })
      expect(relay.mails).toEqual([])
    })

    it('sends again, under the same Message-ID, what the ledger does not know', async () => {
      const id = await addOrphan(1)
      writeFileSync(ledger, '<another@wellmet.example>\n')
      await sendDue(tools(file), withPace({ settle: -1 }))
      expect(relay.mails.map(m => m.mail.messageId)).toEqual([`<${id}@wellmet.example>`])
      expect((await rowOf(id)).state).toBe('accepted')
    })

    it('asks nobody before the relay has had its time', async () => {
      const id = await addOrphan(1)
      writeFileSync(ledger, '')
      await sendDue(tools(file))
      expect((await rowOf(id)).state).toBe('unknown')
      expect(relay.mails).toEqual([])
    })

    it('waits while the ledger does not answer', async () => {
      const id = await addOrphan(1)
      await sendDue(tools({ MAIL_LEDGER: `file:${join(folder.path, 'absent')}` }), withPace({ settle: -1 }))
      expect((await rowOf(id)).state).toBe('unknown')
      expect(relay.mails).toEqual([])
    })

    it('without a ledger, sends again after four hours and not before', async () => {
      const id = await addOrphan(1)
      await sendDue(tools(), withPace({ settle: -1 }))
      expect((await rowOf(id)).state).toBe('unknown')
      await age(id, 'lease_until', 1)
      await age(id, 'run_at', PACE.unanswered - 60)
      await sendDue(tools())
      expect(relay.mails).toEqual([])
      await age(id, 'lease_until', 1)
      await age(id, 'run_at', PACE.unanswered + 1)
      await sendDue(tools())
      expect(relay.mails.map(m => m.mail.messageId)).toEqual([`<${id}@wellmet.example>`])
    })

    it('a worker that comes back late cannot finish what is not its own any more', async () => {
      const id = await addOrphan(1)
      const late = await database.worker.withSystem('wellmet_mail', tx =>
        OutboxStore.accept(tx, id, { owner: 'somebody else', code: '250' }),
      )
      expect(late).toBe(false)
      expect((await rowOf(id)).state).toBe('handing_over')
    })
  })

  it('without a relay writes each mail into the folder, once and whole', async () => {
    const id = await addMail(database.owner, { subscription_id: await addSubscription(database.owner) })
    const config = readConfig({ WELLMET_DATA_DIR: folder.path })
    expect(await sendDue({ ...tools(), config })).toMatchObject({ sent: 1 })
    const file = join(folder.path, 'mail', `${id}.eml`)
    expect(readdirSync(join(folder.path, 'mail'))).toEqual([`${id}.eml`])
    expect(existsSync(file)).toBe(true)
    const mail = await simpleParser(readFileSync(file))
    expect(mail.messageId).toBe(`<${id}@wellmet.example>`)
    expect((mail.to as AddressObject).value).toEqual([{ address: 'reader@made.example', name: '' }])
  })
})
