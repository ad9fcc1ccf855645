import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../server/database/embedded.js'
import { migrate } from '../../server/database/migrate.js'

declare module 'vitest' {
  export interface ProvidedContext {
    ownerUrl: string
  }
}

/** One private PostgreSQL for the run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wellmet-test-'))
  const server = await startEmbedded({ dataDir, durable: false })
  await migrate(server.url, { web: 'web', worker: 'worker' })
  const client = new pg.Client({ connectionString: server.url.replace('/wellmet?', '/postgres?') })
  await client.connect()
  await client.query('alter database wellmet is_template true')
  await client.end()
  project.provide('ownerUrl', server.url)
  return async () => {
    await server.release()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
