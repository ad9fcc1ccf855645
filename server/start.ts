import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Config, publicAddress, readConfig } from './config/config.js'
import { type Installation, openInstallation } from './database/installation.js'
import { StartLock } from './start-lock.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)

/** `npm start`: database, migrations, demonstration, then the web and the worker process; ends them all on Ctrl-C. */
async function start(): Promise<void> {
  const { config, lock } = claim()
  const children: ChildProcess[] = []
  let installation: Installation | undefined
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    await Promise.all(children.map(end))
    await installation?.release()
    lock.release()
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
  try {
    await portIsFree(config)
    installation = await openInstallation(config, say)
    await run(['demo', 'load', '--if-empty'], config, children)
    if (stopping) return
    const env = { ...process.env, DATABASE_WEB_URL: installation.webUrl, DATABASE_WORKER_URL: installation.workerUrl }
    const web = keep(children, path('main.js'), env, () => stopping)
    keep(children, path('../jobs/main.js'), env, () => stopping)
    await web
    say(`Wellmet is open at ${publicAddress(config)}`)
    say(`Its data is in ${installation.dataDir}. Ctrl-C stops it.`)
  } catch (problem) {
    if (stopping) return
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    await stop(1)
  }
}

/** Reads the settings and takes the folder; ends with one sentence where either is not to be had. */
function claim(): { config: Config; lock: StartLock } {
  try {
    const config = readConfig(process.env)
    return { config, lock: StartLock.take(config.dataDir, publicAddress(config)) }
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    process.exit(1)
  }
}

/** Starts a process and starts it again when it ends by itself; resolves when it says that it is ready. */
function keep(children: ChildProcess[], file: string, env: NodeJS.ProcessEnv, stopping: () => boolean): Promise<void> {
  let early = 0
  return new Promise((ready, refuse) => {
    const launch = () => {
      const began = Date.now()
      const child = fork(file, { env })
      children.push(child)
      child.on('message', () => ready())
      child.on('exit', code => {
        children.splice(children.indexOf(child), 1)
        if (stopping()) return
        early = Date.now() - began < 10_000 ? early + 1 : 0
        if (early >= 3)
          refuse(
            new Error(`${file} ended three times right after it was started (code ${code}); its message stands above.`),
          )
        else setTimeout(launch, 1000)
      })
    }
    launch()
  })
}

/** Runs a command of the command line to its end, with the same settings. */
async function run(args: string[], config: Config, children: ChildProcess[]): Promise<void> {
  const child = fork(path('../jobs/cli.js'), args, { env: { ...process.env, WELLMET_DATA_DIR: config.dataDir } })
  children.push(child)
  const code = await new Promise<number | null>(done => child.on('exit', done))
  children.splice(children.indexOf(child), 1)
  if (code !== 0)
    throw new Error('The demonstration could not be loaded; the reason stands above. Nothing of it was kept.')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>(done => child.once('exit', () => done()))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(late)
}

async function portIsFree(config: Config): Promise<void> {
  await new Promise<void>((free, taken) => {
    const probe = createServer()
    probe.once('error', (problem: NodeJS.ErrnoException) => {
      const next = config.port === 3000 ? 3001 : config.port + 1
      taken(
        new Error(
          problem.code === 'EADDRINUSE'
            ? `Port ${config.port} is taken by another program. Start on another one: PORT=${next} npm start`
            : `Wellmet cannot listen on ${config.host}:${config.port} (${problem.code}). Set HOST and PORT to an address of this machine.`,
        ),
      )
    })
    probe.listen(config.port, config.host, () => probe.close(() => free()))
  })
}

void start()
