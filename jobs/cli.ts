import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { type Config, ConfigProblem, readConfig } from '../server/config/config.js'
import { openWorkerDoor, type WorkerDoor } from '../server/database/doors.js'
import { EmbeddedProblem } from '../server/database/embedded.js'
import { DatabaseProblem, type Installation, openInstallation } from '../server/database/installation.js'
import { backtestAlerts } from './alerts/backtest.js'
import { sendAlerts } from './alerts/jobs.js'
import { previewAlerts } from './alerts/preview.js'
import { alignAll } from './alignment/align.js'
import { clearDemonstration } from './demo/clear.js'
import { demonstrate, isEmpty } from './demo/demonstrate.js'
import { doctor } from './doctor/doctor.js'
import { BadInput, Unreachable } from './errors.js'
import { matchAll } from './matching/match.js'
import { rankFiles } from './matching/rank.js'
import { jobTable } from './runner/job.js'
import { RunStore } from './runner/run-store.js'
import { Runner } from './runner/runner.js'
import { jobs } from './schedule.js'
import { RefusedAddress } from './sources/http-client.js'
import { pull } from './sources/pull.js'
import { hubIdOf, sourcesHealth } from './sources/sources.read-model.js'

// The command line. Every command is one call of what the jobs call too; --json prints one object on the last line.
// Exit codes: 0 done, 2 bad input (nothing changed), 3 a source or the database is out of reach (run it again).

interface Tools {
  door: WorkerDoor
  config: Config
  installation: Installation
}

const program = new Command('wellmet')
  .description('Needs, the people who can meet them, and ideas that were not adopted.')
  .exitOverride()

/** Declares a command that works on the installation's database: the running one, or its own for as long as it takes. */
function onDatabase(
  command: Command,
  work: (tools: Tools, args: string[], options: Record<string, unknown>) => Promise<object>,
): void {
  command.option('--json', 'print one JSON object on the last line').action(async (...given: unknown[]) => {
    const options = command.opts()
    const args = given.slice(0, -2).filter(arg => typeof arg === 'string')
    const config = readConfig(process.env)
    const installation = await openInstallation(config)
    const door = openWorkerDoor(installation.workerUrl, { max: 4, onProblem: () => {} })
    try {
      print(await work({ door, config, installation }, args, options), options.json === true)
    } finally {
      await door.close()
      await installation.release()
    }
  })
}

const day = (text: string): string => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('Write the day as 2026-11-24.')
  return text
}
const time = (text: string): Date => {
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) throw new InvalidArgumentError('Write the time as 2026-11-24T06:00:00Z.')
  return moment
}
const count = (text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Write a whole number above 0.')
  return number
}

onDatabase(
  program
    .command('pull <source>')
    .description('take from a publisher, or read a file of theirs')
    .option('--file <path>', 'a file on this machine')
    .option('--full', 'the file is the whole set: what is missing has gone')
    .option('--since <time>', 'from this time', time)
    .option('--until <time>', 'up to this time', time)
    .option('--hub <name>', 'the hub whose own file it is'),
  async ({ door, config }, [sourceId = ''], o) => {
    const request = { sourceId, cause: 'person' as const, full: o.full === true }
    const file = typeof o.file === 'string' ? { file: o.file, cause: 'file' as const } : {}
    const window = {
      ...(o.since instanceof Date ? { since: o.since } : {}),
      ...(o.until instanceof Date ? { until: o.until } : {}),
    }
    const hub = typeof o.hub === 'string' ? { hubId: await hubIdOf(door, o.hub) } : {}
    return pull(
      door,
      { ...request, ...file, ...window, ...hub },
      config.publicUrl ? { publicAddress: config.publicUrl } : {},
    )
  },
)
onDatabase(program.command('sources').description('health of each source'), async ({ door }) => ({
  sources: await sourcesHealth(door),
}))
onDatabase(
  program
    .command('match')
    .description('match needs to organisations and ideas')
    .option('--need <id>', 'only this need'),
  ({ door }, _, o) => matchAll(door, typeof o.need === 'string' ? o.need : null),
)
onDatabase(
  program.command('align').description('compare needs, ideas, organisations and awards with the strategies'),
  ({ door }) => alignAll(door),
)
onDatabase(
  program.command('doctor').description('what is wrong with this installation, and what to do'),
  ({ door, config }) => doctor(door, config),
)
onDatabase(
  program.command('run-job <name>').description('run one of the scheduled jobs now'),
  async ({ door, config, installation }, [name = '']) => {
    const table = jobTable(jobs)
    const job = table.get(name)
    if (!job) throw new BadInput(`There is no job called "${name}". There are: ${[...table.keys()].join(', ')}.`)
    const store = new RunStore(door, `cli-${process.pid}`)
    const id = await store.enqueue(name, {})
    await new Runner(store, new Map([[name, job]]), { door, config, secrets: installation.secrets }).drain()
    return store.outcome(id)
  },
)

const alerts = program.command('alerts').description('back-test, preview or send what subscribers are due')
onDatabase(
  alerts.command('backtest').description('what each running alert would have brought in the last 90 days'),
  ({ door }) => backtestAlerts({ door }),
)
onDatabase(
  alerts
    .command('preview')
    .requiredOption('--out <folder>', 'where the mails are written')
    .description('write the mails that are due, send nothing'),
  ({ door, config, installation }, _, o) =>
    previewAlerts({ door, config, secrets: installation.secrets }, String(o.out)),
)
onDatabase(alerts.command('send').description('compose and send what is due now'), ({ door, config, installation }) =>
  sendAlerts({ door, config, secrets: installation.secrets }),
)

const demo = program.command('demo').description('the demonstration county')
onDatabase(
  demo
    .command('load')
    .option('--date <day>', 'the day it is told from (default: today)', day)
    .option('--if-empty', 'only where nothing has been loaded')
    .description('load the demonstration'),
  async ({ door, installation }, _, o) => {
    if (o.ifEmpty === true && !(await isEmpty(door))) return { loaded: false }
    const date = typeof o.date === 'string' ? { date: o.date } : {}
    return demonstrate({
      ownerUrl: installation.ownerUrl,
      door,
      secrets: installation.secrets,
      workFolder: `${installation.dataDir}/demonstration`,
      ...date,
    })
  },
)
onDatabase(demo.command('clear').description('remove the demonstration and touch no other row'), ({ installation }) =>
  clearDemonstration({ ownerUrl: installation.ownerUrl }),
)

program
  .command('rank')
  .description('rank a corpus for a set of queries (files in, TREC run out)')
  .requiredOption('--corpus <path>', 'lines of {id, title, text}')
  .requiredOption('--queries <path>', 'lines of {id, text}')
  .requiredOption('--out <path>', 'the run')
  .option('--depth <n>', 'documents a query', count, 1000)
  .option('--json', 'print one JSON object on the last line')
  .action(async (o: { corpus: string; queries: string; out: string; depth: number; json?: boolean }) =>
    print(await rankFiles(o), o.json === true),
  )

/** People get a line a member, programs one JSON object. */
function print(result: object, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`)
  else
    for (const [key, value] of Object.entries(result))
      process.stdout.write(
        `${key.replaceAll('_', ' ')}: ${typeof value === 'object' ? JSON.stringify(value, null, 1) : value}\n`,
      )
}

function exitCode(problem: unknown): number {
  if (problem instanceof CommanderError) return problem.exitCode === 0 ? 0 : 2
  if (problem instanceof BadInput || problem instanceof ConfigProblem) return 2
  if (
    problem instanceof Unreachable ||
    problem instanceof RefusedAddress ||
    problem instanceof DatabaseProblem ||
    problem instanceof EmbeddedProblem
  )
    return 3
  return 1
}

try {
  await program.parseAsync()
} catch (problem) {
  if (!(problem instanceof CommanderError))
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  if (exitCode(problem) === 1 && problem instanceof Error) process.stderr.write(`${problem.stack}\n`)
  process.exitCode = exitCode(problem)
}
