import { sql } from 'kysely'
import type { WorkerDoor } from '../../server/database/doors.js'
import type { Secrets } from '../../server/database/secrets.js'
import { ensureDemonstrationSubscriptions } from '../alerts/demonstration.js'
import { alignAll } from '../alignment/align.js'
import { matchAll } from '../matching/match.js'
import { loadDemonstration } from './load.js'

export interface DemonstrateRequest {
  ownerUrl: string
  door: WorkerDoor
  secrets: Secrets
  /** Where the generated files are written. */
  workFolder: string
  /** The day the story is told from; today when left out. */
  date?: string
}

/** Loads the demonstration and does once what the worker does every hour, so that the first page is already full. */
export async function demonstrate({ secrets, ...request }: DemonstrateRequest): Promise<Record<string, unknown>> {
  const began = performance.now()
  const loaded = await loadDemonstration(request)
  const matched = await matchAll(request.door)
  const aligned = await alignAll(request.door)
  await ensureDemonstrationSubscriptions({ door: request.door, secrets })
  return { loaded, matched, aligned, ms: Math.round(performance.now() - began) }
}

/** Whether nothing has been loaded yet: no source was ever taken and no hub exists. */
export async function isEmpty(door: WorkerDoor): Promise<boolean> {
  const found = await door.withSystem('wellmet_ingest', tx =>
    sql<{
      empty: boolean
    }>`select not exists (select 1 from source) and not exists (select 1 from hub) as empty`.execute(tx),
  )
  return found.rows[0]?.empty ?? false
}
