import type { Job, JobTools } from '../runner/job.js'
import { composeDue } from './compose.js'
import { findAlerts } from './find.js'
import { type Sent, sendDue } from './send.js'

/** What the schedule runs: look for news, then write the digests that are due. Sending has a rhythm of its own. */
export const alertJobs: Job[] = [
  {
    name: 'alerts',
    leaseSeconds: 300,
    maxAttempts: 5,
    run: async context => {
      const looked = await findAlerts(context)
      if (!(await context.progress({ ...looked }))) return { ...looked }
      const written = await composeDue(context)
      return { ...looked, ...written, failed: looked.failed + written.failed }
    },
  },
]

/** The three steps at once, for the command line: look for news, write what is due, hand it over. */
export async function sendAlerts(tools: JobTools): Promise<Sent> {
  await findAlerts(tools)
  await composeDue(tools)
  return sendDue(tools)
}
