import type { Kysely } from 'kysely'
import { connect } from '../connection.js'
import type { Database } from '../tables/database.js'
import { classificationCodes } from './classifications.js'
import type { Framework } from './framework.js'
import { nationalFrameworks } from './frameworks.js'
import { outwardCodes } from './outward-codes.js'
import { neighbours, places } from './places.js'

/** Writes our own reference data: places, outward codes, classifications, national and regional frameworks. Running it again changes nothing. */
export async function writeReferenceData(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async tx => {
    await tx
      .insertInto('locality')
      .values(
        places.map(p => ({
          code: p.code,
          name: p.name,
          kind: p.kind,
          parent_code: p.parent,
          valid_from: p.from,
          valid_to: p.to,
        })),
      )
      .onConflict(oc =>
        oc.column('code').doUpdateSet(eb => ({
          name: eb.ref('excluded.name'),
          kind: eb.ref('excluded.kind'),
          parent_code: eb.ref('excluded.parent_code'),
        })),
      )
      .execute()
    await tx
      .insertInto('locality_neighbour')
      .values(neighbours.map(([locality_code, neighbour_code]) => ({ locality_code, neighbour_code })))
      .onConflict(oc => oc.doNothing())
      .execute()
    await tx
      .insertInto('outward_code')
      .values(
        outwardCodes.map(o => ({
          code: o.code,
          locality_code: o.locality,
          latitude: o.latitude,
          longitude: o.longitude,
        })),
      )
      .onConflict(oc => oc.doNothing())
      .execute()
    await tx
      .insertInto('classification_code')
      .values(classificationCodes.map(c => ({ scheme: c.scheme, code: c.code, parent_code: c.parent, title: c.title })))
      .onConflict(oc => oc.columns(['scheme', 'code']).doUpdateSet(eb => ({ title: eb.ref('excluded.title') })))
      .execute()
  })
  for (const framework of nationalFrameworks) await writeFramework(db, framework)
}

/** Writes a framework with its nodes, or brings both up to date. Nodes keep their ids, so that links to them live on. */
export async function writeFramework(db: Kysely<Database>, framework: Framework): Promise<void> {
  await db.transaction().execute(async tx => {
    const row = {
      name: framework.name,
      owner: framework.owner,
      level: framework.level,
      locality_code: framework.locality,
      valid_from: framework.from,
      valid_to: framework.to,
      source_address: framework.address,
      licence: framework.licence,
      status: framework.status,
      demonstration: framework.demonstration,
    }
    const { id } = await tx
      .insertInto('framework')
      .values({ key: framework.key, ...row })
      .onConflict(oc => oc.column('key').doUpdateSet(row))
      .returning('id')
      .executeTakeFirstOrThrow()
    const ids = new Map<string, string>()
    for (const [position, node] of framework.nodes.entries()) {
      const values = {
        parent_id: node.parent === undefined ? null : (ids.get(node.parent) ?? null),
        title: node.title,
        definition: node.definition,
        position: position + 1,
        kind: node.kind,
        sic_prefixes: [...(node.sic ?? [])],
        cpv_prefixes: [...(node.cpv ?? [])],
      }
      const written = await tx
        .insertInto('framework_node')
        .values({ framework_id: id, code: node.code, ...values })
        .onConflict(oc => oc.columns(['framework_id', 'code']).doUpdateSet(values))
        .returning('id')
        .executeTakeFirstOrThrow()
      ids.set(node.code, written.id)
    }
  })
}

/** The same for an installation by its owner's address: what every installation needs before anything is pulled. */
export async function ensureReferenceData(ownerUrl: string): Promise<void> {
  const { db } = connect(ownerUrl, { max: 1, onProblem: () => {} })
  try {
    await writeReferenceData(db)
  } finally {
    await db.destroy()
  }
}
