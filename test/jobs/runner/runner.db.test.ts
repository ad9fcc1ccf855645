import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type Job, jobTable, PermanentFailure } from '../../../jobs/runner/job.js'
import { RunStore } from '../../../jobs/runner/run-store.js'
import { Runner } from '../../../jobs/runner/runner.js'
import { readConfig } from '../../../server/config/config.js'
import { useDatabase } from '../../setup/clone.js'

const secrets = { webPassword: '', workerPassword: '', addressKey: '', addressPepper: '' }

describe('the job runner', () => {
  const database = useDatabase()
  const storeOf = (owner: string) => new RunStore(database.worker, owner)
  const runnerOf = (owner: string, ...jobs: Job[]) =>
    new Runner(storeOf(owner), jobTable(jobs), { door: database.worker, config: readConfig({}), secrets })
  const job = (name: string, run: Job['run'], more: Partial<Job> = {}): Job => ({
    name,
    leaseSeconds: 30,
    maxAttempts: 3,
    run,
    ...more,
  })
  const rows = (name: string) =>
    database.owner.selectFrom('job_run').selectAll().where('name', '=', name).orderBy('bucket').execute()

  it('gives every period of a schedule one run, however many workers tick', async () => {
    const stores = ['a', 'b', 'c'].map(storeOf)
    for (let round = 0; round < 3; round++)
      await Promise.all(stores.map(s => s.tick({ name: 'hourly', every: '1 hour', catchUp: 3 })))
    const made = await rows('hourly')
    expect(made).toHaveLength(3)
    for (const run of made) expect(run.range_to!.getTime() - run.range_from!.getTime()).toBe(3_600_000)
  })

  it('works off due runs oldest first, each once', async () => {
    const seen: string[] = []
    const noted = job('hourly', async c => {
      seen.push(c.range!.from.toISOString())
      return {}
    })
    const done = await Promise.all([runnerOf('a', noted).drain(), runnerOf('b', noted).drain()])
    expect(done[0]! + done[1]!).toBe(3)
    expect(new Set(seen).size).toBe(3)
  })

  it("hands a silent worker's run to another, and does not let the slow one finish it", async () => {
    const id = await storeOf('slow').enqueue('long', { x: 1 })
    const slow = await storeOf('slow').claim(['long'], 0.05)
    await sleep(80)
    const taken = await storeOf('quick').claim(['long'], 30)
    expect([slow?.id, taken?.id, taken?.attempt]).toEqual([id, id, 2])
    expect(await storeOf('slow').finish(slow!, {})).toBe(false)
    expect(await storeOf('quick').finish(taken!, { ok: true })).toBe(true)
    expect((await rows('long'))[0]).toMatchObject({ state: 'done', result: { ok: true } })
  })

  it('tries again later after a passing failure, and never after a permanent one', async () => {
    await storeOf('a').enqueue('passing', {})
    await runnerOf(
      'a',
      job('passing', async () => Promise.reject(new Error('no answer'))),
    ).drain()
    expect((await rows('passing'))[0]).toMatchObject({ state: 'queued', attempt: 1, error: 'no answer' })
    await storeOf('a').enqueue('permanent', {})
    await runnerOf(
      'a',
      job('permanent', async () => Promise.reject(new PermanentFailure('no such file'))),
    ).drain()
    expect((await rows('permanent'))[0]).toMatchObject({ state: 'exhausted', attempt: 1, error: 'no such file' })
  })

  it('refuses two jobs of one name', () => {
    expect(() => jobTable([job('twice', async () => ({})), job('twice', async () => ({}))])).toThrow(
      'Two jobs are called twice',
    )
  })
})
