import { Injectable } from '@nestjs/common'
import type { Actor } from '../../database/actor.js'
import { reachOf } from '../matches/match-readers.js'
import { matchView } from '../matches/match-view.js'
import { whyCountsOnly } from '../matches/matches.words.js'
import { flowCount, ideaFlow } from './idea-flow.js'
import { flowPanel, type PanelFrame, reasonsPanel } from './second-chances.panels.js'
import { SecondChancesReadModel } from './second-chances.read-model.js'
import type { SecondChances, SecondChancesQuery } from './second-chances.schemas.js'
import { chancesHeadline, chancesLede, chancesNotInHere, decidedWords, publicLede } from './second-chances.words.js'

@Injectable()
export class SecondChancesService {
  constructor(private readonly readModel: SecondChancesReadModel) {}

  /** Which ideas that were not adopted fit a need here. A hub sees its own results and all consented ideas; an owner sees its own. */
  async show(actor: Actor, placeCode: string, query: SecondChancesQuery): Promise<SecondChances> {
    const found = await this.readModel.find(actor, placeCode, query)
    const readable = reachOf(actor) !== 'counts'
    const flow = ideaFlow(found.ideas)
    const frame: PanelFrame = {
      computedAt: found.place.now.toISOString(),
      place: found.place.name,
      decided: decidedWords(found.first_decided, found.last_decided),
      filters: filtersOf(placeCode, query),
      withdrawn: found.withdrawn,
    }
    const { ready, askFirst } = found
    return {
      readable,
      why: readable ? null : whyCountsOnly(actor.role),
      headline: readable ? chancesHeadline(flow) : 'Ideas that were not adopted elsewhere, and needs that they fit',
      lede: readable
        ? chancesLede(flow, found.reasons, ready.length, found.place.name)
        : publicLede(found.publicCount, found.place.name),
      programmes: found.programmes,
      flow,
      flow_panel: flowPanel(flow, frame),
      ready: ready.map(row => matchView(row, actor)),
      ask_first: askFirst.map(row => matchView(row, actor)),
      reasons: reasonsPanel(found.reasons, flowCount(flow, 'not_adopted'), frame),
      not_in_here: chancesNotInHere(flow, found.withdrawn, { ready: ready.length, askFirst: askFirst.length }),
    }
  }
}

const filtersOf = (place: string, { programme, reason, cohort }: SecondChancesQuery): Record<string, string> => ({
  place,
  cohort,
  ...(programme === undefined ? {} : { programme }),
  ...(reason === undefined ? {} : { reason }),
})
