import { log } from '../../server/config/log.js'
import { type Job, type JobTools, PermanentFailure } from './job.js'
import type { ClaimedRun, RunStore } from './run-store.js'

/** Claims due runs one after the other and works them off. A run is renewed at a third of its lease. */
export class Runner {
  constructor(
    private readonly store: RunStore,
    private readonly jobs: Map<string, Job>,
    private readonly tools: JobTools,
  ) {}

  /** Works until nothing is due or `stopping` says so. Returns how many runs were done. */
  async drain(stopping: () => boolean = () => false): Promise<number> {
    let done = 0
    for (;;) {
      if (stopping()) return done
      const longest = Math.max(...[...this.jobs.values()].map(job => job.leaseSeconds))
      const run = await this.store.claim([...this.jobs.keys()], longest)
      if (!run) return done
      await this.work(run)
      done++
    }
  }

  private async work(run: ClaimedRun): Promise<void> {
    const job = this.jobs.get(run.name)!
    let progress: Record<string, unknown> = {}
    const renewal = setInterval(
      () => void this.store.renew(run, job.leaseSeconds, progress).catch(() => {}),
      (job.leaseSeconds * 1000) / 3,
    )
    try {
      const result = await job.run({
        ...this.tools,
        range: run.range_from && run.range_to ? { from: run.range_from, to: run.range_to } : null,
        arguments: run.arguments,
        progress: state => {
          progress = state
          return this.store.renew(run, job.leaseSeconds, state)
        },
      })
      if (!(await this.store.finish(run, result)))
        log.warn({ job: run.name, run: run.id }, 'finished too late: another worker has this run')
      else log.info({ job: run.name, run: run.id, attempt: run.attempt }, 'job done')
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem)
      const forGood = problem instanceof PermanentFailure || run.attempt >= job.maxAttempts
      await this.store.fail(run, message, forGood)
      log[forGood ? 'error' : 'warn']({ job: run.name, run: run.id, attempt: run.attempt, err: problem }, 'job failed')
    } finally {
      clearInterval(renewal)
    }
  }
}
