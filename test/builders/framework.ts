import type { Kysely } from 'kysely'
import type { Database } from '../../sql/tables/database.js'
import type { NewFramework } from '../../sql/tables/framework.js'
import type { NewFrameworkNode } from '../../sql/tables/framework-node.js'

type NodeWish = Partial<NewFrameworkNode> & { code: string; title: string; definition: string }

/** Adds a made strategy with its priorities in the given order. Returns node ids by code. */
export async function addFramework(
  db: Kysely<Database>,
  framework: Partial<NewFramework> & { key: string },
  nodes: (NodeWish & { parent?: string })[],
): Promise<{ id: string; nodes: Record<string, string> }> {
  const { id } = await db
    .insertInto('framework')
    .values({
      name: `Made strategy ${framework.key}`,
      owner: 'Made council',
      level: 'local',
      valid_from: '2022-12-01',
      source_address: 'https://strategy.example/',
      licence: 'Own wording',
      status: 'current',
      ...framework,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const ids: Record<string, string> = {}
  for (const [position, { parent, ...node }] of nodes.entries()) {
    const row = await db
      .insertInto('framework_node')
      .values({ framework_id: id, position, kind: 'theme', parent_id: parent ? ids[parent]! : null, ...node })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids[node.code] = row.id
  }
  return { id, nodes: ids }
}
