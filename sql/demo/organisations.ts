import type { Calendar } from './calendar.js'
import { addDays } from './calendar.js'
import { type OfficePlace, type Town, townList } from './geography.js'
import type { Random } from './random.js'
import { type Showcase, showcases } from './showcase.js'
import { themes } from './texts/index.js'
import { firstHalves, secondHalves, tradesBySection, tradesByTheme } from './texts/names.js'
import { sicBySection, sicText } from './texts/sic-codes.js'

/** A made company as the register would hold it at the last snapshot. */
export interface Organisation {
  number: string
  name: string
  category: string
  status: string
  /** YYYY-MM-DD */
  incorporated: string
  town: Town
  outward: string
  sic: string[]
  theme: string | null
  showcase: Showcase | null
  /** First of the snapshots (0 = oldest) in which it is missing; null while it is on the register. */
  goneFrom: number | null
}

const ON_REGISTER = 2_000
const LEAVING = 39
const FLOW_MONTHS = 36

const PLACE_WEIGHTS: Record<OfficePlace, number> = {
  durham: 44,
  northumberland: 19,
  gateshead: 16,
  sunderland: 17,
  elsewhere: 4,
  herefordshire: 0,
}

// Shares of the sections among companies, per cent. The county makes more and advises less than its neighbours.
const SECTIONS = {
  A: 2,
  C: 6,
  D: 1,
  E: 1,
  F: 13,
  G: 14,
  H: 6,
  I: 8,
  J: 6,
  K: 2,
  L: 7,
  M: 12,
  N: 8,
  P: 3,
  Q: 5,
  R: 3,
  S: 5,
}
const BY_PLACE: Partial<Record<OfficePlace, Partial<typeof SECTIONS>>> = {
  durham: { C: 13, J: 4, M: 9 },
  northumberland: { A: 8, I: 10, C: 5 },
  gateshead: { G: 17, H: 8, M: 13 },
  sunderland: { C: 8, J: 8 },
}

const BY_GUARANTEE = 'PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)'
const CATEGORIES = {
  'Private Limited Company': 90,
  'Community Interest Company': 3,
  'Limited Liability Partnership': 3,
  [BY_GUARANTEE]: 4,
}
const THEME_CATEGORIES = {
  'Private Limited Company': 62,
  'Community Interest Company': 26,
  [BY_GUARANTEE]: 12,
}
const STATUSES = {
  Active: 932,
  'Active - Proposal to Strike off': 43,
  Liquidation: 20,
  'ADMINISTRATION ORDER': 2,
  'Voluntary Arrangement': 2,
}

/** Companies that say something about themselves, per theme; a few themes have more makers than others. */
const perTheme = (key: string): number => (key === 'manufacturing' ? 44 : key === 'sign-language' ? 0 : 24)

/** Every company that the demonstration ever saw, in the order in which the register numbered them. */
export function makeOrganisations(random: Random, calendar: Calendar): Organisation[] {
  const names = new Names(random.branch('names'))
  const dates = incorporationDates(random.branch('dates'), calendar)
  const themed = themes.flatMap(theme => Array.from({ length: perTheme(theme.key) }, () => theme.key))
  const plans = [
    ...themed,
    ...Array.from({ length: ON_REGISTER + LEAVING - showcases.length - themed.length }, () => null),
  ]
  const made = random.shuffled(plans).map((theme, i) => makeOne(random, { theme, incorporated: dates[i]!, names }))
  const told = showcases.map(showcase => fromShowcase(showcase, calendar, names))
  markLeaving(random, made, calendar)
  return [...told, ...made]
    .sort((a, b) =>
      a.incorporated < b.incorporated ? -1 : a.incorporated > b.incorporated ? 1 : a.name < b.name ? -1 : 1,
    )
    .map((organisation, i) => ({ ...organisation, number: `ZZ${String(i + 1).padStart(6, '0')}` }))
}

type Plan = { theme: string | null; incorporated: string; names: Names }

function makeOne(random: Random, { theme, incorporated, names }: Plan): Organisation {
  const place = random.weighted(PLACE_WEIGHTS)
  const town = pickTown(random, place)
  const section = random.weighted({ ...SECTIONS, ...BY_PLACE[place] })
  const category = possibleThen(random.weighted(theme ? THEME_CATEGORIES : CATEGORIES), incorporated)
  const trade = random.pick(theme ? tradesByTheme[theme]! : tradesBySection[section]!)
  return {
    number: '',
    name: names.next(trade, category),
    category,
    status: theme && random.chance(0.5) ? 'Active' : random.weighted(STATUSES),
    incorporated,
    town,
    outward: random.pick(town.outwards),
    sic: theme ? themeActivities(random, theme) : activities(random, section),
    theme,
    showcase: null,
    goneFrom: null,
  }
}

/** Community interest companies exist since July 2005, partnerships with limited liability since April 2001. */
function possibleThen(category: string, incorporated: string): string {
  if (category === 'Community Interest Company' && incorporated < '2005-07-01') return BY_GUARANTEE
  if (category === 'Limited Liability Partnership' && incorporated < '2001-04-06') return 'Private Limited Company'
  return category
}

function fromShowcase(showcase: Showcase, calendar: Calendar, names: Names): Organisation {
  names.take(showcase.name)
  const town = townList.find(one => one.name === showcase.town && one.place === showcase.place)
  if (!town) throw new Error(`${showcase.name} sits in ${showcase.town}, which the demonstration does not know.`)
  return {
    number: '',
    name: showcase.name,
    category: showcase.category,
    status: showcase.status,
    incorporated: calendar.day(-Math.round(showcase.age * 365.25) - 40),
    town,
    outward: showcase.outward,
    sic: [sicText(themes.find(theme => theme.key === showcase.theme)!.sic[0]!)],
    theme: showcase.theme,
    showcase,
    goneFrom: null,
  }
}

function pickTown(random: Random, place: OfficePlace): Town {
  const here = townList.filter(town => town.place === place)
  const name = random.weighted(Object.fromEntries(here.map(town => [town.name, town.weight])))
  return here.find(town => town.name === name)!
}

/** One code mostly, up to four; some gave none, some are dormant, a few never left the classification of 2003. */
function activities(random: Random, section: string): string[] {
  const kind = random.weighted({ none: 38, dormant: 25, residents: 12, old: 4, usual: 921 })
  if (kind === 'none') return ['None Supplied']
  if (kind === 'dormant') return ['99999 - Dormant Company']
  if (kind === 'residents') return ['98000 - Residents property management']
  if (kind === 'old') return ['7487 - Other business activities']
  const many = Number(random.weighted({ 1: 88, 2: 8, 3: 2, 4: 2 }))
  return random.shuffled(sicBySection[section]!).slice(0, many)
}

function themeActivities(random: Random, key: string): string[] {
  const codes = themes.find(theme => theme.key === key)!.sic
  return random
    .shuffled(codes)
    .slice(0, random.chance(0.25) ? 2 : 1)
    .map(code => sicText(code))
}

/** Days of incorporation: a monthly flow with seasons over three years, and decades of older ones. */
function incorporationDates(random: Random, calendar: Calendar): string[] {
  const dates: string[] = []
  for (let month = -FLOW_MONTHS; month < 0; month++) {
    const start = calendar.monthStart(month)
    const season = [3, 1, 2, 0, 0, -1, -1, -2, 1, 1, 0, -4][Number(start.slice(5, 7)) - 1]!
    const births = 13 + season + random.whole(-2, 3)
    for (let i = 0; i < births; i++) dates.push(addDays(start, random.whole(0, 27)))
  }
  while (dates.length < ON_REGISTER + LEAVING) {
    const years = 3 + -11 * Math.log(1 - random.next() * 0.985)
    dates.push(addDays(calendar.monthStart(0), -Math.round(years * 365.25)))
  }
  return random.shuffled(dates)
}

function markLeaving(random: Random, made: Organisation[], calendar: Calendar): void {
  const may = made.filter(one => one.theme === null && one.incorporated < calendar.day(-400))
  for (const [i, one] of random.shuffled(may).slice(0, LEAVING).entries()) {
    one.goneFrom = 1 + (i % 3)
    one.status = random.chance(0.6) ? 'Active - Proposal to Strike off' : 'Active'
  }
}

/** Names that are given once. One in five is written in capitals, as the register does. */
class Names {
  private readonly taken = new Set<string>()
  constructor(private readonly random: Random) {}

  take(name: string): void {
    this.taken.add(name.toLowerCase())
  }

  next(trade: string, category: string): string {
    for (;;) {
      const root = this.random.pick(firstHalves) + this.random.pick(secondHalves)
      const name = `${root} ${trade} ${ending(this.random, category)}`
      if (this.taken.has(name.toLowerCase())) continue
      this.take(name)
      return this.random.chance(0.2) ? name.toUpperCase() : name
    }
  }
}

function ending(random: Random, category: string): string {
  if (category === 'Community Interest Company') return random.chance(0.5) ? 'CIC' : 'Community Interest Company'
  if (category === 'Limited Liability Partnership') return 'LLP'
  return random.pick(['Ltd', 'Limited', 'Ltd.'])
}
