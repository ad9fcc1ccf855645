import { termOf } from '../text/analyse.js'

/** Words with which people ask for anything, whatever it is: that an item and a priority both use them links nothing. */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  `able access aim allow area ask available base better bring change come council county create current day deliver develop early enable
  engagement ensure exist expect feel find focus get give good great help improve include increase issue keep key know lack large level
  live local look make market mean meet new notice number offer opportunity order outcome people person place plan possible problem
  procurement project provide public range reduce relevant require resident result run say seek service set small solution stay
  support take team thing think time try understand use want way week wish work year`
    .split(/\s+/)
    .map(termOf),
)
