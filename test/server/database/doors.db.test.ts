import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { anonymous } from '../../../server/database/actor.js'
import { useDatabase } from '../../setup/clone.js'

describe('the doors to the database', () => {
  const database = useDatabase()

  it('tell row-level security who is asking, and forget it when the transaction ends', async () => {
    const hubId = '00000000-0000-4000-8000-000000000001'
    const who = () =>
      sql<{
        hub: string | null
        role: string
        user: string
      }>`select actor_hub() as hub, actor_role() as role, current_user as user`
    const inside = await database.web.withActor({ ...anonymous, hubId, role: 'officer' }, tx => who().execute(tx))
    const after = await database.web.withActor(anonymous, tx => who().execute(tx))
    expect(inside.rows[0]).toEqual({ hub: hubId, role: 'officer', user: 'wellmet_web' })
    expect(after.rows[0]).toEqual({ hub: null, role: 'anonymous', user: 'wellmet_web' })
  })

  it('let the worker step into a system role and touch nothing outside it', async () => {
    const count = database.worker.withSystem('wellmet_jobs', tx => sql`select count(*) from job_run`.execute(tx))
    await expect(count).resolves.toBeDefined()
    const outside = database.worker.withSystem('wellmet_jobs', tx => sql`select * from need`.execute(tx))
    await expect(outside).rejects.toThrow('permission denied for table need')
  })
})
