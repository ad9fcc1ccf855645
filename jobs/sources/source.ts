import type { Tx } from '../../server/database/doors.js'
import { BadInput } from '../errors.js'
import type { HttpClient } from './http-client.js'

/** Who publishes a source, under which terms, and how often we look. Becomes the `source` row. */
export interface SourceDescription {
  name: string
  publisher: string
  licence: string
  /** The line that every page, export and mail showing this source carries. */
  attribution: string
  address: string | null
  /** For people: "every 2 hours, twenty past". */
  schedule: string
  /** A PostgreSQL interval ("2 hours"); null when nobody expects the next one at a known time. */
  expectedEvery: string | null
}

/** Bytes as fetched, with where they came from. Every parser starts from one. */
export interface SourceDocument {
  /** Address, or the file's name: no folder, since it is shown to people. */
  address: string
  contentType: string | null
  /** Empty when `path` is given. */
  bytes: Buffer
  /** Where a large snapshot stays on disk (sources that `stream` only): the database then keeps its hash alone. */
  path?: string
  /** A person's saved mapping for this file, from `<file>.mapping.json` beside it: how a parser is to read the columns. */
  mapping?: unknown
}

/** A record that could not be read: where it stands, why, and how it begins. */
export interface Parked {
  /** "line 17", "release 4 of 100 (ocds-b5fd17-...)". */
  position: string
  reason: string
  /** Start of the record. Names, addresses and numbers of contact persons must not be in it. */
  excerpt: string
}

/** What a parser yields: a record with where it stands, or one parked. */
export type Parsed<Rec> = { record: Rec; position?: string } | { parked: Parked }

export type Cause = 'file' | 'schedule' | 'person'

/** What a load knows about the pull it belongs to. */
export interface LoadContext {
  /** The source row: the connector's id, or `demo-` and the id. Write this into source_id. */
  sourceId: string
  pullId: string
  /** The moment that every row of this pull carries as pulled_at. */
  pulledAt: Date
  /** The documents are the publisher's whole set: what is missing may be gone. */
  full: boolean
  /** True for `demo-` sources. */
  demonstration: boolean
  /** The hub that a person's own file belongs to. */
  hubId: string | null
  /** Parks a record that parses but cannot be stored. */
  park(parked: Parked): void
}

/** What a load changed. `read` is counted by the engine: records and parked ones. */
export interface LoadCounts {
  new: number
  changed: number
  unchanged: number
  gone: number
  /** More figures for people, summed over the batches: {processes: 190, needs: 51}. */
  details?: Record<string, number>
}

export const noCounts = (): LoadCounts => ({ new: 0, changed: 0, unchanged: 0, gone: 0 })

/** What a live fetch is asked for. Times are UTC. */
export interface FetchRequest {
  /** The source's mark: how far it has been taken. */
  mark: string | null
  /** By the database's clock. */
  now: Date
  /** Where large snapshots may be put. */
  folder: string
  /** The publisher's address, or its stand-in in a test. */
  address: string
  since?: Date
  until?: Date
}

/**
 * Documents that are committed together. The mark moves to `mark` when all of them are loaded and enough
 * came; undefined leaves it where it is.
 */
export interface FetchedWindow {
  from?: Date
  to?: Date
  mark?: string
  /** The publisher's whole set (a register snapshot). */
  full?: boolean
  /** We hold this version already: nothing is fetched. */
  sameVersion?: boolean
  documents: AsyncIterable<SourceDocument>
}

/** When fewer rows than usual are too few, against the median of the last eight comparable pulls. */
export interface ThinRule {
  /** Share of the median below which a pull is thin: 0.95 for registers, 0.5 for daily notices. */
  share: number
  /** What a pull is compared with: those of whole snapshots, those of the same weekday, or nothing. */
  compare: 'snapshots' | 'weekdays' | 'nothing'
}

/**
 * One publisher's feed or file. Fetch takes bytes, parse is pure, load writes; the engine (pull.ts) keeps the bytes,
 * parks, counts, decides thin or complete, and moves the mark.
 */
export interface Source<Rec = unknown> {
  /** Connector id, as in `pull <id>`. */
  id: string
  description: SourceDescription
  thin: ThinRule
  /** Hosts that the live fetch may talk to, and how it behaves there. Absent: files only. */
  http?: { hosts: string[]; delayMs: number; maxBytes: number }
  /** Live pull, oldest window first. Absent: files only. */
  fetch?(request: FetchRequest, http: HttpClient): AsyncIterable<FetchedWindow>
  /** Whether the publisher gives whole sets under this file name, and of which version. */
  fullSet?(fileName: string): string | null
  /** Large documents are handed over by path, not as bytes. */
  streams?: boolean
  /** Pure: the same bytes give the same records. Throws UnexpectedContent when the document is not of this source at all. */
  parse(document: SourceDocument): Iterable<Parsed<Rec>> | AsyncIterable<Parsed<Rec>>
  /** Records a batch, at most. Default 2,000. */
  batchSize?: number
  /**
   * Writes one batch: compares a hash of the kept columns and touches only what changed. When the database refuses a
   * value, the engine undoes the batch and tries it in halves, so that one bad record costs one record.
   */
  load(tx: Tx, records: Rec[], context: LoadContext): Promise<LoadCounts>
  /** Runs after the last batch, in the same transaction: what needs all of them. Never for thin pulls. */
  finish?(tx: Tx, context: LoadContext): Promise<LoadCounts>
}

/** The document is not what this source publishes: a wrong header, a web page where JSON is due. Nothing is stored. */
export class UnexpectedContent extends BadInput {
  override name = 'UnexpectedContent'
}

/** What a caller asks the engine for. */
export interface PullRequest {
  /** Connector id, or `demo-` and the id: the same code, kept apart as demonstration. */
  sourceId: string
  cause: Cause
  /** A file on this machine instead of a live fetch. */
  file?: string
  /** The file is the whole set, whatever its name: what is missing may be marked as gone. */
  full?: boolean
  since?: Date
  until?: Date
  hubId?: string
}

/** What came of it. Counts are records; `ms` is wall time. */
export interface PullResult {
  source: string
  state: 'complete' | 'thin' | 'failed' | 'skipped-same-version'
  reason: string | null
  read: number
  new: number
  changed: number
  unchanged: number
  gone: number
  parked: number
  ms: number
  details: Record<string, number>
  /** The first hundred, for a person to look at. */
  parkedRecords: { position: string; reason: string }[]
}
