import { join } from 'node:path'
import type { WorkerDoor } from '../../server/database/doors.js'
import { connect } from '../../sql/connection.js'
import { clearRows } from '../../sql/demo/clear.js'
import { generateDemonstration, type MadeFile } from '../../sql/demo/generate.js'
import { type HubIds, pinToday, todayOf, writeAccounts, writeHubs, writeStrategy } from '../../sql/demo/people.js'
import { ensureReferenceData } from '../../sql/reference/ensure.js'
import { pull } from '../sources/pull.js'

export interface LoadRequest {
  ownerUrl: string
  /** Should not have been used yet when `date` is given: connections that are open keep the old day. */
  door: WorkerDoor
  /** Fixes the day that the story is told from; left out, it is today by the database's clock. */
  date?: string
  /** Where the generated files are written. */
  workFolder: string
}

/** What was loaded: per source the records read and parked, and the time it took. */
export interface Loaded {
  date: string
  files: number
  sources: Record<string, { read: number; parked: number }>
  ms: number
}

/**
 * Makes the demonstration's files and takes them in through the same connectors that read the publishers' files.
 * A demonstration that is there already is removed first, with what people did in it.
 */
export async function loadDemonstration({ ownerUrl, door, date, workFolder }: LoadRequest): Promise<Loaded> {
  const began = performance.now()
  await ensureReferenceData(ownerUrl)
  const { db } = connect(ownerUrl, { max: 2, onProblem: () => {} })
  try {
    await clearRows(db)
    if (date !== undefined) await pinToday(db, date)
    const day = date ?? (await todayOf(db))
    const hubs = await writeHubs(db)
    await writeStrategy(db)
    const files = generateDemonstration({ folder: workFolder, date: day })
    const sources = await takeIn(door, files, { workFolder, hubs })
    await writeAccounts(db, hubs)
    return { date: day, files: files.length, sources, ms: Math.round(performance.now() - began) }
  } finally {
    await db.destroy()
  }
}

async function takeIn(
  door: WorkerDoor,
  files: readonly MadeFile[],
  { workFolder, hubs }: { workFolder: string; hubs: HubIds },
): Promise<Loaded['sources']> {
  const sources: Loaded['sources'] = {}
  for (const { connector, name, hub } of files) {
    const sourceId = `demo-${connector}`
    const file = join(workFolder, name)
    const result = await pull(door, { sourceId, cause: 'file', file, ...(hub ? { hubId: hubs[hub] } : {}) })
    const sum = sources[sourceId] ?? { read: 0, parked: 0 }
    sources[sourceId] = { read: sum.read + result.read, parked: sum.parked + result.parked }
  }
  return sources
}
