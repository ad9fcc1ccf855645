import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../rules/source-files.js'

// The same run as `npm run trust -- 2.1`, small enough for every day: 600 mails, 12 kills. Its judge is the relay's ledger.
describe('a worker that is killed while it sends to a faulty relay', () => {
  it('loses no mail and doubles none', { timeout: 180_000 }, () => {
    const run = spawnSync(
      process.execPath,
      [join(root, 'trust.mjs'), '2.1', '--mails', '600', '--kills', '12', '--json'],
      {
        encoding: 'utf8',
      },
    )
    expect(run.stderr).toBe('')
    const { mails, kills, promises } = JSON.parse(run.stdout) as {
      mails: number
      kills: number
      promises: { id: string; figure: number; pass: boolean }[]
    }
    const figure = (id: string) => promises.find(p => p.id === id)?.figure
    expect({
      mails,
      kills,
      lost: figure('2.1 lost'),
      doubled: figure('2.1 doubled'),
      unsure: figure('2.1 unsure'),
    }).toEqual({
      mails: 600,
      kills: 12,
      lost: 0,
      doubled: 0,
      unsure: 0,
    })
    expect(run.status).toBe(0)
  })
})
