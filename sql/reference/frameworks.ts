import type { Framework } from './framework.js'
import { industrialStrategy2017, pillars2017 } from './frameworks-2017.js'
import { northEast2025, sectors2025 } from './frameworks-2025.js'
import { countyDurham } from './frameworks-county-durham.js'

/** Frameworks of every installation, oldest first. */
export const nationalFrameworks: readonly Framework[] = [
  pillars2017,
  industrialStrategy2017,
  sectors2025,
  northEast2025,
]

/** Frameworks that come and go with the demonstration. */
export const demonstrationFrameworks: readonly Framework[] = [countyDurham]
