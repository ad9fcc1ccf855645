import { type Buyer, buyerOf } from './buyers.js'
import type { Calendar } from './calendar.js'
import type { Organisation } from './organisations.js'
import type { Random } from './random.js'
import { themes } from './texts/index.js'
import type { Theme } from './texts/theme.js'

/** Who was awarded, as a buyer writes it. */
export interface Supplier {
  name: string
  /** Company number, where the buyer gave one. */
  number: string | null
  postcode: string | null
  town: string | null
}

/** A contract that one of the made councils awarded. */
export interface MadeAward {
  buyer: Buyer
  theme: Theme
  title: string
  text: string
  on: string
  value: number
  months: number
  suppliers: Supplier[]
  direct: boolean
}

const MONTHS = 24
const SHARE_WITH_NUMBER = 0.72

/** Large suppliers from elsewhere that are on no register of ours. Invented. */
const OUTSIDE: readonly Supplier[] = [
  { name: 'Ormesgate Facilities Group plc', number: null, postcode: 'LS11 9XX', town: 'Leeds' },
  { name: 'Calderwynd Care Holdings', number: null, postcode: 'M1 7XX', town: 'Manchester' },
  { name: 'TRENTLOW HIGHWAYS (UK) LIMITED', number: null, postcode: 'NG1 6XX', town: 'Nottingham' },
  { name: 'Albanrise Consulting LLP', number: null, postcode: 'EC1V 2XX', town: 'London' },
  { name: 'Penhallick Learning', number: null, postcode: null, town: null },
]

/** Awards of 24 months, newest last: about six a month, to neighbours and to others, some without a usable value. */
export function makeAwards(
  organisations: readonly Organisation[],
  { random, calendar }: { random: Random; calendar: Calendar },
): MadeAward[] {
  const candidates = organisations.filter(one => one.goneFrom === null)
  const titles = new Set<string>()
  const awards: MadeAward[] = []
  for (let month = -MONTHS; month < 0; month++) {
    const many = random.whole(5, 8)
    for (let i = 0; i < many; i++) {
      const award = makeOne(random, calendar.monthStart(month), candidates)
      if (titles.has(award.title)) continue
      titles.add(award.title)
      awards.push(award)
    }
  }
  return awards.sort((a, b) => (a.on < b.on ? -1 : 1))
}

function makeOne(random: Random, monthStart: string, candidates: readonly Organisation[]): MadeAward {
  const place = random.weighted({ durham: 52, northumberland: 16, gateshead: 15, sunderland: 17 })
  const buyer = buyerOf(place)
  const theme = random.pick(themes.filter(one => one.bought.length > 0))
  const bought = random.pick(theme.bought)
  const area = random.pick(buyer.areas)
  const on = new Date(Date.parse(monthStart) + random.whole(0, 27) * 86_400_000).toISOString().slice(0, 10)
  const suppliers = suppliersOf(random, { buyer, theme, on }, candidates)
  return {
    buyer,
    theme,
    title: `${bought.title}, ${area}, ${on.slice(0, 4)}`,
    text: `${bought.text} The contract is for ${area} and begins after a handover of four weeks.`,
    on,
    value: amountOf(random),
    months: random.pick([6, 12, 12, 24, 36]),
    suppliers,
    direct: random.chance(0.18),
  }
}

/** Most are small; one in twenty carries a figure by which publishers mean that they do not know. */
function amountOf(random: Random): number {
  if (random.chance(0.05)) return random.pick([0, 1, 0.01, 99_999_999])
  const size = 8_000 * 1.9 ** (random.next() * 6 + random.next() * 1.5)
  return Math.round(size / 50) * 50
}

type Asked = { buyer: Buyer; theme: Theme; on: string }

function suppliersOf(random: Random, asked: Asked, candidates: readonly Organisation[]): Supplier[] {
  const many = random.chance(0.08) ? 3 : 1
  const found = new Map<string, Supplier>()
  for (let i = 0; i < many; i++) {
    const supplier = supplierOf(random, asked, candidates)
    found.set(supplier.name.toLowerCase(), supplier)
  }
  return [...found.values()]
}

function supplierOf(random: Random, { buyer, theme, on }: Asked, candidates: readonly Organisation[]): Supplier {
  const where = random.weighted({ here: 46, near: 26, elsewhere: 14, outside: 14 })
  if (where === 'outside') return random.pick(OUTSIDE)
  const older = candidates.filter(one => one.incorporated < on)
  const fitting = older.filter(one => {
    if (where === 'elsewhere') return one.town.place === 'elsewhere'
    return one.theme === theme.key && (one.town.place === buyer.place) === (where === 'here')
  })
  const one = random.pick(fitting.length > 0 ? fitting : older.filter(other => other.theme === theme.key))
  const known = random.chance(SHARE_WITH_NUMBER / 0.86)
  return {
    name: known ? one.name : carelessly(random, one.name),
    number: known ? one.number : null,
    postcode: `${one.outward} ${random.whole(1, 9)}XX`,
    town: one.town.name,
  }
}

/** A name as somebody types it who has no number at hand. */
function carelessly(random: Random, name: string): string {
  const forms = [
    name.toUpperCase(),
    name.replace(/ (?:Ltd\.?|Limited)$/i, ''),
    name.replace(/ Limited$/i, ' Ltd'),
    `The ${name}`,
    name.replace(/ CIC$/i, ' Community Interest Company'),
  ]
  return random.pick(forms)
}
