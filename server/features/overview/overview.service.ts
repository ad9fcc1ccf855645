import { Injectable } from '@nestjs/common'
import type { Actor } from '../../database/actor.js'
import { localShare } from '../../domain/economy/spend.js'
import { NotFound } from '../../domain/errors.js'
import { RegisterReadModel } from '../economy/register.read-model.js'
import { reachOf } from '../matches/match-readers.js'
import { type Place, PlacesReadModel } from '../places/places.read-model.js'
import { queueSize } from '../queue/queue.groups.js'
import { QueueReadModel } from '../queue/queue.read-model.js'
import { AwardsReadModel } from '../spend/awards.read-model.js'
import { AlignmentReadModel } from '../strategy/alignment.read-model.js'
import { FrameworksReadModel } from '../strategy/frameworks.read-model.js'
import { type NetCompanies, NetCompaniesReadModel } from './net-companies.read-model.js'
import {
  localSpend,
  netCompanies,
  openNeeds,
  type Priorities,
  prioritiesCovered,
  type Spend,
  secondChances,
  thinSupply,
} from './overview.figures.js'
import { closingPanel, supplyPanel } from './overview.panels.js'
import { OverviewReadModel, type OverviewRows, type PlaceNeeds } from './overview.read-model.js'
import type { Navigation, Overview, PlaceList } from './overview.schemas.js'
import {
  changeOf,
  decisionsOf,
  type Findings,
  overviewHeadline,
  overviewLede,
  overviewNotInHere,
} from './overview.words.js'
import { PlacesListReadModel } from './places-list.read-model.js'

/** Fewest awards that carry a share, as on the spend panel. */
const FEWEST_AWARDS = 10

@Injectable()
export class OverviewService {
  constructor(
    private readonly overviews: OverviewReadModel,
    private readonly lists: PlacesListReadModel,
    private readonly places: PlacesReadModel,
    private readonly queues: QueueReadModel,
    private readonly register: RegisterReadModel,
    private readonly net: NetCompaniesReadModel,
    private readonly awards: AwardsReadModel,
    private readonly frameworks: FrameworksReadModel,
    private readonly alignments: AlignmentReadModel,
  ) {}

  async list(): Promise<PlaceList> {
    const items = await this.lists.list(null)
    return { items, total: items.length }
  }

  async place(code: string): Promise<PlaceList['items'][number]> {
    const [place] = await this.lists.list(code)
    if (!place) throw new NotFound('There is no place with this code. The list of places is at /api/v1/places.')
    return place
  }

  /** The numbers of the rail. Lists that the reader's role does not have are null. */
  async navigation(actor: Actor, code: string): Promise<Navigation> {
    const counts = await this.overviews.counts(actor, code)
    const reach = reachOf(actor)
    return {
      queue: reach === 'hub' ? queueSize(await this.queues.find(actor, code)) : null,
      needs: counts.needs,
      second_chances: reach === 'counts' ? null : counts.chances,
      sources_unwell: counts.unwell,
    }
  }

  /** What changed in a place and what needs attention, with six figures. */
  async summary(actor: Actor, code: string): Promise<Overview> {
    const rows = await this.overviews.find(actor, code)
    const place = await this.places.find(code)
    const [priorities, net, spend] = await Promise.all([
      this.prioritiesOf(place),
      this.netOf(place),
      this.spendOf(place),
    ])
    const sees = reachOf(actor) !== 'counts'
    const findings = findingsOf(rows, sees, priorities)
    return {
      place: { code, name: rows.place.name },
      data_of: rows.dataOf,
      headline: overviewHeadline(findings),
      lede: overviewLede(findings),
      decisions: decisionsOf(findings),
      changes: rows.changes.map(row => changeOf(row, code)),
      figures: [
        openNeeds(rows.needs),
        thinSupply(rows.needs, rows.reachMiles),
        secondChances(rows.chances, sees),
        localSpend(spend),
        netCompanies(net),
        prioritiesCovered(priorities),
      ],
      panels: [supplyPanel(rows), closingPanel(rows)],
      not_in_here: overviewNotInHere(rows.sources),
    }
  }

  /** The strategy that the place answers to: its own, or that of the nearest place around it, or a national one. */
  private async prioritiesOf(place: Place): Promise<Priorities | null> {
    const all = (await this.frameworks.list()).filter(framework => framework.current)
    const codes = [place.code, ...place.around.map(around => around.code), null]
    const framework = codes.map(code => all.find(f => f.locality_code === code)).find(f => f !== undefined)
    if (!framework) return null
    const leaves = await this.frameworks.leaves(framework.id)
    const { cells, coverage } = await this.alignments.of(place.code, framework.id)
    const { confirmed, suggested, unlinked, notCoded } = coverage.need
    return {
      framework: framework.name,
      all: leaves.map(leaf => leaf.title),
      without: leaves
        .filter(leaf => (cells.get(leaf.id)?.need.items ?? 0) === 0)
        .map(leaf => ({
          title: leaf.title,
          organisations: cells.get(leaf.id)?.organisation.items ?? 0,
          ideas: cells.get(leaf.id)?.idea.items ?? 0,
        })),
      compared: confirmed + suggested + unlinked,
      notCompared: notCoded,
    }
  }

  private async netOf(place: Place): Promise<NetCompanies | null> {
    const register = await this.register.registerOf(place.members)
    return register ? this.net.find(place.code, register) : null
  }

  private async spendOf(place: Place): Promise<Spend | null> {
    const { lines } = await this.awards.awardsOf(place.members)
    const { low, high, value, parts } = localShare(lines)
    if (low === null || high === null || lines.length < FEWEST_AWARDS) return null
    return {
      low: low * 100,
      high: high * 100,
      value,
      unknownShare: (100 * parts.unknown.value) / value,
      awards: lines.length,
    }
  }
}

const NO_NEEDS: PlaceNeeds = {
  code: '',
  name: '',
  own: true,
  current: 0,
  stale: 0,
  opened: 0,
  consulted: 0,
  assessed: 0,
  few: 0,
  none: 0,
}

function findingsOf(rows: OverviewRows, sees: boolean, priorities: Priorities | null): Findings {
  const soon = rows.closing.filter(bucket => bucket.key === 'week' || bucket.key === 'fortnight')
  return {
    code: rows.place.code,
    name: rows.place.name,
    own: rows.needs.find(place => place.own) ?? NO_NEEDS,
    reachMiles: rows.reachMiles,
    closingSoon: soon.reduce((sum, bucket) => sum + bucket.n, 0),
    ideas: sees ? rows.chances.ideas : null,
    priorities,
  }
}
