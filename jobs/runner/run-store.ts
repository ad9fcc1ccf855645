import { sql } from 'kysely'
import type { WorkerDoor } from '../../server/database/doors.js'

/** A claimed row: the attempt number is the fence that keeps a slow worker from finishing its successor's run. */
export interface ClaimedRun {
  id: number
  name: string
  attempt: number
  range_from: Date | null
  range_to: Date | null
  arguments: Record<string, unknown>
}

/** Rows of `job_run`: who may run what is decided here, in PostgreSQL, and nowhere else. */
export class RunStore {
  constructor(
    private readonly door: WorkerDoor,
    private readonly owner: string,
  ) {}

  /**
   * Queues a run for every period of a schedule that has ended and has none, at most `catchUp` back, oldest first.
   * However many workers tick, a period gets one row.
   */
  async tick(schedule: { name: string; every: string; catchUp: number }): Promise<number> {
    const made = await this.door.withSystem('wellmet_jobs', tx =>
      sql`insert into job_run (name, bucket, range_from, range_to)
        select ${schedule.name}, b, b - ${schedule.every}::interval, b
        from generate_series(date_bin(${schedule.every}::interval, clock_timestamp(), 'epoch') - (${schedule.catchUp} - 1) * ${schedule.every}::interval,
          date_bin(${schedule.every}::interval, clock_timestamp(), 'epoch'), ${schedule.every}::interval) b
        where b > coalesce((select max(bucket) from job_run where name = ${schedule.name}), '-infinity')
        on conflict (name, bucket) do nothing`.execute(tx),
    )
    return Number(made.numAffectedRows ?? 0)
  }

  /** Queues one run now and returns its id. */
  async enqueue(name: string, args: Record<string, unknown>): Promise<number> {
    const made = await this.door.withSystem('wellmet_jobs', tx =>
      sql<{
        id: number
      }>`insert into job_run (name, bucket, arguments) values (${name}, clock_timestamp(), ${JSON.stringify(args)}) returning id`.execute(
        tx,
      ),
    )
    return made.rows[0]!.id
  }

  /** Takes the oldest due run among `names`, also one whose worker has been silent for longer than its lease. */
  async claim(names: string[], leaseSeconds: number): Promise<ClaimedRun | null> {
    const taken = await this.door.withSystem('wellmet_jobs', tx =>
      sql<ClaimedRun>`update job_run set state = 'running', attempt = attempt + 1, lease_owner = ${this.owner},
          lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        where id = (select id from job_run where name = any(${names}) and ((state = 'queued' and run_at <= clock_timestamp())
            or (state = 'running' and lease_until < clock_timestamp()))
          order by bucket, id for update skip locked limit 1)
        returning id, name, attempt, range_from, range_to, arguments`.execute(tx),
    )
    return taken.rows[0] ?? null
  }

  /** Renews the lease. False when the run is no longer ours. */
  async renew(run: ClaimedRun, leaseSeconds: number, progress: Record<string, unknown>): Promise<boolean> {
    return this.ifOurs(
      run,
      sql`lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}), progress = ${JSON.stringify(progress)}`,
    )
  }

  async finish(run: ClaimedRun, result: Record<string, unknown>): Promise<boolean> {
    return this.ifOurs(
      run,
      sql`state = 'done', finished_at = clock_timestamp(), lease_owner = null, lease_until = null, result = ${JSON.stringify(result)}, error = null`,
    )
  }

  /** Puts a failed run back with a growing delay (1, 4, 9 ... minutes), or ends it for good. */
  async fail(run: ClaimedRun, message: string, forGood: boolean): Promise<boolean> {
    const end = forGood
      ? sql`state = 'exhausted', finished_at = clock_timestamp()`
      : sql`state = 'queued', run_at = clock_timestamp() + make_interval(mins => attempt * attempt)`
    return this.ifOurs(run, sql`${end}, lease_owner = null, lease_until = null, error = ${message}`)
  }

  /** How a run ended. */
  async outcome(id: number): Promise<{ state: string; result: unknown; error: string | null }> {
    const found = await this.door.withSystem('wellmet_jobs', tx =>
      sql<{
        state: string
        result: unknown
        error: string | null
      }>`select state, result, error from job_run where id = ${id}`.execute(tx),
    )
    return found.rows[0]!
  }

  /** Forgets runs that ended more than thirty days ago. */
  async sweep(): Promise<void> {
    await this.door.withSystem('wellmet_jobs', tx =>
      sql`delete from job_run where state in ('done', 'cancelled') and finished_at < clock_timestamp() - interval '30 days'`.execute(
        tx,
      ),
    )
  }

  private async ifOurs(run: ClaimedRun, set: ReturnType<typeof sql>): Promise<boolean> {
    const changed = await this.door.withSystem('wellmet_jobs', tx =>
      sql`update job_run set ${set} where id = ${run.id} and attempt = ${run.attempt} and lease_owner = ${this.owner} and state = 'running'`.execute(
        tx,
      ),
    )
    return Number(changed.numAffectedRows ?? 0) === 1
  }
}
