import type { Tx, WorkerDoor } from '../../server/database/doors.js'
import {
  type Begun,
  finishPull,
  type Outcome,
  park,
  refusedValue,
  snapshotSizes,
  waitForTurn,
  wasThinBefore,
  weekdayRates,
} from './pull.store.js'
import type { NamedSource } from './registry.js'
import {
  type FetchedWindow,
  type LoadContext,
  type LoadCounts,
  noCounts,
  type Parked,
  type PullResult,
  type SourceDocument,
} from './source.js'
import { thinReason } from './thin.js'

/** Everything a window's commit needs. */
export interface WindowToLoad {
  source: NamedSource
  begun: Begun
  window: FetchedWindow
  documents: SourceDocument[]
  /** False while an earlier window of this call is thin. */
  markMayMove: boolean
  hubId: string | null
  traffic: { requests: number; bytes: number }
}

const BATCH = 2_000
const HOUR_MS = 3_600_000
const LISTED = 100

/** A record on its way into the tables, with where it stood. */
interface Placed {
  record: unknown
  position: string
}

/** Parses and loads a window, parks, counts, judges and moves the mark, all in one transaction. */
export async function loadWindow(door: WorkerDoor, work: WindowToLoad): Promise<PullResult> {
  return door.withSystem('wellmet_ingest', async tx => {
    const { source, begun, window } = work
    await waitForTurn(tx, source.id)
    const loading = new Loading(tx, work)
    for (const document of work.documents) await loading.take(document)
    await loading.flush()
    const { counts, parked, context } = loading
    const read = loading.read
    const reason = await judge(tx, work, { read, parked: parked.length })
    const accepted = reason !== null && (await wasThinBefore(tx, source.id, window, read))
    const thin = reason !== null && !accepted
    if (!thin && source.connector.finish) add(counts, await source.connector.finish(tx, context))
    await park(tx, source.id, begun.pullId, parked)
    const outcome: Outcome = {
      state: thin ? 'thin' : 'complete',
      reason: accepted ? 'As few as a day ago: taken as a quiet day.' : reason,
      counts: { ...withoutDetails(counts), read, parked: parked.length },
      mark: thin || !work.markMayMove ? undefined : window.mark,
    }
    await finishPull(tx, source, { pullId: begun.pullId, outcome, ...work.traffic })
    return {
      source: source.id,
      state: outcome.state,
      reason: outcome.reason,
      ...outcome.counts,
      ms: 0,
      details: counts.details ?? {},
      parkedRecords: parked.slice(0, LISTED).map(({ position, reason: why }) => ({ position, reason: why })),
    }
  })
}

/** The records of a window on their way into the tables, a batch at a time. */
class Loading {
  read = 0
  readonly counts: LoadCounts = noCounts()
  readonly parked: Parked[] = []
  readonly context: LoadContext
  private batch: Placed[] = []

  constructor(
    private readonly tx: Tx,
    private readonly work: WindowToLoad,
  ) {
    const { source, begun, window, hubId } = work
    this.context = {
      sourceId: source.id,
      pullId: begun.pullId,
      pulledAt: begun.now,
      full: window.full ?? false,
      demonstration: source.demonstration,
      hubId,
      park: parked => this.parked.push(parked),
    }
  }

  async take(document: SourceDocument): Promise<void> {
    const { connector } = this.work.source
    for await (const parsed of connector.parse(document)) {
      this.read++
      if ('parked' in parsed) this.parked.push(parsed.parked)
      else this.batch.push({ record: parsed.record, position: parsed.position ?? `record ${this.read}` })
      if (this.batch.length >= (connector.batchSize ?? BATCH)) await this.flush()
    }
  }

  async flush(): Promise<void> {
    const batch = this.batch
    this.batch = []
    if (batch.length > 0) await this.load(batch)
  }

  /** Loads a batch; when the database refuses a value, halves it until the record that holds the value stands alone. */
  private async load(batch: Placed[]): Promise<void> {
    const alreadyParked = this.parked.length
    let loaded = noCounts()
    const refused = await refusedValue(this.tx, async () => {
      loaded = await this.work.source.connector.load(
        this.tx,
        batch.map(placed => placed.record),
        this.context,
      )
    })
    if (refused === null) {
      add(this.counts, loaded)
      return
    }
    this.parked.length = alreadyParked
    if (batch.length === 1) {
      this.parked.push({
        position: batch[0]!.position,
        reason: `The database refuses a value: ${refused}`,
        excerpt: '',
      })
      return
    }
    const middle = Math.ceil(batch.length / 2)
    await this.load(batch.slice(0, middle))
    await this.load(batch.slice(middle))
  }
}

/** Compares the window with comparable ones. Files that are not the whole set are compared with nothing. */
async function judge(tx: Tx, work: WindowToLoad, got: { read: number; parked: number }): Promise<string | null> {
  const { source, begun, window } = work
  const rule = source.connector.thin
  if (rule.compare === 'snapshots' && window.full)
    return thinReason({ ...got, before: await snapshotSizes(tx, source.id, begun.pullId) }, rule)
  if (rule.compare === 'weekdays' && window.from && window.to) {
    const hours = (window.to.getTime() - window.from.getTime()) / HOUR_MS
    const rates = await weekdayRates(tx, source.id, begun.pullId, window.to)
    return thinReason({ ...got, before: rates.map(rate => rate * hours) }, rule)
  }
  return thinReason({ ...got, before: [] }, rule)
}

function add(sum: LoadCounts, more: LoadCounts): void {
  for (const key of ['new', 'changed', 'unchanged', 'gone'] as const) sum[key] += more[key]
  for (const [key, n] of Object.entries(more.details ?? {})) {
    sum.details ??= {}
    sum.details[key] = (sum.details[key] ?? 0) + n
  }
}

function withoutDetails({ details: _, ...counts }: LoadCounts): Omit<LoadCounts, 'details'> {
  return counts
}
