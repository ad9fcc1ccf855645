import { cpus, totalmem } from 'node:os'
import pg from 'pg'
import type { BenchContext, Benchmark, BenchResult } from './benchmark.js'
import { labelCurveBenchmark } from './label-curve.js'
import { rankBenchmark } from './rank.js'

/** Every benchmark by name. `whenAsked`: it prints findings and is left out of a run of all. */
const BENCHMARKS: Readonly<Record<string, { run: Benchmark; whenAsked?: boolean }>> = {
  rank: { run: rankBenchmark },
  'label-curve': { run: labelCurveBenchmark, whenAsked: true },
}

export interface BenchOptions {
  full?: boolean
  quick?: boolean
  json?: boolean
  /** Address of a PostgreSQL that peers may use (temporary tables only); null when there is none. */
  databaseUrl?: () => Promise<string | null>
  say?: (line: string) => void
}

/** Runs the named benchmarks, or all, prints one table, and with `json` one object on the last line. */
export async function runBench(names: string[], options: BenchOptions = {}): Promise<BenchResult[]> {
  const unknown = names.filter(name => !(name in BENCHMARKS))
  if (unknown.length > 0) {
    throw new RangeError(
      `There is no benchmark "${unknown.join('", "')}". There are: ${Object.keys(BENCHMARKS).join(', ')}.`,
    )
  }
  const chosen = names.length > 0 ? names : Object.keys(BENCHMARKS).filter(name => !BENCHMARKS[name]!.whenAsked)
  const say = options.say ?? (line => process.stdout.write(`${line}\n`))
  const connection = openOnce(options)
  const context: BenchContext = {
    full: options.full ?? false,
    quick: options.quick ?? false,
    say,
    database: connection.open,
  }
  const results: BenchResult[] = []
  try {
    for (const name of chosen) results.push(...(await BENCHMARKS[name]!.run(context)))
  } finally {
    await connection.close()
  }
  table(results).forEach(say)
  if (options.json) say(JSON.stringify({ machine: machine(), results }))
  return results
}

/** One connection for all peers, opened when the first of them asks. */
function openOnce(options: BenchOptions) {
  let client: Promise<pg.Client | null> | undefined
  const connect = async (): Promise<pg.Client | null> => {
    const url = (await options.databaseUrl?.()) ?? null
    if (url === null) return null
    const opened = new pg.Client({ connectionString: url })
    opened.on('error', () => {})
    await opened.connect()
    return opened
  }
  return {
    open: () => (client ??= connect().catch(() => null)),
    close: async () => (await client)?.end(),
  }
}

function machine() {
  const [first] = cpus()
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 1e9),
    node: process.version,
  }
}

function table(results: readonly BenchResult[]): string[] {
  const rows = [
    ['benchmark', 'ours', 'unit', 'peer', 'peer value', 'ratio', 'limit'],
    ...results.map(one =>
      [one.name, one.value, one.unit, one.peer, one.peer_value, one.ratio, one.limit].map(cell => String(cell ?? '-')),
    ),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}
