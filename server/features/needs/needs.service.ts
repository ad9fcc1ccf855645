import { Injectable } from '@nestjs/common'
import type { Actor } from '../../database/actor.js'
import { NotFound } from '../../domain/errors.js'
import { nextCursor, offsetOf } from '../../http/paging.js'
import { reachOf } from '../matches/match-readers.js'
import { matchView } from '../matches/match-view.js'
import { ideasHeadline, matchesHeadline, NO_INVITATION, NOT_YOURS, whyCountsOnly } from '../matches/matches.words.js'
import { chooseMatches } from './need-matches.js'
import { NeedMatchesReadModel, type NeedMatchesRows } from './need-matches.read-model.js'
import { NeedRecordReadModel } from './need-record.read-model.js'
import { needListItemOf, needView } from './need-view.js'
import { NeedsReadModel } from './needs.read-model.js'
import type { Need, NeedList, NeedListQuery, NeedMatches, NeedMatchesQuery } from './needs.schemas.js'
import { listHeadline, listLede, listNotInHere } from './needs.words.js'

const STALE =
  'This need is stale: its date has passed, or nobody confirmed it for twelve months. It is offered to nobody.'
const NO_NEED = 'There is no such need, or it is not for you to see.'

@Injectable()
export class NeedsService {
  constructor(
    private readonly needs: NeedsReadModel,
    private readonly records: NeedRecordReadModel,
    private readonly matches: NeedMatchesReadModel,
  ) {}

  async list(actor: Actor, query: NeedListQuery): Promise<NeedList> {
    const offset = offsetOf(query.cursor)
    const { place, rows, counts } = await this.needs.list(actor, query, offset)
    return {
      items: rows.map(needListItemOf),
      total: counts.total,
      next_cursor: nextCursor(offset, query.limit, counts.total),
      headline: listHeadline(counts, query, place),
      lede: listLede(counts, query),
      place,
      not_in_here: listNotInHere(counts),
    }
  }

  async show(actor: Actor, id: string): Promise<Need> {
    const record = await this.records.find(actor, id)
    if (!record) throw new NotFound(NO_NEED)
    return needView(record)
  }

  /** Who could meet a need: names and evidence for its hub, an organisation's own match for itself, counts for everybody. */
  async matchesOf(actor: Actor, id: string, query: NeedMatchesQuery): Promise<NeedMatches> {
    const found = await this.matches.find(actor, id)
    if (!found) throw new NotFound(NO_NEED)
    const { readable, why } = access(actor, found)
    const chosen = chooseMatches(readable ? found.matches : [], query)
    const strong = chosen.organisations.filter(row => row.label === 'strong').length
    const counts = {
      strong,
      possible: chosen.organisations.length - strong,
      weak: chosen.below,
      ideas: chosen.ideas.length,
    }
    return {
      readable,
      why,
      headline: readable ? headline(found, reachOf(actor) === 'own' ? null : counts) : publicHeadline(found),
      ideas_headline: ideasHeadline(readable ? chosen.ideas.length : (found.supply?.second_chances ?? 0)),
      run: found.run,
      organisations: chosen.organisations.map(row => matchView(row, actor)),
      ideas: chosen.ideas.map(row => matchView(row, actor)),
      left_out: readable && reachOf(actor) === 'hub' ? [...found.gone, ...chosen.leftOut] : [],
      not_in_here: `organisations that no loaded register or list names; charities and care providers, whose registers are not loaded yet. ${NO_INVITATION}`,
    }
  }
}

function access(actor: Actor, found: NeedMatchesRows): { readable: boolean; why: string | null } {
  const reach = reachOf(actor)
  if (reach === 'hub') {
    const theirs = found.hub_id !== null && found.hub_id !== actor.hubId
    return theirs ? { readable: false, why: whyCountsOnly(actor.role, found.hub_name) } : { readable: true, why: null }
  }
  if (reach === 'own' && found.stale) return { readable: false, why: STALE }
  if (reach === 'own')
    return found.matches.length > 0 ? { readable: true, why: null } : { readable: false, why: NOT_YOURS }
  return { readable: false, why: whyCountsOnly(actor.role) }
}

/** `counts` null: the reader sees own matches only, which says nothing of how many there are. */
function headline(found: NeedMatchesRows, counts: Parameters<typeof matchesHeadline>[0] | null): string {
  if (counts === null) return 'Your organisation could meet this'
  return unassessed(found) ?? matchesHeadline(counts)
}

const publicHeadline = (found: NeedMatchesRows): string =>
  unassessed(found) ??
  matchesHeadline({
    strong: found.supply?.strong ?? 0,
    possible: found.supply?.possible ?? 0,
    weak: found.supply?.weak ?? 0,
    ideas: found.supply?.second_chances ?? 0,
  })

function unassessed({ supply }: NeedMatchesRows): string | null {
  if (!supply) return 'Not matched yet. The next run of the matcher takes this need in.'
  return supply.assessed ? null : (supply.note ?? 'Not assessed: the text is too short to say.')
}
