import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { migrate } from '../../server/database/migrate.js'
import { measureDelivery } from './delivery.js'

export interface TrustOptions {
  small: boolean
  json: boolean
  /** How many mails and kills instead of those that a promise names; for quick runs. */
  mails: number | undefined
  kills: number | undefined
  seed: string
  ownerUrl: string
  dataDir: string
}

/** The promises that can be run, by their number in the list of promises. */
export const PROMISES = ['2.1']

/** Runs the promises named (all, when none is) and prints a table, or one line of JSON. Returns whether every one holds. */
export async function runTrust(names: string[], options: TrustOptions): Promise<boolean> {
  const wrong = names.filter(name => !PROMISES.includes(name))
  if (wrong.length > 0)
    throw new RangeError(`There is no promise ${wrong.join(', ')}. There are: ${PROMISES.join(', ')}.`)
  const say = options.json ? () => {} : (line: string) => void process.stdout.write(`${line}\n`)
  await migrate(options.ownerUrl, { web: 'web', worker: 'worker' })
  const result = await measureDelivery({
    ownerUrl: options.ownerUrl,
    workerUrl: options.ownerUrl.replace('owner@', 'wellmet_worker@'),
    dataDir: options.dataDir,
    mails: options.mails ?? (options.small ? 2_000 : 10_000),
    kills: options.kills ?? 50,
    seed: options.seed,
    say,
  })
  const about = { ...machine(), seed: options.seed }
  if (options.json) process.stdout.write(`${JSON.stringify({ ...result, ...about })}\n`)
  else table(result, about).forEach(say)
  return result.promises.every(promise => promise.pass)
}

function table(result: Awaited<ReturnType<typeof measureDelivery>>, about: Record<string, unknown>): string[] {
  const rows = result.promises.map(p => [p.id, p.promise, String(p.figure), p.limit, p.pass ? 'pass' : 'FAIL'])
  const all = [['Promise', 'What is counted', 'Figure', 'Limit', ''], ...rows]
  const width = (column: number) => Math.max(...all.map(row => row[column]?.length ?? 0))
  return [
    '',
    ...all.map(row =>
      row
        .map((cell, i) => cell.padEnd(width(i)))
        .join('  ')
        .trimEnd(),
    ),
    '',
    `${result.mails} mails, ${result.kills} kills, ${result.extraHandOvers} hand-overs had to be repeated, ${result.seconds} seconds.`,
    Object.entries(about)
      .map(([key, value]) => `${key} ${value}`)
      .join(', '),
  ]
}

function machine(): Record<string, string | number> {
  const commit = () => {
    try {
      return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim()
    } catch {
      return 'unknown'
    }
  }
  return {
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    commit: commit(),
  }
}
