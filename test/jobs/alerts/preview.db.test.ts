import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Previewed, previewAlerts } from '../../../jobs/alerts/preview.js'
import { readConfig } from '../../../server/config/config.js'
import { testSecrets, useDemonstration } from '../../setup/demonstration.js'

describe('the preview of the demonstration’s alerts', () => {
  const database = useDemonstration()
  const folder = mkdtempSync(join(tmpdir(), 'wellmet-preview-'))
  let result: Previewed

  beforeAll(async () => {
    result = await previewAlerts({ door: database.worker, config: readConfig({}), secrets: testSecrets }, folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('writes each mail as text, as HTML and as a message', () => {
    expect(result.subscriptions).toBe(2)
    expect(result.mails).toBe(2)
    expect(result.files.every(existsSync)).toBe(true)
    if (process.env.KEEP) for (const f of result.files) console.log(readFileSync(f, 'utf8').slice(0, 9000))
  })
})
