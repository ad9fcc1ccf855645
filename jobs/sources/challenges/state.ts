import type { ChallengeRecord, ChallengeState } from './record.js'

const OPEN_ENDED_DAYS = 180
const DAY_MS = 86_400_000

/**
 * The state of a challenge on a day: what its list says, else what its dates say. A call without a closing date counts
 * as open for half a year from its opening, since feeds name no deadline; without any date it counts as closed.
 */
export function stateOn(challenge: ChallengeRecord, at: Date): ChallengeState {
  const { state, opensOn, closesAt } = challenge
  if (state !== null) return state === 'open_call' && isPast(closesAt, at) ? 'assessment' : state
  if (opensOn !== null && Date.parse(opensOn) > at.getTime()) return 'scoping'
  if (closesAt !== null) return isPast(closesAt, at) ? 'closed' : 'open_call'
  const open = opensOn !== null && at.getTime() - Date.parse(opensOn) < OPEN_ENDED_DAYS * DAY_MS
  return open ? 'open_call' : 'closed'
}

const isPast = (closesAt: string | null, at: Date): boolean => closesAt !== null && Date.parse(closesAt) < at.getTime()

/** While a challenge can still be answered its need is in it; afterwards the need is open again until somebody claims or closes it. */
export const needStateOf = (state: ChallengeState): 'in_challenge' | 'open' =>
  state === 'scoping' || state === 'market_consultation' || state === 'open_call' ? 'in_challenge' : 'open'

const STAGES: Readonly<Record<ChallengeState, string>> = {
  scoping: 'Challenge, not yet open',
  market_consultation: 'Challenge, early talks',
  open_call: 'Challenge, open call',
  assessment: 'Challenge, in assessment',
  design: 'Challenge, design stage',
  prototype: 'Challenge, prototype stage',
  pilot: 'Challenge, pilot stage',
  follow_on: 'Challenge, follow-on',
  closed: 'Challenge, closed',
  cancelled: 'Challenge, cancelled',
}

export const stageText = (state: ChallengeState): string => STAGES[state]
