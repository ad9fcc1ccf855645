import { sql } from 'kysely'
import type { WorkerDoor } from '../../server/database/doors.js'
import { BadInput } from '../errors.js'

/** Health of one source, as the `sources` command prints it. Times are ISO, UTC. */
export interface SourceHealth {
  id: string
  state: string
  reason: string | null
  last_success: string | null
  last_try: string | null
  mark: string | null
  /** Records held now that came from this source. */
  rows: number
  parked: number
  next_run: string | null
  attribution: string
}

const ROWS = ['organisation', 'notice', 'challenge', 'idea', 'response', 'capability', 'need'] as const

/** Every source that has been taken at least once, by id. Needs that were read out of a source's notices do not count twice. */
export async function sourcesHealth(door: WorkerDoor): Promise<SourceHealth[]> {
  const counts = sql.join(
    ROWS.map(table => countOf(table)),
    sql` + `,
  )
  return door.withSystem('wellmet_ingest', async tx => {
    const rows = await sql<
      Omit<SourceHealth, 'last_success' | 'last_try' | 'next_run'> &
        Record<'last_success' | 'last_try' | 'next_run', Date | null>
    >`
      select s.id, s.state, s.state_reason as reason, s.last_success_at as last_success, s.last_try_at as last_try, s.mark,
        (${counts})::int as rows, (select count(*)::int from parked_record p where p.source_id = s.id and p.state = 'parked') as parked,
        s.next_run_at as next_run, s.attribution
      from source s order by s.id`.execute(tx)
    return rows.rows.map(row => ({
      ...row,
      last_success: row.last_success?.toISOString() ?? null,
      last_try: row.last_try?.toISOString() ?? null,
      next_run: row.next_run?.toISOString() ?? null,
    }))
  })
}

function countOf(table: (typeof ROWS)[number]) {
  if (table === 'response')
    return sql`(select count(*) from response r join consultation c on c.id = r.consultation_id where c.source_id = s.id)`
  const own = table === 'need' ? sql`t.notice_id is null` : sql`true`
  return sql`(select count(*) from ${sql.table(table)} t where t.source_id = s.id and ${own})`
}

/** The hub of that name or id. A person's own file belongs to one; throws BadInput with the names there are. */
export async function hubIdOf(door: WorkerDoor, nameOrId: string): Promise<string> {
  const hubs = await door.withSystem('wellmet_ingest', tx =>
    tx.selectFrom('hub').select(['id', 'name']).orderBy('name').execute(),
  )
  const found = hubs.find(hub => hub.id === nameOrId || hub.name.toLowerCase() === nameOrId.toLowerCase())
  if (found) return found.id
  throw new BadInput(
    `There is no hub "${nameOrId}". There ${hubs.length === 0 ? 'is none yet' : `are: ${hubs.map(hub => hub.name).join(', ')}`}.`,
  )
}
