import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { log } from '../../server/config/log.js'
import type { Tx } from '../../server/database/doors.js'
import { decryptAddress, parseAddress } from '../../server/domain/alerts/addresses.js'
import type { JobTools } from '../runner/job.js'
import { recheck } from './compose.js'
import { type Claimed, OutboxStore, PACE, type Pace, type Unknown } from './outbox.store.js'
import { type Letter, openTransport, TIMEOUTS, type Transport } from './transport.js'

/** What sending came to, in mails. `held` wait for a person. */
export interface Sent {
  due: number
  sent: number
  suppressed: number
  held: number
  failed: number
}

/** For tests: another rhythm and other limits of patience. */
export interface Rhythm {
  pace: Pace
  timeouts: typeof TIMEOUTS
}

/** After this many seconds without an answer from the ledger somebody should look. */
const ALARM = 30 * 60

interface Sending {
  tools: JobTools
  transport: Transport
  pace: Pace
  /** Names this sender's leases; another sender, also one of the same process, has another. */
  owner: string
}

/**
 * Hands over everything that is due, until nothing is. Any number of workers may run it at once, and each may die at any
 * moment: a mail is claimed under a lease, and one whose fate is unknown is asked for at the relay before it is sent again.
 * Only where no ledger answers for four hours is it sent again unasked, under the same Message-ID, so that the
 * receiving side can recognise the twin (docs/decisions/0009).
 */
export async function sendDue(tools: JobTools, rhythm: Rhythm = { pace: PACE, timeouts: TIMEOUTS }): Promise<Sent> {
  const sending: Sending = {
    tools,
    transport: openTransport(tools.config, rhythm.timeouts),
    pace: rhythm.pace,
    owner: `${process.pid}-${randomUUID()}`,
  }
  const total: Sent = { due: 0, sent: 0, suppressed: 0, held: 0, failed: 0 }
  try {
    for (;;) {
      await settleUnknown(sending)
      const claim = await mail(tools, tx => OutboxStore.claim(tx, sending.owner, sending.pace))
      total.due += claim.due
      total.suppressed += claim.suppressed
      for (const result of await Promise.all(claim.mails.map(claimed => handOver(sending, claimed)))) {
        if (result !== 'open') total[result] += 1
      }
      if (claim.due > 0) continue
      if (!(await mail(tools, tx => OutboxStore.isSomethingNear(tx)))) break
      await wait(200)
    }
    total.held = await mail(tools, tx => OutboxStore.held(tx))
    return total
  } finally {
    sending.transport.close()
  }
}

/** Hands over one claimed mail and writes down what came of it. `open`: it will be tried or asked for again. */
async function handOver(sending: Sending, claimed: Claimed): Promise<'sent' | 'suppressed' | 'failed' | 'open'> {
  const { tools, transport, owner, pace } = sending
  const to = addressOf(claimed, tools)
  if (to === null) {
    await mail(tools, tx =>
      OutboxStore.refuse(tx, claimed.id, { owner, code: 'address unreadable', permanent: true, pace }),
    )
    return 'failed'
  }
  const letter = await lastLook(tools, letterOf(claimed, to), claimed.kind)
  if (letter === null) {
    const reason = 'Nothing of it may be shown any more'
    await mail(tools, tx => OutboxStore.suppress(tx, claimed.id, { owner, reason }))
    return 'suppressed'
  }
  const outcome = await transport.send(letter)
  if (outcome.kind === 'accepted') {
    await mail(tools, tx => OutboxStore.accept(tx, claimed.id, { owner, code: outcome.code }))
    return 'sent'
  }
  if (outcome.kind === 'refused') {
    await mail(tools, tx => OutboxStore.refuse(tx, claimed.id, { owner, pace, ...outcome }))
    return outcome.permanent ? 'failed' : 'open'
  }
  await mail(tools, tx => OutboxStore.remember(tx, claimed.id, outcome.code))
  return 'open'
}

/** A digest as it may be shown at this moment; null when nothing of it may be. Other mails stay as they are. */
async function lastLook(tools: JobTools, letter: Letter, kind: Claimed['kind']): Promise<Letter | null> {
  if (kind !== 'digest' && kind !== 'direct') return letter
  const now = await recheck(tools, letter.id)
  if (now.state === 'empty') return null
  return now.state === 'same'
    ? letter
    : { ...letter, subject: now.subject, text: now.text, html: now.html, headers: now.headers }
}

/** Turns ended leases into questions, and asks those whose time has come. */
async function settleUnknown({ tools, transport, owner, pace }: Sending): Promise<void> {
  const unknown = await mail(tools, async tx => {
    await OutboxStore.expireLeases(tx, pace)
    return OutboxStore.claimUnknown(tx, owner, pace)
  })
  if (unknown.length === 0) return
  const seen = await ask(transport, unknown)
  const overdue = (u: Unknown) => u.age >= pace.unanswered
  const answer = {
    seen: unknown.filter(u => seen?.has(u.message_id)),
    unseen: unknown.filter(u => (seen ? !seen.has(u.message_id) : overdue(u))),
    unanswered: unknown.filter(u => !seen && !overdue(u)),
  }
  await mail(tools, tx =>
    OutboxStore.settle(tx, owner, {
      seen: answer.seen.map(u => u.id),
      unseen: answer.unseen.map(u => u.id),
      unanswered: answer.unanswered.map(u => u.id),
    }),
  )
}

/** What the ledger has of these; null when there is none or it does not answer. */
async function ask(transport: Transport, unknown: Unknown[]): Promise<Set<string> | null> {
  try {
    return (await transport.ledger?.accepted(unknown.map(u => u.message_id))) ?? null
  } catch (problem) {
    const oldest = Math.max(...unknown.map(u => u.age))
    const words = { err: problem, mails: unknown.length, seconds: Math.round(oldest) }
    if (oldest > ALARM) log.error(words, 'the mail ledger has not answered for half an hour; these mails wait')
    else log.warn(words, 'the mail ledger does not answer; these mails wait')
    return null
  }
}

function addressOf(claimed: Claimed, tools: JobTools): string | null {
  try {
    return parseAddress(decryptAddress(claimed.address_enc, tools.secrets.addressKey))
  } catch {
    return null
  }
}

const letterOf = (claimed: Claimed, to: string): Letter => ({
  id: claimed.id,
  messageId: claimed.message_id,
  to,
  subject: claimed.subject,
  text: claimed.body_text,
  html: claimed.body_html,
  headers: claimed.headers,
})

const mail = <T>(tools: JobTools, work: (tx: Tx) => Promise<T>): Promise<T> =>
  tools.door.withSystem('wellmet_mail', work)
