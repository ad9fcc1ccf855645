import { log } from '../../server/config/log.js'
import type { Tx } from '../../server/database/doors.js'
import { changesBetween, versionAfter } from '../../server/domain/alerts/material.js'
import { type Hit, hitsOf } from '../../server/features/alerts/alert-scope.read-model.js'
import type { JobTools } from '../runner/job.js'
import { type Found, foundOf, keyOf, withChanges } from './alert-content.js'
import { type Answered, answersOf, type Subscriber, subscribers, watchOf } from './alerts.read-model.js'
import { AlertsStore, type Item } from './alerts.store.js'

/** What looking for news came to. */
export interface Looked {
  subscriptions: number
  found: number
  /** Alerts that could not be looked at; the log says why. */
  failed: number
}

/**
 * Looks for every running alert: what is new, or other than when it was mailed in a way that matters, becomes an item.
 * Items that wait and no longer hold go. One transaction an alert, so one that fails costs the others nothing.
 */
export async function findAlerts({ door }: Pick<JobTools, 'door'>): Promise<Looked> {
  const running = await door.withSystem('wellmet_mail', async tx => {
    await AlertsStore.tidy(tx)
    await AlertsStore.release(tx)
    return subscribers(tx)
  })
  const looked: Looked = { subscriptions: running.length, found: 0, failed: 0 }
  for (const subscriber of running) {
    try {
      looked.found += await door.withSystem('wellmet_mail', async tx =>
        (await AlertsStore.lock(tx, subscriber.id)) ? findFor(tx, subscriber) : 0,
      )
    } catch (problem) {
      log.error({ err: problem, subscription: subscriber.id }, 'this alert could not be looked at; the others go on')
      looked.failed += 1
    }
  }
  return looked
}

async function findFor(tx: Tx, subscriber: Subscriber): Promise<number> {
  const [hits, answers, items] = [
    await hitsOf(tx, watchOf(subscriber)),
    await answersOf(tx, subscriber.id),
    await AlertsStore.items(tx, subscriber.id),
  ]
  const current = foundNow(subscriber, hits, answers)
  const { fresh, outdated } = compare(current, items)
  await AlertsStore.drop(tx, outdated)
  return AlertsStore.add(tx, subscriber.id, fresh)
}

/** The hits as this reader is told of them. What was answered "not a fit" is left out; "later" leaves it out for a week. */
export function foundNow(subscriber: Subscriber, hits: Hit[], answers: Answered[]): Found[] {
  const answerTo = new Map(answers.map(answer => [`${answer.need_id} ${answer.idea_id ?? ''}`, answer]))
  return hits.flatMap((hit, position) => {
    const answer = answerTo.get(`${hit.need_id} ${hit.idea_id ?? ''}`)
    if (answer?.verdict === 'not_fit' || (answer?.verdict === 'later' && !answer.over)) return []
    const askedAgain = answer?.verdict === 'later' ? answer.day : null
    return [foundOf(hit, watchOf(subscriber), { askedAgain, placeName: subscriber.place_name, position })]
  })
}

/** What is news against what was told last (`items` come newest first), and which waiting items are no longer true. */
export function compare(current: Found[], items: Item[]): { fresh: Found[]; outdated: string[] } {
  const told = new Map<string, Item>()
  for (const item of items) {
    const key = keyOf(item.content)
    if (item.claimed && !told.has(key)) told.set(key, item)
  }
  const news = current.flatMap(found => newsOf(found, told.get(found.key)))
  const holds = new Map(news.map(found => [found.key, found.version]))
  const waiting = items.filter(item => !item.claimed)
  const outdated = waiting.filter(item => holds.get(keyOf(item.content)) !== item.material_version)
  const waits = new Set(waiting.map(item => `${keyOf(item.content)} ${item.material_version}`))
  const fresh = news.filter(found => !waits.has(`${found.key} ${found.version}`))
  return { fresh, outdated: outdated.map(item => item.id) }
}

/** A thing as news after what was told of it last, or nothing where nothing that matters is other than then. */
function newsOf(found: Found, told: Item | undefined): Found[] {
  if (!told) return [found]
  if (changesBetween(told.content.material, found.content.material).length === 0) return []
  const version = versionAfter(told.material_version, found.version)
  return [{ ...found, version, content: withChanges(found.content, told.content.material) }]
}
