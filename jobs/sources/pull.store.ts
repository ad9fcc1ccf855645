import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx, WorkerDoor } from '../../server/database/doors.js'
import type { NamedSource } from './registry.js'
import type { Cause, Parked, PullResult, SourceDocument } from './source.js'

/** A pull that has begun. */
export interface Begun {
  pullId: string
  /** The moment of pages and alerts: what rows of this pull carry as pulled_at. */
  now: Date
  mark: string | null
  /** The source row did not exist before. */
  sourceIsNew: boolean
}

/** What a window's commit writes about itself. */
export interface Outcome {
  state: 'complete' | 'thin'
  reason: string | null
  counts: Pick<PullResult, 'read' | 'new' | 'changed' | 'unchanged' | 'gone' | 'parked'>
  /** Where the mark moves to; undefined leaves it. */
  mark: string | undefined
}

/** A window of time as a pull row carries it. */
export interface Window {
  from?: Date
  to?: Date
}

/** Rows of `source`, `pull`, `raw_document` and `parked_record`. */
export class PullStore {
  constructor(private readonly door: WorkerDoor) {}

  /** Writes the `source` row from its description; state, mark and times are left alone. */
  async ensureSource(source: NamedSource): Promise<{ isNew: boolean; mark: string | null; now: Date }> {
    return this.door.withSystem('wellmet_ingest', tx => ensureSource(tx, source))
  }

  async begin(source: NamedSource, cause: Cause, window: Window & { fileName?: string }): Promise<Begun> {
    return this.door.withSystem('wellmet_ingest', async tx => {
      const { isNew, mark, now } = await ensureSource(tx, source)
      const pull = await tx
        .insertInto('pull')
        .values({
          source_id: source.id,
          cause,
          file_name: window.fileName ?? null,
          window_from: window.from ?? null,
          window_to: window.to ?? null,
          mark_before: mark,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { pullId: pull.id, now, mark, sourceIsNew: isNew }
    })
  }

  /** Keeps the bytes as fetched. The same bytes are kept once per source. */
  async keep(sourceId: string, pullId: string, document: SourceDocument & { sha256: Buffer; byteLength: number }) {
    await this.door.withSystem('wellmet_ingest', tx =>
      tx
        .insertInto('raw_document')
        .values({
          source_id: sourceId,
          pull_id: pullId,
          address: document.address,
          content_type: document.contentType,
          sha256: document.sha256,
          byte_length: document.byteLength,
          body: document.path ? null : document.bytes,
          path: document.path ?? null,
        })
        .onConflict(oc => oc.columns(['source_id', 'sha256']).doNothing())
        .execute(),
    )
  }

  /** Ends a pull that brought nothing: it failed, or we hold this version already. */
  async endWithout(
    source: NamedSource,
    pullId: string,
    end: { state: 'failed' | 'skipped-same-version'; reason: string; requests: number; bytes: number },
  ): Promise<void> {
    await this.door.withSystem('wellmet_ingest', async tx => {
      await sql`update pull set state = ${end.state}, reason = ${end.reason}, requests = ${end.requests}, bytes = ${end.bytes},
        mark_after = mark_before, finished_at = clock_timestamp() where id = ${pullId}`.execute(tx)
      const health =
        end.state === 'failed'
          ? sql`state = 'failing', state_reason = ${end.reason}`
          : sql`state = 'ok', state_reason = null, last_success_at = wellmet_now()`
      await sql`update source set ${health}, last_try_at = wellmet_now(), next_run_at = wellmet_now() + expected_every
        where id = ${source.id}`.execute(tx)
    })
  }

  /** Takes back a pull that should never have begun: the file is not of this source. Nothing of it stays. */
  async withdraw(source: NamedSource, begun: Begun): Promise<void> {
    await this.door.withSystem('wellmet_ingest', async tx => {
      await tx.deleteFrom('pull').where('id', '=', begun.pullId).execute()
      if (begun.sourceIsNew) await tx.deleteFrom('source').where('id', '=', source.id).execute()
    })
  }
}

async function ensureSource(tx: Tx, source: NamedSource): Promise<{ isNew: boolean; mark: string | null; now: Date }> {
  const d = source.connector.description
  const name = source.demonstration ? `${d.name} (demonstration)` : d.name
  const row = await sql<{ is_new: boolean; mark: string | null; now: Date }>`
    insert into source (id, name, publisher, licence, attribution, address, schedule, expected_every, demonstration)
    values (${source.id}, ${name}, ${d.publisher}, ${d.licence}, ${d.attribution}, ${d.address}, ${d.schedule},
      ${d.expectedEvery}::interval, ${source.demonstration})
    on conflict (id) do update set name = excluded.name, publisher = excluded.publisher, licence = excluded.licence,
      attribution = excluded.attribution, address = excluded.address, schedule = excluded.schedule,
      expected_every = excluded.expected_every
    returning xmax = 0 as is_new, mark, wellmet_now() as now`.execute(tx)
  const { is_new, mark, now } = row.rows[0]!
  return { isNew: is_new, mark, now }
}

/** Lets one pull of a source commit at a time. */
export async function waitForTurn(tx: Tx, sourceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pull ${sourceId}`}, 0))`.execute(tx)
}

/** Puts unreadable records aside. Identical ones within a pull count each, but a second pull adds none. */
export async function park(tx: Tx, sourceId: string, pullId: string, parked: Parked[]): Promise<void> {
  const seen = new Map<string, number>()
  for (const { position, reason, excerpt } of parked) {
    const key = `${reason}\0${excerpt}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const fingerprint = createHash('sha256').update(`${key}\0${nth}`).digest()
    await tx
      .insertInto('parked_record')
      .values({ source_id: sourceId, pull_id: pullId, position, reason, excerpt: excerpt.slice(0, 400), fingerprint })
      .onConflict(oc => oc.columns(['source_id', 'fingerprint']).doNothing())
      .execute()
  }
}

/** Writes counts, state and mark: the last step of the transaction that loaded the window. */
export async function finishPull(
  tx: Tx,
  source: NamedSource,
  pull: { pullId: string; requests: number; bytes: number; outcome: Outcome },
): Promise<void> {
  const { counts: c, state, reason, mark } = pull.outcome
  await sql`update pull set state = ${state}, reason = ${reason}, read = ${c.read}, new = ${c.new}, changed = ${c.changed},
    unchanged = ${c.unchanged}, gone = ${c.gone}, parked = ${c.parked}, requests = ${pull.requests}, bytes = ${pull.bytes},
    mark_after = coalesce(${mark ?? null}, mark_before), finished_at = clock_timestamp() where id = ${pull.pullId}`.execute(
    tx,
  )
  if (state === 'complete') {
    await sql`update source set state = 'ok', state_reason = null, mark = coalesce(${mark ?? null}, mark),
      last_success_at = wellmet_now(), last_try_at = wellmet_now(), next_run_at = wellmet_now() + expected_every
      where id = ${source.id}`.execute(tx)
  } else {
    // Three thin pulls in a row: somebody has to look.
    await sql`update source set state = case when (select bool_and(state = 'thin') and count(*) = 3 from
        (select state from pull where source_id = ${source.id} order by started_at desc limit 3) last) then 'failing' else 'thin' end,
      state_reason = ${reason}, last_try_at = wellmet_now(), next_run_at = wellmet_now() + expected_every
      where id = ${source.id}`.execute(tx)
  }
}

/** Sizes of the last eight whole snapshots that were taken, this pull not counted. */
export async function snapshotSizes(tx: Tx, sourceId: string, pullId: string): Promise<number[]> {
  const rows = await sql<{ read: number }>`select read from pull where source_id = ${sourceId} and id <> ${pullId}
    and state = 'complete' and mark_after is distinct from mark_before order by started_at desc limit 8`.execute(tx)
  return rows.rows.map(r => r.read)
}

/** Releases an hour in the last eight windows of the same weekday (London), this pull not counted. */
export async function weekdayRates(tx: Tx, sourceId: string, pullId: string, to: Date): Promise<number[]> {
  const rows = await sql<{ rate: number }>`
    select (read / (extract(epoch from window_to - window_from) / 3600))::float8 as rate from pull
    where source_id = ${sourceId} and id <> ${pullId} and state = 'complete' and window_to > window_from
      and extract(isodow from window_to at time zone 'Europe/London') = extract(isodow from ${to}::timestamptz at time zone 'Europe/London')
    order by started_at desc limit 8`.execute(tx)
  return rows.rows.map(r => r.rate)
}

/** Whether this window was thin with the same count a day or more ago: a quiet day, then, not a fault. */
export async function wasThinBefore(tx: Tx, sourceId: string, window: Window, read: number): Promise<boolean> {
  if (!window.from) return false
  const rows = await sql<{
    n: number
  }>`select count(*)::int as n from pull where source_id = ${sourceId} and state = 'thin'
    and window_from = ${window.from} and read = ${read} and started_at <= clock_timestamp() - interval '24 hours'`.execute(
    tx,
  )
  return rows.rows[0]!.n > 0
}

/**
 * Runs a piece of a transaction so that a refused value undoes the piece alone. Returns what the database said about
 * the value (classes 22 and 23), or null when the work was done; every other error is thrown on.
 */
export async function refusedValue(tx: Tx, work: () => Promise<void>): Promise<string | null> {
  await sql`savepoint piece`.execute(tx)
  try {
    await work()
    await sql`release savepoint piece`.execute(tx)
    return null
  } catch (problem) {
    if (!/^2[23]/.test(sqlState(problem))) throw problem
    await sql`rollback to savepoint piece`.execute(tx)
    return problem instanceof Error ? problem.message : String(problem)
  }
}

const sqlState = (problem: unknown): string =>
  typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : ''
