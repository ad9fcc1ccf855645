import { type ChildProcess, fork } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import { PACE } from '../../jobs/alerts/outbox.store.js'
import { secretsOf } from '../../server/database/secrets.js'
import { newNonce } from '../../server/database/tokens.js'
import { addressHash, encryptAddress } from '../../server/domain/alerts/addresses.js'
import { connect } from '../../sql/connection.js'
import type { Database } from '../../sql/tables/database.js'

/** A promise with the figure that was measured. */
export interface Promised {
  id: string
  promise: string
  figure: number
  limit: string
  pass: boolean
}

export interface DeliveryRun {
  ownerUrl: string
  workerUrl: string
  dataDir: string
  mails: number
  kills: number
  seed: string
  say(line: string): void
}

export interface Delivery {
  mails: number
  kills: number
  seconds: number
  /** Hand-overs beyond one for each mail: what the faults and kills cost. */
  extraHandOvers: number
  promises: Promised[]
}

const DOMAINS = 100
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/**
 * trust.md 2.1: mails go out to a relay with faults while their worker is killed at random points of the relay's own
 * counter. The relay's ledger judges: every mail exactly once.
 */
export async function measureDelivery(run: DeliveryRun): Promise<Delivery> {
  const { db } = connect(run.ownerUrl, { max: 2, onProblem: () => {} })
  const ledger = join(run.dataDir, 'accepted.log')
  const sink = fork(file('./sink.js'), [ledger, run.seed], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  try {
    const port = await new Promise<number>((done, fail) => {
      sink.once('message', message => done((message as { port: number }).port))
      sink.once('exit', code => fail(new Error(`The relay of the trust run did not start (code ${code}).`)))
    })
    await fill(db, run)
    run.say(`${run.mails} mails wait; the worker will be killed ${run.kills} times.`)
    const began = performance.now()
    const broken = new Promise<never>((_, fail) => {
      sink.once('exit', code => fail(new Error(`The relay of the trust run ended early (code ${code}).`)))
    })
    const killed = await Promise.race([workUntilDone(run, sink, { port, ledger }), broken])
    const seconds = (performance.now() - began) / 1000
    return await judge(db, { run, ledger, killed, seconds })
  } finally {
    sink.removeAllListeners('exit')
    sink.kill('SIGKILL')
    await db.destroy()
  }
}

/** One confirmed subscription and one queued digest for each made address. */
async function fill(db: Kysely<Database>, { dataDir, mails }: DeliveryRun): Promise<void> {
  const { addressKey, addressPepper } = secretsOf(dataDir)
  for (let from = 0; from < mails; from += 500) {
    const batch = Array.from({ length: Math.min(500, mails - from) }, (_, i) => {
      const domain = `d${(from + i) % DOMAINS}.example`
      const address = `reader${from + i}@${domain}`
      const sealed = {
        address_hash: addressHash(address, addressPepper),
        address_enc: encryptAddress(address, addressKey, newNonce()),
      }
      return { id: randomUUID(), message: randomUUID(), domain, sealed }
    })
    await db
      .insertInto('subscription')
      .values(
        batch.map(({ id, sealed }) => ({
          id,
          ...sealed,
          name: 'Made alert',
          query: '{}',
          cadence: 'weekly' as const,
          state: 'active' as const,
          confirmed_at: '2026-11-01T00:00:00Z',
        })),
      )
      .execute()
    await db
      .insertInto('outbox_message')
      .values(
        batch.map(({ id, message, domain, sealed }) => ({
          id: message,
          ...sealed,
          subscription_id: id,
          kind: 'digest' as const,
          period_key: '2026-W48',
          idempotency_key: `digest ${id} 2026-W48`,
          item_count: 1,
          subject: '1 for you: a made need',
          body_text: 'A made need.\n',
          body_html: '<!doctype html><html lang="en-GB"><title>A made need</title><h1>A made need</h1></html>',
          headers: JSON.stringify({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
          receiving_domain: domain,
          message_id: `<${message}@wellmet.example>`,
          body_hash: createHash('sha256').update(message).digest(),
        })),
      )
      .execute()
  }
}

/** Starts the worker again and again until it ends by itself; kills it whenever the relay's counter passes the next point. */
async function workUntilDone(
  run: DeliveryRun,
  sink: ChildProcess,
  relay: { port: number; ledger: string },
): Promise<number> {
  const points = killPoints(run)
  let killed = 0
  let worker: ChildProcess | undefined
  sink.once('exit', () => worker?.kill('SIGKILL'))
  sink.on('message', message => {
    const { taken } = message as { taken?: number }
    if (taken === undefined || worker === undefined || worker.killed || points[0] === undefined || taken < points[0])
      return
    points.shift()
    killed += 1
    worker.kill('SIGKILL')
  })
  const env = {
    ...process.env,
    WELLMET_DATA_DIR: run.dataDir,
    TRUST_WORKER_URL: run.workerUrl,
    SMTP_URL: `smtp://127.0.0.1:${relay.port}`,
    MAIL_LEDGER: `file:${relay.ledger}`,
    LOG_LEVEL: 'error',
  }
  for (;;) {
    worker = fork(file('./sender.js'), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const running = worker
    const end = await new Promise<{ code: number | null; signal: string | null }>(done =>
      running.once('exit', (code, signal) => done({ code, signal })),
    )
    if (end.code === 0) return killed
    if (sink.exitCode !== null || sink.signalCode !== null) throw new Error('The relay of the trust run is gone.')
    if (end.signal !== 'SIGKILL')
      throw new Error(`The worker ended by itself (code ${end.code}, signal ${end.signal}).`)
    if (killed % 10 === 0) run.say(`Killed ${killed} times so far.`)
  }
}

/** Points of the relay's counter, drawn from the seed and spread over the run. */
const killPoints = ({ seed, kills, mails }: DeliveryRun): number[] =>
  Array.from({ length: kills }, (_, i) => {
    const dice = createHash('sha256').update(`${seed} kill ${i}`).digest().readUInt32BE(0) / 2 ** 32
    return 1 + Math.floor(dice * mails * 0.97)
  }).sort((a, b) => a - b)

async function judge(
  db: Kysely<Database>,
  result: { run: DeliveryRun; ledger: string; killed: number; seconds: number },
): Promise<Delivery> {
  const { run, killed, seconds } = result
  const accepted = readFileSync(result.ledger, 'utf8').split('\n').filter(Boolean)
  const distinct = new Set(accepted)
  const rows = await db.selectFrom('outbox_message').select(['message_id', 'state', 'attempts']).execute()
  const lost = rows.filter(row => !distinct.has(row.message_id)).length
  const unsure = rows.filter(row => row.state !== 'accepted').length
  const moves = PACE.lease + PACE.settle
  const promise = (id: string, words: string, figure: number, limit: number): Promised => ({
    id,
    promise: words,
    figure,
    limit: `at most ${limit}`,
    pass: figure <= limit,
  })
  return {
    mails: rows.length,
    kills: killed,
    seconds: Math.round(seconds * 10) / 10,
    extraHandOvers: rows.reduce((sum, row) => sum + row.attempts, 0) - rows.length,
    promises: [
      promise('2.1 lost', 'mails that the relay never accepted', lost, 0),
      promise('2.1 doubled', 'mails that the relay accepted more than once', accepted.length - distinct.size, 0),
      promise('2.1 unsure', 'mails that are not known to be accepted at the end', unsure, 0),
      {
        ...promise('2.1 kills', 'kills of the worker', killed, run.kills),
        limit: `${run.kills}`,
        pass: killed === run.kills,
      },
      promise('2.1 again', 'seconds until a killed worker’s mails move again (lease and settling)', moves, 60),
    ],
  }
}
