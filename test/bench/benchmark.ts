import type pg from 'pg'

/** One figure beside that of a peer from the same run; `ratio` is ours / peer. */
export interface BenchResult {
  name: string
  value: number
  unit: string
  peer: string | null
  peer_value: number | null
  ratio: number | null
  /** What it must hold, in words and with its number: "at least 0.415". */
  limit: string | null
}

export interface BenchContext {
  /** Slow peers get the time of the published comparison instead of a short one. */
  full: boolean
  /** A few small sets only: to see that it runs. */
  quick: boolean
  /** A line for the reader while it runs. */
  say: (line: string) => void
  /** A PostgreSQL of its own for peers, or null where none can be reached. Ended by the caller. */
  database: () => Promise<pg.Client | null>
}

export type Benchmark = (context: BenchContext) => Promise<BenchResult[]>

/** A result with its ratio. */
export function beside(
  ours: Pick<BenchResult, 'name' | 'value' | 'unit' | 'limit'>,
  peer: string | null,
  peerValue: number | null,
): BenchResult {
  const ratio = peerValue === null || peerValue === 0 ? null : round(ours.value / peerValue)
  return { ...ours, value: round(ours.value), peer, peer_value: peerValue === null ? null : round(peerValue), ratio }
}

const round = (value: number): number => Number(value.toPrecision(4))
