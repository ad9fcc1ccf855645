import { randomUUID } from 'node:crypto'
import { type Config, publicAddress } from '../../server/config/config.js'
import { log } from '../../server/config/log.js'
import type { Tx } from '../../server/database/doors.js'
import { newToken } from '../../server/database/tokens.js'
import { decryptAddress, receivingDomain } from '../../server/domain/alerts/addresses.js'
import type { AlertContent } from '../../server/domain/alerts/content.js'
import { type Digest, MOST_ITEMS, makeDigest } from '../../server/domain/alerts/digest.js'
import { shortName } from '../../server/domain/alerts/digest.words.js'
import { mailHeaders, messageIdOf, senderDomain } from '../../server/domain/alerts/headers.js'
import { digestHtml } from '../../server/domain/alerts/mail-html.js'
import { digestText } from '../../server/domain/alerts/mail-text.js'
import { localDay, periodAt } from '../../server/domain/alerts/windows.js'
import type { JobTools } from '../runner/job.js'
import { around, presentMoment, type Subscriber, subscribers } from './alerts.read-model.js'
import { AlertsStore, type Rewritten } from './alerts.store.js'

/** What writing came to: alerts with something to say whose window is open, digests written, and alerts that could not be. */
export interface Written {
  due: number
  composed: number
  failed: number
}

/**
 * Writes the digests that are due: one for each alert and local period, only with something in it. Everything of one
 * digest happens in one transaction; any number of planners may run at once, and be killed at once.
 */
export async function composeDue(tools: JobTools): Promise<Written> {
  const { now, waiting } = await tools.door.withSystem('wellmet_mail', async tx => ({
    now: await presentMoment(tx),
    waiting: await subscribers(tx, { waiting: true }),
  }))
  const written: Written = { due: 0, composed: 0, failed: 0 }
  for (const subscriber of waiting) {
    const period = periodAt({ ...subscriber, windowStart: subscriber.window_start }, now)
    if (!period.isOpen) continue
    written.due += 1
    const wish = { subscriber, periodKey: period.key }
    try {
      if (await tools.door.withSystem('wellmet_mail', tx => composeOne(tx, tools, wish))) written.composed += 1
    } catch (problem) {
      log.error({ err: problem, subscription: subscriber.id }, 'this digest could not be written; the others go on')
      written.failed += 1
    }
  }
  return written
}

async function composeOne(
  tx: Tx,
  { config, secrets }: JobTools,
  { subscriber, periodKey }: { subscriber: Subscriber; periodKey: string },
): Promise<boolean> {
  if (!(await AlertsStore.lock(tx, subscriber.id)) || (await AlertsStore.hasDigest(tx, subscriber.id, periodKey)))
    return false
  await AlertsStore.expireOld(tx, subscriber.id, periodKey)
  const { items, used } = await AlertsStore.waiting(tx, subscriber.id)
  const chosen = items.slice(0, roomFor(subscriber.ceiling, used))
  if (chosen.length === 0) return false
  const id = randomUUID()
  const mail = await writeDigest(tx, config, { subscriber, items: chosen, waiting: items.length - chosen.length })
  return AlertsStore.addDigest(tx, {
    id,
    subscriptionId: subscriber.id,
    periodKey,
    addressHash: subscriber.address_hash,
    addressEnc: subscriber.address_enc,
    domain: receivingDomain(decryptAddress(subscriber.address_enc, secrets.addressKey)),
    messageId: messageIdOf(id, senderDomain(config.mailFrom)),
    ...mail,
  })
}

/** How many items a digest may carry: never more than seven, and with the week's others never above the reader's ceiling. */
export const roomFor = (ceiling: number, used: number): number => Math.max(0, Math.min(MOST_ITEMS, ceiling - used))

/** A digest in all its parts, with a token of its own. The preview writes with the same hand. */
export async function writeDigest(
  tx: Tx,
  config: Config,
  {
    subscriber,
    items,
    waiting,
  }: { subscriber: Subscriber; items: { id: string; content: AlertContent }[]; waiting: number },
): Promise<Rewritten & { digest: Digest }> {
  const facts = await around(tx, subscriber)
  const { token, hash } = newToken()
  const base = publicAddress(config)
  const name = facts.recipient.name ?? facts.recipient.hub
  const digest = makeDigest({
    recipient: { name: name ?? subscriber.name, short: name === null ? 'you' : shortName(name) },
    cadence: subscriber.cadence,
    today: localDay(facts.now, subscriber.zone),
    zone: subscriber.zone,
    ceiling: subscriber.ceiling,
    items: items.map(item => item.content),
    waiting,
    sources: facts.sources,
    answers: facts.answers,
    consent: {
      name: subscriber.name,
      basis: facts.basis,
      confirmedOn: localDay(subscriber.confirmed_at, subscriber.zone),
    },
    hub: facts.hub,
    base,
    token,
  })
  return {
    digest,
    subject: digest.subject,
    text: digestText(digest),
    html: digestHtml(digest),
    headers: mailHeaders({ base, token, kind: 'digest', domain: senderDomain(config.mailFrom) }),
    tokenHash: hash,
    itemIds: items.map(item => item.id),
  }
}

/** What a last look at a digest came to; `changed` carries what it says now. */
export type Rechecked =
  | { state: 'same' }
  | { state: 'empty' }
  | { state: 'changed'; subject: string; text: string; html: string; headers: Record<string, string> }

/**
 * Looks at a digest again right before it leaves: what its reader may no longer see (a need that closed, a consent that
 * was withdrawn, a membership that ended) is taken out and the mail is written again. `empty`: nothing is left to say.
 */
export async function recheck({ door, config }: JobTools, messageId: string): Promise<Rechecked> {
  return door.withSystem('wellmet_mail', async tx => {
    const items = await AlertsStore.itemsOf(tx, messageId)
    const gone = items.filter(item => !item.visible)
    const left = items.filter(item => item.visible)
    const [first] = items
    // A sender may have died after an earlier look that left nothing: that finding stands.
    if (await AlertsStore.isBlank(tx, messageId)) return { state: 'empty' }
    if (!first || gone.length === 0) return { state: 'same' }
    await AlertsStore.takeOut(
      tx,
      gone.map(item => item.id),
    )
    const [subscriber] = await subscribers(tx, { id: first.subscriptionId })
    if (left.length === 0 || !subscriber) {
      await AlertsStore.blank(tx, messageId)
      return { state: 'empty' }
    }
    const waiting = await AlertsStore.held(tx, subscriber.id)
    const mail = await writeDigest(tx, config, { subscriber, items: left, waiting })
    await AlertsStore.rewrite(tx, messageId, subscriber.id, mail)
    return { state: 'changed', subject: mail.subject, text: mail.text, html: mail.html, headers: { ...mail.headers } }
  })
}
