import type { Role } from '../../database/actor.js'
import { many } from '../../domain/economy/figures.js'
import { counted, startCounted, startWords, upperFirst, verb } from '../../domain/needs/words.js'
import { signedInAs } from './match-readers.js'

/** Stands under every list that a buyer reads: a match is no pre-selection. */
export const NO_INVITATION = 'This is information, not invitation: nobody here has been invited or preferred.'

export interface MatchCounts {
  strong: number
  possible: number
  /** Just below: weak matches. */
  weak: number
  ideas: number
}

/** What a need's matches come to: "Five organisations could meet this, two of them well". */
export function matchesHeadline({ strong, possible, weak, ideas }: MatchCounts): string {
  const n = strong + possible
  if (n === 0) return nobodyFits(weak, ideas)
  if (n === 1) return `One organisation could meet this${strong === 1 ? ', and well' : ''}`
  const well =
    strong === 0
      ? 'none of them strongly'
      : strong === n
        ? 'all of them well'
        : `${counted(strong, '', '').trim()} of them well`
  return `${startWords(n)} organisations could meet this, ${well}`
}

function nobodyFits(weak: number, ideas: number): string {
  const below = weak > 0 ? `${weak} ${verb(weak, 'is', 'are')} just below` : null
  const earlier = ideas > 0 ? `${many(ideas, 'earlier idea comes', 'earlier ideas come')} close` : null
  const rest = [below, earlier].filter(part => part !== null).join(', and ')
  return `No organisation fits well enough.${rest ? ` ${upperFirst(rest)}.` : ''}`
}

/** "Two ideas that were not adopted elsewhere, and fit here". */
export function ideasHeadline(n: number): string {
  if (n === 0) return 'No idea that was not adopted elsewhere fits here'
  return `${startCounted(n, 'idea that was', 'ideas that were')} not adopted elsewhere, and ${verb(n, 'fits', 'fit')} here`
}

/** Why a reader sees counts and no names. `ownerHub` is the hub whose need it is, when that is another one than the reader's. */
export function whyCountsOnly(role: Role, ownerHub: string | null = null): string {
  if (ownerHub)
    return `Names are for officers and commissioners of ${ownerHub}, whose need this is. You see the counts.`
  return `Names and evidence are for the officers and commissioners of a hub. ${signedInAs(role)}`
}

/** Why an organisation sees nothing here. */
export const NOT_YOURS = 'You see the matches of your own organisation, and there is none here.'
