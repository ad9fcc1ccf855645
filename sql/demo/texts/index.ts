import { digital, food, signLanguage } from './access.js'
import { homeCare, isolation } from './care.js'
import { carers, dementia } from './families.js'
import { childcare, manufacturing } from './firms.js'
import { backToWork, discharge, minds } from './health.js'
import { damp, halls } from './homes.js'
import { roads, transport } from './movement.js'
import { flood, reuse, townCentres } from './place.js'
import type { Theme } from './theme.js'
import { skills, youthWork } from './work.js'

/** The themes of local life that the demonstration tells of. */
export const themes: readonly Theme[] = [
  homeCare,
  isolation,
  dementia,
  carers,
  discharge,
  backToWork,
  minds,
  transport,
  roads,
  damp,
  halls,
  skills,
  youthWork,
  manufacturing,
  childcare,
  flood,
  townCentres,
  reuse,
  digital,
  food,
  signLanguage,
]

export function themeOf(key: string): Theme {
  const found = themes.find(theme => theme.key === key)
  if (!found) throw new Error(`The demonstration has no theme "${key}".`)
  return found
}
