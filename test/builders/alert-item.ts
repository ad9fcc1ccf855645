import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AlertContent } from '../../server/domain/alerts/content.js'
import type { Database } from '../../sql/tables/database.js'

/** Invented content of an alert: a strong match of the reader's own organisation. */
export const alertContent = (wish: Partial<AlertContent> = {}): AlertContent => ({
  needId: '00000000-0000-4000-8000-000000000187',
  needTitle: 'Visits that notice decline early, for people living alone in the dales',
  idea: null,
  organisationId: '00000000-0000-4000-8000-000000000001',
  label: 'strong',
  place: 'Weardale and Teesdale',
  buyer: 'County Durham adult care',
  stage: { words: 'Early talks, not yet a tender', notAnOpportunity: null },
  material: { deadline: '2026-12-18', money: '£120,000 first phase', label: 'strong', state: 'open', askedAgain: null },
  voices: [
    { speaker: 'The need', quote: 'We want staff to notice small changes', marks: [[14, 37]] },
    {
      speaker: 'Your contract summary, September 2025',
      quote: 'trend shows early signs to the team lead',
      marks: [[0, 23]],
    },
  ],
  against: 'You ran with 40 clients; this is for about 2,300.',
  unknown: 'Whether it works without mobile signal. That could change the label.',
  changes: [],
  ...wish,
})

/** Adds an item that waits for a digest. Returns its id. */
export async function addItem(
  db: Kysely<Database>,
  {
    subscriptionId,
    rank = 0,
    content = {},
  }: { subscriptionId: string; rank?: number; content?: Partial<AlertContent> },
): Promise<string> {
  const whole = alertContent(content)
  const { id } = await db
    .insertInto('alert_item')
    .values({
      subscription_id: subscriptionId,
      thing_kind: whole.idea ? 'idea' : 'need',
      thing_id: whole.idea?.id ?? whole.needId,
      material_version: randomUUID(),
      content: JSON.stringify(whole),
      rank,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
