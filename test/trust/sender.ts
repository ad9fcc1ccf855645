import { setTimeout as wait } from 'node:timers/promises'
import { sendDue } from '../../jobs/alerts/send.js'
import { readConfig } from '../../server/config/config.js'
import { openWorkerDoor } from '../../server/database/doors.js'
import { secretsOf } from '../../server/database/secrets.js'
import { QUICK } from './rhythm.js'

// A worker that only sends, as a process that can be killed. It ends by itself when nothing is left to do.

const config = readConfig(process.env)
const door = openWorkerDoor(process.env.TRUST_WORKER_URL ?? '', { max: 6, onProblem: () => {} })
const tools = { door, config, secrets: secretsOf(config.dataDir) }

// Whoever started this process is gone: nobody would judge what it sends.
process.once('disconnect', () => process.exit(1))

const isOpen = (): Promise<boolean> =>
  door.withSystem('wellmet_mail', async tx => {
    const left = await tx
      .selectFrom('outbox_message')
      .select('id')
      .where('state', 'in', ['queued', 'handing_over', 'unknown'])
      .limit(1)
      .execute()
    return left.length > 0
  })

while (await isOpen()) {
  await sendDue(tools, QUICK)
  await wait(100)
}
await door.close()
process.exit(0)
