import { daysBetween } from '../../domain/needs/words.js'
import type { QueueMatchRow, QueueRows } from './queue.read-model.js'
import type { Queue, QueueQuery } from './queue.schemas.js'
import { checkItem, matchItem, type QueueCounts } from './queue.words.js'

export interface ArrangedQueue extends QueueCounts {
  groups: Queue['groups']
}

const DAYS: Record<QueueQuery['within'], number> = { due: 7, month: 30, any: Number.POSITIVE_INFINITY }

/**
 * Puts what waits into groups by what to do. The ceiling holds for a week: what was answered since Monday counts
 * against it, and a third of it is kept for ideas, so that deadlines never push them out altogether.
 */
export function arrangeQueue(rows: QueueRows, query: QueueQuery): ArrangedQueue {
  const { today } = rows.place
  const answered = rows.matches.filter(row => row.answered_today !== null)
  const inPeriod = rows.matches.filter(row => row.answered_today === null && isWithin(row, query.within, today))
  const ordered = query.sort === 'fit' ? [...inPeriod].sort(byFit) : inPeriod
  const ceiling = Math.max(0, Number(query.at_most) - answered.length)
  const ideas = ordered.filter(row => row.kind === 'second_chance')
  const firms = ordered.filter(row => row.kind === 'match')
  const shownIdeas = ideas.slice(0, Math.max(Math.floor(ceiling / 3), ceiling - firms.length))
  const shownFirms = firms.slice(0, ceiling - shownIdeas.length)
  const isDue = (row: QueueMatchRow) => row.due !== null && daysBetween(today, row.due) <= 7
  const toItem = (row: QueueMatchRow) => matchItem(row, today)
  const due = shownFirms.filter(isDue).map(toItem)
  const done = answered.filter(row => row.answered_today).map(toItem)
  const checks = rows.checks.map(row => checkItem(row, today))
  const groups: Queue['groups'] = [
    { key: 'due', title: 'Due this week', items: due },
    { key: 'later', title: 'Later', items: shownFirms.filter(row => !isDue(row)).map(toItem) },
    { key: 're_offer', title: 'Ready to re-offer', items: shownIdeas.map(toItem) },
    { key: 'check', title: 'Check before you write', items: checks },
    { key: 'done', title: 'Done today', items: done },
  ]
  return {
    groups: groups.filter(group => group.items.length > 0),
    done: done.length,
    total: groups.reduce((n, group) => n + group.items.length, 0),
    dueThisWeek: due.length,
    waiting: ordered.length - shownIdeas.length - shownFirms.length,
    outside: rows.matches.length - answered.length - inPeriod.length,
  }
}

/** How many things wait, for the number beside the rail's word. */
export const queueSize = (rows: QueueRows): number => {
  const { total, done } = arrangeQueue(rows, { within: 'any', sort: 'due', at_most: '15' })
  return total - done
}

function isWithin(row: QueueMatchRow, within: QueueQuery['within'], today: string): boolean {
  if (within === 'any') return true
  return row.due !== null && daysBetween(today, row.due) <= DAYS[within]
}

const LABELS = ['strong', 'possible', 'weak']
const byFit = (a: QueueMatchRow, b: QueueMatchRow): number =>
  LABELS.indexOf(a.label) - LABELS.indexOf(b.label) || b.score - a.score || a.match_id.localeCompare(b.match_id)
