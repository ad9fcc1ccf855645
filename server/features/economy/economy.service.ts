import { Injectable } from '@nestjs/common'
import { pyramid } from '../../domain/economy/age.js'
import { count, day, many, percent } from '../../domain/economy/figures.js'
import { type FlowRow, monthlyFlows } from '../../domain/economy/flows.js'
import { sectorMix } from '../../domain/economy/sector-mix.js'
import type { Panel } from '../../http/panel.schemas.js'
import { type Place, PlacesReadModel } from '../places/places.read-model.js'
import type { Economy, EconomyQuery } from './economy.schemas.js'
import { emptyPanel } from './empty.panel.js'
import { flowsPanel, flowsTitle } from './flows.panel.js'
import { industriesPanel, title as industriesTitle } from './industries.panel.js'
import { FEWEST_COMPANIES, type PanelContext } from './panel-frame.js'
import { ageTitle, pyramidPanel } from './pyramid.panel.js'
import { RegisterReadModel, type Scope } from './register.read-model.js'

const NOT_IN_HERE =
  'Sole traders and partnerships that no register lists; jobs, turnover and pay; where a company works, when that is not its registered office.'

/** What the place's page is asked with, when there is a register to answer from. */
interface Asked extends PanelContext {
  scope: Scope
}

/** What the pulled register says of a place's companies. Everything here is public. */
@Injectable()
export class EconomyService {
  constructor(
    private readonly places: PlacesReadModel,
    private readonly register: RegisterReadModel,
  ) {}

  /** Heading of the Economy page: what stands out, in two sentences, and how far the data go. */
  async overview(code: string, query: EconomyQuery): Promise<Economy> {
    const place = await this.places.find(code)
    const base = { place: { code: place.code, name: place.name }, not_in_here: NOT_IN_HERE }
    const asked = await this.prepare(place, query)
    if (!asked || asked.facts.live < FEWEST_COMPANIES) {
      return {
        ...base,
        headline: asked
          ? `Too few companies of ${place.name} are held to say more`
          : `No companies of ${place.name} are held yet`,
        lede: asked
          ? `${many(asked.facts.live, 'company', 'companies')} on the register; ${FEWEST_COMPANIES} are needed.`
          : 'Pull the company register, or choose another place.',
        data_of: asked?.register.dataOf ?? '',
      }
    }
    const { mix, ages, flows } = await this.findings(asked)
    return {
      ...base,
      headline: `${industriesTitle(mix, asked.reference)}.`,
      lede: `${count(asked.facts.live)} companies have their registered office here, ${percent(asked.facts.shared / asked.facts.live, 0)} of them at shared addresses. ${ageTitle(ages, asked.reference)}. ${flowsTitle(flows)}.`,
      data_of: `${asked.register.name}, ${day(asked.register.dataOf)}`,
    }
  }

  async industries(code: string, query: EconomyQuery): Promise<Panel> {
    const place = await this.places.find(code)
    const asked = await this.prepare(place, query)
    return asked ? industriesPanel(asked, await this.mix(asked)) : emptyPanel(place, query, 'industries')
  }

  async flows(code: string, query: EconomyQuery): Promise<Panel> {
    const place = await this.places.find(code)
    const asked = await this.prepare(place, query)
    if (!asked) return emptyPanel(place, query, 'flows')
    const months = await this.register.byMonth(asked.scope)
    return flowsPanel(asked, monthlyFlows({ until: lastDay(asked.register.dataOf), ...months }), months.leftKnownFrom)
  }

  async pyramid(code: string, query: EconomyQuery): Promise<Panel> {
    const place = await this.places.find(code)
    const asked = await this.prepare(place, query)
    if (!asked) return emptyPanel(place, query, 'pyramid')
    const { counts, dormant } = await this.register.byAge(asked.scope)
    return pyramidPanel(asked, pyramid(counts), dormant)
  }

  /** Null when no register holds a company of the place. */
  private async prepare(place: Place, query: EconomyQuery): Promise<Asked | null> {
    const register = await this.register.registerOf(place.members)
    if (!register) return null
    const facts = await this.register.facts({ register, here: place.members })
    const region = query.against === 'region' ? place.region : null
    return {
      place,
      query,
      register,
      facts,
      reference: region ? inWords(region.name) : 'all places held',
      substituted:
        query.against === 'region' && !region
          ? `${place.name} lies in no region that is held, so it is compared with all places.`
          : null,
      scope: {
        register,
        here: place.members,
        reference: region?.members ?? null,
        withoutShared: query.agents === 'without',
      },
    }
  }

  private async mix({ scope, query }: Asked) {
    const titles = query.level === 'division' ? await this.register.divisionTitles() : new Map<string, string>()
    return sectorMix(await this.register.byCode(scope), query.level, titles)
  }

  private async findings(asked: Asked) {
    const [mix, ages, months] = await Promise.all([
      this.mix(asked),
      this.register.byAge(asked.scope),
      this.register.byMonth(asked.scope),
    ])
    const flows: FlowRow[] = monthlyFlows({ until: lastDay(asked.register.dataOf), ...months })
    return { mix, ages: pyramid(ages.counts), flows }
  }
}

/** "the North East", but "London": only directions take an article. */
const inWords = (region: string): string => (/^(North|South|East|West)\b/.test(region) ? `the ${region}` : region)

/** A register of the 1st holds the state of the day before, so its own month has no entries yet. */
function lastDay(dataOf: string): string {
  if (!dataOf.endsWith('-01')) return dataOf
  const before = new Date(`${dataOf}T00:00:00Z`)
  before.setUTCDate(0)
  return before.toISOString().slice(0, 10)
}
