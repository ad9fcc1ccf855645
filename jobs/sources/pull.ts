import { tmpdir } from 'node:os'
import type { WorkerDoor } from '../../server/database/doors.js'
import { Unreachable } from '../errors.js'
import { fileWindow, fingerprintOf } from './documents.js'
import { type AllowedHost, HttpClient, type HttpLimits } from './http-client.js'
import { loadWindow } from './load-window.js'
import { type Begun, PullStore } from './pull.store.js'
import { type NamedSource, sourceOf } from './registry.js'
import {
  type FetchedWindow,
  type PullRequest,
  type PullResult,
  type SourceDocument,
  UnexpectedContent,
} from './source.js'

/** What a caller may set beside the request: all of it has a default for a real installation. */
export interface PullTools {
  /** Where large snapshots are put. */
  folder?: string
  /** Public address of this installation, for the User-Agent. */
  publicAddress?: string
  /** Stand-ins for publishers, by connector id: the address to ask instead, and the leave to ask it. */
  standIns?: Record<string, { address: string; allow: AllowedHost[] }>
  sleep?: (ms: number) => Promise<void>
  limits?: Partial<HttpLimits>
}

const LISTED = 100

/**
 * Takes from one source: a file on this machine, or live over HTTP. Every window is one `pull` row and one transaction
 * that loads it, parks what could not be read, counts, and moves the mark.
 *
 * Throws BadInput when the source, the file or its content is not what was asked for (nothing is changed), and
 * Unreachable when the publisher or its content failed (the pull row says why; the same call can be made again).
 */
export async function pull(door: WorkerDoor, request: PullRequest, tools: PullTools = {}): Promise<PullResult> {
  const started = performance.now()
  const source = sourceOf(request.sourceId)
  const store = new PullStore(door)
  const result = emptyResult(source.id)
  const http = request.file === undefined ? clientFor(source, tools) : null
  const run: Run = { door, store, source, request, http, markMayMove: true }
  try {
    for await (const window of windowsOf(run, tools)) {
      addTo(result, await takeWindow(run, window))
    }
  } finally {
    await http?.close()
  }
  result.ms = Math.round(performance.now() - started)
  return result
}

interface Run {
  door: WorkerDoor
  store: PullStore
  source: NamedSource
  request: PullRequest
  http: HttpClient | null
  /** False after a thin window: later windows are loaded, but the mark waits for the thin one. */
  markMayMove: boolean
}

async function* windowsOf(run: Run, tools: PullTools): AsyncGenerator<FetchedWindow & { fileName?: string }> {
  const { connector } = run.source
  if (run.request.file !== undefined) {
    yield await fileWindow(connector, run.request.file, run.request.full ?? false)
    return
  }
  const { mark, now } = await run.store.ensureSource(run.source)
  const { since, until } = run.request
  const windows = connector.fetch!(
    {
      mark,
      now,
      folder: tools.folder ?? tmpdir(),
      address: tools.standIns?.[connector.id]?.address ?? connector.description.address ?? '',
      ...(since ? { since } : {}),
      ...(until ? { until } : {}),
    },
    run.http!,
  )
  try {
    yield* windows
  } catch (problem) {
    // Failed before there was a window: the try is a row all the same, so that people see it.
    const begun = await run.store.begin(run.source, run.request.cause, {})
    await failed(run, begun, problem)
    throw asUnreachable(problem)
  }
}

async function takeWindow(run: Run, window: FetchedWindow & { fileName?: string }): Promise<PullResult> {
  const { store, source, request } = run
  const begun = await store.begin(source, request.cause, window)
  if (window.sameVersion) {
    const reason = `Version ${window.mark} is here already.`
    await store.endWithout(source, begun.pullId, { state: 'skipped-same-version', reason, ...traffic(run) })
    return { ...emptyResult(source.id), state: 'skipped-same-version', reason }
  }
  try {
    const documents: SourceDocument[] = []
    let bytes = 0
    for await (const document of window.documents) {
      const print = await fingerprintOf(document)
      bytes += print.byteLength
      await store.keep(source.id, begun.pullId, { ...document, ...print })
      documents.push(document)
    }
    const result = await loadWindow(run.door, {
      source,
      begun,
      window,
      documents,
      markMayMove: run.markMayMove,
      hubId: request.hubId ?? null,
      traffic: { requests: run.http?.requests ?? 0, bytes },
    })
    if (result.state === 'thin') run.markMayMove = false
    return result
  } catch (problem) {
    if (request.file !== undefined && problem instanceof UnexpectedContent) {
      await store.withdraw(source, begun)
      throw problem
    }
    await failed(run, begun, problem)
    throw request.file === undefined ? asUnreachable(problem) : problem
  }
}

async function failed(run: Run, begun: Begun, problem: unknown): Promise<void> {
  const reason = problem instanceof Error ? problem.message : String(problem)
  await run.store.endWithout(run.source, begun.pullId, { state: 'failed', reason, ...traffic(run) })
}

/** Live, whatever a publisher sends that we cannot use is the publisher's fault, not the caller's. */
function asUnreachable(problem: unknown): unknown {
  return problem instanceof UnexpectedContent ? new Unreachable(problem.message, { cause: problem }) : problem
}

const traffic = (run: Run): { requests: number; bytes: number } => ({
  requests: run.http?.requests ?? 0,
  bytes: run.http?.bytes ?? 0,
})

function clientFor(source: NamedSource, tools: PullTools): HttpClient {
  const { connector } = source
  if (!connector.http || !connector.fetch)
    throw new UnexpectedContent(`${source.id} has no live feed: give it a file with --file.`)
  const standIn = tools.standIns?.[connector.id]
  return new HttpClient({
    allow: standIn?.allow ?? connector.http.hosts.map(host => ({ host })),
    delayMs: connector.http.delayMs,
    limits: { maxBytes: connector.http.maxBytes, ...tools.limits },
    userAgent: `Wellmet/0.1${tools.publicAddress ? ` (+${tools.publicAddress})` : ''}`,
    sleep: tools.sleep ?? (ms => new Promise(done => setTimeout(done, ms))),
  })
}

const emptyResult = (source: string): PullResult => ({
  source,
  state: 'complete',
  reason: null,
  read: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  gone: 0,
  parked: 0,
  ms: 0,
  details: {},
  parkedRecords: [],
})

/** Adds a window to the sum. One thin window makes the whole pull thin. */
function addTo(sum: PullResult, window: PullResult): void {
  for (const key of ['read', 'new', 'changed', 'unchanged', 'gone', 'parked'] as const) sum[key] += window[key]
  for (const [key, n] of Object.entries(window.details)) sum.details[key] = (sum.details[key] ?? 0) + n
  sum.parkedRecords = [...sum.parkedRecords, ...window.parkedRecords].slice(0, LISTED)
  if (sum.state === 'complete') sum.state = window.state
  sum.reason ??= window.reason
}
