import { countHits } from '../../server/features/alerts/alert-scope.read-model.js'
import type { JobTools } from '../runner/job.js'
import { around, subscribers, watchOf } from './alerts.read-model.js'

/** What one running alert would have brought, and how good its items have been by its reader's own answers. */
export interface BackTested {
  id: string
  now: number
  seven_days: number
  ninety_days: number
  last_on: string | null
  answers: number
  fit: number
}

/** Back-tests every running alert over the last 90 days. Changes nothing. */
export async function backtestAlerts({ door }: Pick<JobTools, 'door'>): Promise<{ alerts: BackTested[] }> {
  return door.withSystem('wellmet_mail', async tx => {
    const alerts: BackTested[] = []
    for (const subscriber of await subscribers(tx)) {
      const { now, seven_days, ninety_days, last_on } = await countHits(tx, watchOf(subscriber))
      const { n, fit } = (await around(tx, subscriber)).answers
      alerts.push({ id: subscriber.id, now, seven_days, ninety_days, last_on, answers: n, fit })
    }
    return { alerts }
  })
}
