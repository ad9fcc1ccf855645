import { addDays, type Calendar } from './calendar.js'
import { type Cell, toRegisterCsv } from './csv.js'
import { countySpellings } from './geography.js'
import type { Organisation } from './organisations.js'
import type { Random } from './random.js'
import { firstHalves, secondHalves } from './texts/names.js'

/** Months before today whose first day has a snapshot, oldest first. */
export const SNAPSHOT_MONTHS = [-3, -2, -1, 0] as const

const previousNames = Array.from({ length: 10 }, (_, i) => {
  const n = i + 1
  return `${n === 2 ? ' ' : ''}PreviousName_${n}.CONDATE, PreviousName_${n}.CompanyName`
})

/** The publisher's header: unquoted, with blanks before some names. */
const HEADER = [
  'CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,RegAddress.AddressLine1, RegAddress.AddressLine2',
  'RegAddress.PostTown,RegAddress.County,RegAddress.Country,RegAddress.PostCode,CompanyCategory,CompanyStatus',
  'CountryOfOrigin,DissolutionDate,IncorporationDate,Accounts.AccountRefDay,Accounts.AccountRefMonth',
  'Accounts.NextDueDate,Accounts.LastMadeUpDate,Accounts.AccountCategory,Returns.NextDueDate,Returns.LastMadeUpDate',
  'Mortgages.NumMortCharges,Mortgages.NumMortOutstanding,Mortgages.NumMortPartSatisfied,Mortgages.NumMortSatisfied',
  'SICCode.SicText_1,SICCode.SicText_2,SICCode.SicText_3,SICCode.SicText_4,LimitedPartnerships.NumGenPartners',
  'LimitedPartnerships.NumLimPartners,URI',
  ...previousNames,
  'ConfStmtNextDueDate, ConfStmtLastMadeUpDate',
].join(',')

const STREETS =
  'Front Street|Station Road|Church Lane|High Row|Market Place|Mill Lane|Chapel Street|Quarry Bank|Pit Lane|Wagonway Drive|Beamish Terrace|Staithes Road|The Green|Wear View|Back Lane|Institute Row|Colliery Road|Foundry Way|Tannery Court|North End'.split(
    '|',
  )
const BUILDINGS = [
  'Unit {n} Enterprise Park',
  'Unit {n} Works Yard',
  '{n} The Old Mart',
  'Office {n} Innovation Barn',
  'Suite {n} Reading Room',
]
const INWARD = 'ABDEFGHJLNPQRSTUWXYZ'
/** One accountant's door is the registered office of many. */
const SHARED_DOOR = { line1: '3 Ledger House', line2: 'Saddler Wynd', every: 60 }

/** One register snapshot: the state at the first of the month, as the publisher writes it. One line is cut off. */
export function registerSnapshot(
  organisations: readonly Organisation[],
  index: number,
  tools: { random: Random; calendar: Calendar },
): string {
  const on = tools.calendar.monthStart(SNAPSHOT_MONTHS[index]!)
  const rows = organisations
    .filter(one => one.incorporated < on && (one.goneFrom === null || index < one.goneFrom))
    .map(one => registerRow(one, { ...tools, on, latest: index === SNAPSHOT_MONTHS.length - 1 }))
  return `${toRegisterCsv(HEADER, rows)}"${'CUT OFF BY A FAULT OF THE LINE LIMITED'}","ZZ999999","",""\r\n`
}

type RowTools = { random: Random; calendar: Calendar; on: string; latest: boolean }

function registerRow(one: Organisation, { random, calendar, on, latest }: RowTools): Cell[] {
  const own = random.branch(one.number)
  const address = addressOf(one, own)
  const accounts = accountsOf(one, own, on)
  const change = latest ? null : changeOf(one)
  const renamed = changeOf(one) === 'renamed'
  const earlierName = renamed ? earlierNameOf(one, own) : null
  const previous =
    latest && earlierName !== null
      ? [calendar.register(addDays(on, -9)), earlierName]
      : own.chance(0.08) && !one.showcase
        ? [
            own.chance(0.9) ? calendar.register(addDays(one.incorporated, own.whole(60, 900))) : '',
            earlierNameOf(one, own),
          ]
        : ['', '']
  const date = (day: string | null): string => (day === null ? '' : calendar.register(day))
  return [
    change === 'renamed' && earlierName !== null ? earlierName : one.name,
    one.number,
    '',
    '',
    change === 'moved' ? `${own.whole(2, 90)} Old Road` : address.line1,
    address.line2,
    address.town,
    address.county,
    address.country,
    address.postcode,
    one.category,
    change === 'status' ? 'Active' : one.status,
    'United Kingdom',
    '',
    date(one.incorporated),
    own.whole(1, 28),
    own.whole(1, 12),
    date(accounts.next),
    date(accounts.last),
    accounts.category,
    '',
    '',
    own.chance(0.12) ? own.whole(1, 4) : 0,
    0,
    0,
    0,
    ...[0, 1, 2, 3].map(i => one.sic[i] ?? ''),
    0,
    0,
    `http://data.companieshouse.gov.uk/doc/company/${one.number}`,
    ...previous,
    ...Array.from({ length: 18 }, () => ''),
    date(addDays(on, own.whole(10, 300))),
    date(accounts.last),
  ]
}

/** What happened to a company in the last month, for a few of them. */
function changeOf(one: Organisation): 'status' | 'renamed' | 'moved' | null {
  if (one.showcase || one.theme || one.goneFrom !== null) return null
  const n = Number(one.number.slice(2))
  if (n > 1_500 || n % 4 === 0) return null
  if (one.status.includes('Strike off') && n % 5 === 0) return 'status'
  if (n % 311 === 7) return 'renamed'
  if (n % 293 === 11) return 'moved'
  return null
}

function earlierNameOf(one: Organisation, own: Random): string {
  const branch = own.branch('earlier')
  const words = one.name.split(' ').slice(1).join(' ')
  return `${branch.pick(firstHalves)}${branch.pick(secondHalves)} ${words}`.toUpperCase()
}

function addressOf(one: Organisation, own: Random) {
  const { town } = one
  const shared = Number(one.number.slice(2)) % SHARED_DOOR.every === 0 && town.place === 'durham' && !one.showcase
  const number = own.whole(1, 140)
  const inBuilding = own.chance(one.theme === 'manufacturing' ? 0.7 : 0.2)
  const line1 = inBuilding
    ? own.pick(BUILDINGS).replace('{n}', String(own.whole(1, 60)))
    : `${number} ${own.pick(STREETS)}`
  const capitals = own.chance(0.25)
  const upper = (text: string): string => (capitals ? text.toUpperCase() : text)
  return {
    line1: upper(shared ? SHARED_DOOR.line1 : line1),
    line2: upper(shared ? SHARED_DOOR.line2 : inBuilding ? own.pick(STREETS) : ''),
    town: own.chance(0.02) && !one.showcase ? '' : upper(shared ? 'Durham' : town.name),
    county: own.pick(countySpellings[town.place]),
    country: own.pick(['England', 'ENGLAND', 'United Kingdom', 'England', '', '']),
    postcode: shared ? 'DH1 9LW' : postcodeOf(one, own),
  }
}

/** Mostly right, sometimes missing, sometimes as the register lets it pass. */
function postcodeOf(one: Organisation, own: Random): string {
  const inward = `${own.whole(1, 9)}${own.pick([...INWARD])}${own.pick([...INWARD])}`
  const right = `${one.outward} ${inward}`
  if (one.showcase) return right
  const how = own.weighted({ right: 982, missing: 11, tight: 4, letter: 2, broken: 1 })
  if (how === 'missing') return ''
  if (how === 'tight') return right.replace(' ', '')
  if (how === 'letter') return right.replace('1', 'l')
  return how === 'broken' ? `${one.outward} GEJ` : right
}

function accountsOf(
  one: Organisation,
  own: Random,
  on: string,
): { category: string; last: string | null; next: string | null } {
  const young = one.incorporated > addDays(on, -630)
  if (young) return { category: 'NO ACCOUNTS FILED', last: null, next: addDays(one.incorporated, 640) }
  const dormant = one.sic[0]?.startsWith('99999') || own.chance(0.07)
  const category = dormant
    ? 'DORMANT'
    : own.weighted({
        'MICRO ENTITY': 44,
        'TOTAL EXEMPTION FULL': 36,
        'UNAUDITED ABRIDGED': 6,
        SMALL: 5,
        FULL: 4,
        GROUP: 1,
        '': 4,
      })
  return { category, last: addDays(on, -own.whole(90, 450)), next: addDays(on, own.whole(20, 330)) }
}
