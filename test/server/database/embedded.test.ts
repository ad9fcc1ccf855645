import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { type EmbeddedDatabase, isAlive, startEmbedded } from '../../../server/database/embedded.js'

const folders: string[] = []
const folder = (...more: string[]): string => {
  const made = mkdtempSync(join(tmpdir(), 'wellmet-embedded-'))
  chmodSync(made, 0o755)
  folders.push(made)
  return join(made, ...more)
}
const ask = async (server: EmbeddedDatabase, text: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const result = await client.query(text)
  await client.end()
  return result.rows
}
const postmaster = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'database', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('the embedded database', () => {
  afterEach(() => {
    for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
  })

  it('is joined by a second user and stops with the last', async () => {
    const dataDir = folder('data')
    const first = await startEmbedded({ dataDir, durable: false })
    const second = await startEmbedded({ dataDir, durable: false })
    const pid = postmaster(dataDir)
    expect([first.started, second.started]).toEqual([true, false])
    await first.release()
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.release()
    expect([existsSync(join(dataDir, 'database', 'postmaster.pid')), isAlive(pid)]).toEqual([false, false])
  })

  it('listens on no port and lives in a private folder', async () => {
    const server = await startEmbedded({ dataDir: folder('data'), durable: false })
    const [settings] = await ask(
      server,
      `select current_setting('listen_addresses') as port, current_setting('data_checksums') as checksums`,
    )
    await server.release()
    expect(settings).toEqual({ port: '', checksums: 'on' })
  })

  it('heals after the server was killed: what was committed is there', async () => {
    const dataDir = folder('data')
    const first = await startEmbedded({ dataDir })
    await ask(first, 'create table kept as select generate_series(1, 1000) as n')
    process.kill(postmaster(dataDir), 'SIGKILL')
    const again = await startEmbedded({ dataDir })
    expect(await ask(again, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
    await Promise.all([first.release(), again.release()])
    await again.release()
  })

  it('finds room for its socket under a very deep folder', async () => {
    const server = await startEmbedded({ dataDir: folder('a'.repeat(60), 'b'.repeat(60), 'data'), durable: false })
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.release()
  })

  const root = process.getuid?.() === 0
  it.skipIf(!root)('runs as root under a folder that only root may enter', async () => {
    const closed = folder('closed')
    mkdirSync(closed, { mode: 0o700 })
    const server = await startEmbedded({ dataDir: join(closed, 'data'), durable: false })
    const [row] = await ask(server, 'select count(*)::int as n from pg_database')
    await server.release()
    expect(row).toEqual({ n: 4 })
  })

  it.skipIf(!root)('says what to do when the disk is full, and changes nothing', async context => {
    const small = folder('small')
    mkdirSync(small)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', small]).status === 0
    if (!mounted) return context.skip('needs the right to mount a small file system')
    try {
      await expect(startEmbedded({ dataDir: join(small, 'data') })).rejects.toThrow(
        /has \d+ MB left; the database needs 400 MB\. Free some space, or set WELLMET_DATA_DIR/,
      )
      expect(existsSync(join(small, 'data', 'database'))).toBe(false)
    } finally {
      spawnSync('umount', [small])
    }
  })
})
