import type { IdeaText } from './challenge.js'
import { ideasHalls } from './ideas-halls.js'
import { ideasHomes } from './ideas-homes.js'
import { ideasNoticed } from './ideas-noticed.js'
import { ideasReach } from './ideas-reach.js'
import { ideasRoads } from './ideas-roads.js'
import { ideasSkills } from './ideas-skills.js'
import { ideasTown } from './ideas-town.js'

/** Every submission of the three programmes with its idea. One idea was sent to two challenges. */
export const ideas: readonly IdeaText[] = [
  ...ideasNoticed,
  ...ideasReach,
  ...ideasHomes,
  ...ideasRoads,
  ...ideasTown,
  ...ideasHalls,
  ...ideasSkills,
]
