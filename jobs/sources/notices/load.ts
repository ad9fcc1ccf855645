import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../server/database/doors.js'
import { type LoadContext, type LoadCounts, noCounts } from '../source.js'
import { compile, type Process } from './compile.js'
import { linkByIdentifier } from './link.store.js'
import { writeNotices } from './notice.store.js'
import type { Release } from './release.js'

/**
 * Writes a batch of releases and compiles the processes they belong to. Counts are releases: new, changed (the id is
 * known with other content; both are kept and the last taken wins) and unchanged. Details count processes and needs.
 */
export async function load(tx: Tx, releases: Release[], context: LoadContext): Promise<LoadCounts> {
  const rows = releases.map(release => ({ release, hash: hashOf(release) }))
  const known = await knownReleases(tx, context.sourceId, releases)
  const counts = noCounts()
  const fresh: typeof rows = []
  for (const row of rows) {
    const id = keyOf(row.release)
    const hashes = known.get(id)
    if (hashes?.has(row.hash)) counts.unchanged++
    else {
      counts[hashes ? 'changed' : 'new']++
      known.set(id, new Set([...(hashes ?? []), row.hash]))
      fresh.push(row)
    }
  }
  await writeReleases(tx, fresh, context)
  const written = await writeNotices(tx, await processesOf(tx, fresh, context), context)
  await linkByIdentifier(tx, context)
  return { ...counts, details: { ...written, ...kinds(releases) } }
}

const keyOf = (release: Release): string => `${release.ocid} ${release.id}`

const hashOf = (release: Release): string => createHash('sha256').update(JSON.stringify(release)).digest('hex')

/** How many processes a batch belongs to, and of which kinds its publications are. */
function kinds(releases: Release[]): Record<string, number> {
  const details: Record<string, number> = { processes: new Set(releases.map(release => release.ocid)).size }
  for (const { kind } of releases) details[kind] = (details[kind] ?? 0) + 1
  return details
}

async function knownReleases(tx: Tx, sourceId: string, releases: Release[]): Promise<Map<string, Set<string>>> {
  const ocids = [...new Set(releases.map(release => release.ocid))]
  const rows = await sql<{ ocid: string; release_id: string; hash: string }>`
    select ocid, release_id, encode(content_hash, 'hex') as hash from notice_release
    where source_id = ${sourceId} and ocid = any(${ocids}::text[])`.execute(tx)
  const known = new Map<string, Set<string>>()
  for (const { ocid, release_id, hash } of rows.rows) {
    const id = `${ocid} ${release_id}`
    known.set(id, new Set([...(known.get(id) ?? []), hash]))
  }
  return known
}

async function writeReleases(tx: Tx, rows: { release: Release; hash: string }[], context: LoadContext): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ release, hash }, i) => ({
    ocid: release.ocid,
    id: release.id,
    tags: release.tags,
    type: release.noticeType,
    at: release.publishedAt,
    body: release,
    hash,
    i,
  }))
  // Within one statement every row would be taken at nearly the same moment: the position keeps the order.
  await sql`insert into notice_release (source_id, ocid, release_id, tags, notice_type, published_at, body, content_hash, pull_id, taken_at)
    select ${context.sourceId}, r.ocid, r.id, r.tags, r.type, r.at, r.body, decode(r.hash, 'hex'), ${context.pullId},
      statement_timestamp() + r.i * interval '1 microsecond'
    from json_to_recordset(${JSON.stringify(values)}::json) as r(ocid text, id text, tags text[], type text, at timestamptz, body jsonb,
      hash text, i integer)`.execute(tx)
}

/** Every process that the fresh releases belong to, compiled from all its releases, each as last taken. */
async function processesOf(tx: Tx, fresh: { release: Release }[], context: LoadContext): Promise<Process[]> {
  const ocids = [...new Set(fresh.map(({ release }) => release.ocid))]
  if (ocids.length === 0) return []
  const rows = await sql<{ ocid: string; body: Release }>`
    select distinct on (ocid, release_id) ocid, body from notice_release
    where source_id = ${context.sourceId} and ocid = any(${ocids}::text[])
    order by ocid, release_id, taken_at desc`.execute(tx)
  const byOcid = new Map<string, Release[]>()
  for (const { ocid, body } of rows.rows) byOcid.set(ocid, [...(byOcid.get(ocid) ?? []), body])
  return [...byOcid.values()].map(releases => compile(releases))
}
