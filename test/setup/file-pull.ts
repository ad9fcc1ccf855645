import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { pull } from '../../jobs/sources/pull.js'
import type { PullResult } from '../../jobs/sources/source.js'
import type { TestDatabase } from './clone.js'

/** Pulls a made file of a person, with its mapping beside it where there is one. Call at the top of a describe. */
export function useFiles(database: TestDatabase) {
  const folder = mkdtempSync(join(tmpdir(), 'wellmet-made-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return async (
    sourceId: string,
    name: string,
    content: { text: string; mapping?: unknown; hubId?: string },
  ): Promise<PullResult> => {
    const file = join(folder, name)
    writeFileSync(file, content.text)
    if (content.mapping !== undefined) writeFileSync(`${file}.mapping.json`, JSON.stringify(content.mapping))
    return pull(database.worker, { sourceId, cause: 'file', file, ...(content.hubId ? { hubId: content.hubId } : {}) })
  }
}
