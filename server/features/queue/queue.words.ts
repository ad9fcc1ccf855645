import { day, listOf, many } from '../../domain/economy/figures.js'
import { dueWords, startWords, verb } from '../../domain/needs/words.js'
import type { QueueCheckRow, QueueMatchRow, QueueRows } from './queue.read-model.js'
import type { QueueItem } from './queue.schemas.js'

export interface QueueCounts {
  done: number
  total: number
  dueThisWeek: number
  /** Above the ceiling: they wait until next Monday. */
  waiting: number
  /** Outside the period asked for. */
  outside: number
}

/** "Fourteen things for your firms. Three are due this week.": what waits, what is urgent. */
export function queueHeadline({ done, total, dueThisWeek }: QueueCounts): string {
  const left = total - done
  if (left === 0)
    return done === 0
      ? 'Nothing waits for you here.'
      : `Nothing is left. ${startWords(done)} ${verb(done, 'is', 'are')} done today.`
  const head = left === 1 ? 'One thing waits for you.' : `${startWords(left)} things wait for you.`
  if (dueThisWeek === 0) return `${head} ${left === 1 ? 'It is not' : 'None is'} due this week.`
  if (left === 1) return 'One thing waits for you, and it is due this week.'
  return `${head} ${startWords(dueThisWeek)} ${verb(dueThisWeek, 'is', 'are')} due this week.`
}

/** The foot: what the ceiling, the period, "later" and missing dates leave out. */
export function queueNotInHere(arranged: QueueCounts, rows: QueueRows, ceiling: string): string {
  const parts = [
    arranged.waiting > 0
      ? `anything above your ceiling of ${ceiling} a week (${arranged.waiting} ${verb(arranged.waiting, 'waits', 'wait')} until next Monday)`
      : null,
    arranged.outside > 0 ? `what is due after the period above or has no date (${arranged.outside})` : null,
    rows.postponed > 0 ? `what was set to later within seven days (${rows.postponed})` : null,
    'all but the first organisation for each need: the next one comes when you have answered',
    'stale needs',
    'ideas for which a recorded reason still holds',
  ]
  return `${parts.filter(part => part !== null).join('; ')}. A match is information, not invitation.`
}

const VERDICTS: Record<string, string> = {
  fit: 'Marked as a fit',
  not_fit: 'Not a fit',
  later: 'Later',
  contacted: 'Contacted',
  asked: 'The owner was asked',
}

/** A match or a second chance as one line of the queue. */
export function matchItem(row: QueueMatchRow, today: string): QueueItem {
  const done =
    row.verdict === null ? null : row.feedback_id ? { feedback_id: row.feedback_id, verdict: row.verdict } : null
  const answered = row.verdict === null ? null : (VERDICTS[row.verdict] ?? row.verdict)
  const isIdea = row.kind === 'second_chance'
  const ask = isIdea && !row.eligible && row.reasons.length > 0
  return {
    id: row.match_id,
    kind: row.kind,
    match_id: row.match_id,
    title: row.tier === 'named_reader' ? 'An idea for named readers only' : row.name,
    note: answered
      ? `${answered}: ${row.need_title}`
      : isIdea
        ? `${reasonNote(row)} ${row.need_title}`.trim()
        : row.need_title,
    due: row.due,
    due_text: answered ? 'done' : ask ? 'ask' : dueWords(row.due, today),
    label: answered && !row.feedback_id ? null : row.label,
    icon: answered ? 'check' : null,
    detail: null,
    done,
  }
}

function reasonNote(row: QueueMatchRow): string {
  if (row.reasons.length === 0) return 'For'
  if (!row.eligible) return 'Reason not known: ask before offering. For'
  return `Reason was ${listOf(row.reasons)}; it no longer holds for`
}

/** What the register says of an organisation that was matched or written to. */
export function checkItem(row: QueueCheckRow, today: string): QueueItem {
  const said = registerSays(row)
  const held = row.matches > 0 ? `${row.matches} ${verb(row.matches, 'match', 'matches')}` : null
  return {
    id: `check-${row.organisation_id}`,
    kind: 'check',
    match_id: null,
    title: `${row.name}: ${said.title}`,
    note: said.note,
    due: null,
    due_text: said.gone && held ? `${held} held` : 'ask',
    label: null,
    icon: said.icon,
    detail: { finding: said.finding, facts: checkFacts(row, today), address: `/organisations/${row.organisation_id}` },
    done: null,
  }
}

interface Said {
  title: string
  note: string
  finding: string
  icon: 'warn' | 'cross' | 'info'
  gone: boolean
}

function registerSays(row: QueueCheckRow): Said {
  const since = row.changed_on
    ? `On the register since ${day(row.changed_on)}`
    : `On the register as read on ${day(row.source_date)}`
  if (row.status === 'strike_off_proposed') {
    return {
      title: 'strike-off proposed',
      note: since,
      finding: 'The register proposes to strike it off. Ask before you write.',
      icon: 'warn',
      gone: true,
    }
  }
  if (row.status === 'insolvent') {
    return {
      title: 'in insolvency',
      note: since,
      finding: 'It is in insolvency, so it is left out of every list of matches.',
      icon: 'cross',
      gone: true,
    }
  }
  if (row.status === 'left_register') {
    return {
      title: 'no longer on the register',
      note: since,
      finding: 'It has left the register, so it is left out of every list of matches.',
      icon: 'cross',
      gone: true,
    }
  }
  return {
    title: 'moved',
    note: 'New registered office; still trading here?',
    finding: `Its registered office moved on ${day(row.moved_on ?? row.source_date)}.`,
    icon: 'info',
    gone: false,
  }
}

function checkFacts(row: QueueCheckRow, today: string): { name: string; value: string }[] {
  const facts = [
    row.status === 'active' || row.status === 'unknown'
      ? null
      : { name: 'Register says', value: row.status_text ?? row.status.replaceAll('_', ' ') },
    row.moved_from ? { name: 'Registered office before', value: row.moved_from } : null,
    row.moved_to ? { name: 'Registered office now', value: row.moved_to } : null,
    {
      name: 'Needs here it matches',
      value: row.matches > 0 ? many(row.matches, 'open need', 'open needs') : `none on ${day(today)}`,
    },
    { name: 'Source', value: `${row.source_name}, ${day(row.source_date)}` },
  ]
  return facts.filter(fact => fact !== null)
}
