import { createHash } from 'node:crypto'
import { shortDay } from './dates.js'

/** What makes a thing news again: nothing else does, so a corrected comma is never mailed. */
export interface Material {
  /** Local date, YYYY-MM-DD. */
  deadline: string | null
  /** As it is shown, "£120,000 first phase". */
  money: string | null
  label: string | null
  state: string
  /** Day on which "later" ran out, for somebody who asked to see it again. */
  askedAgain: string | null
}

/** One thing that is other than when it was last mailed. */
export interface Change {
  what: 'deadline' | 'value' | 'fit' | 'state' | 'asked again'
  before: string
  after: string
}

/** The version of a thing for one reader: two with one version are the same news. `need` tells an idea's needs apart. */
export const materialVersion = (need: string, material: Material): string =>
  createHash('sha256')
    .update(
      JSON.stringify([need, material.deadline, material.money, material.label, material.state, material.askedAgain]),
    )
    .digest('hex')
    .slice(0, 24)

/**
 * The version of a thing that was told before. It counts from what was told last, so that a deadline that goes back to an
 * earlier day is news again, as it is for somebody who was told of the later one.
 */
export const versionAfter = (told: string, now: string): string =>
  createHash('sha256').update(`${told} ${now}`).digest('hex').slice(0, 24)

/** What changed between two versions, most pressing first. */
export function changesBetween(before: Material, after: Material): Change[] {
  const changes: Change[] = []
  const note = (what: Change['what'], from: string | null, to: string | null, none: string): void => {
    if (from !== to) changes.push({ what, before: from ?? none, after: to ?? none })
  }
  note('deadline', before.deadline, after.deadline, 'none')
  note('value', before.money, after.money, 'not stated')
  note('state', before.state, after.state, 'not known')
  note('fit', before.label, after.label, 'not known')
  note('asked again', before.askedAgain, after.askedAgain, '')
  return changes
}

const STATES: Record<string, string> = {
  open: 'open',
  in_challenge: 'in a challenge',
  in_procurement: 'in procurement',
}

/** "Changed: deadline was 4 December, now 18 December." Null where nothing did. */
export function changedWords(changes: readonly Change[], today: string): string | null {
  const parts = changes.map(({ what, before, after }) => {
    if (what === 'asked again') return 'you asked to see it again'
    return `${what} was ${valueWords(what, before, today)}, now ${valueWords(what, after, today)}`
  })
  return parts.length === 0 ? null : `Changed: ${parts.join('; ')}.`
}

function valueWords(what: Change['what'], value: string, today: string): string {
  if (what === 'deadline') return value === 'none' ? value : shortDay(value, today)
  return what === 'state' ? (STATES[value] ?? value.replaceAll('_', ' ')) : value
}
