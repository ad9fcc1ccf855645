import { listOf, many, month, pounds } from '../../domain/economy/figures.js'
import { rankWords, shareSubject } from '../../domain/needs/shares.js'
import { counted, startCounted, startWords, verb } from '../../domain/needs/words.js'
import type { NetCompanies } from './net-companies.read-model.js'
import type { OverviewRows, PlaceNeeds } from './overview.read-model.js'
import type { Overview } from './overview.schemas.js'

type Figure = Overview['figures'][number]

/** Priorities of the strategy that a place answers to, with those that no current need serves. */
export interface Priorities {
  framework: string
  all: string[]
  without: { title: string; organisations: number; ideas: number }[]
  /** Needs compared with the strategy, and those that were not yet. */
  compared: number
  notCompared: number
}

/** Local share of award value in per cent, with the bounds that the unknown leaves. */
export interface Spend {
  low: number
  high: number
  value: number
  unknownShare: number
  awards: number
}

const NONE: Pick<Figure, 'value' | 'format' | 'peers' | 'marks' | 'quality'> = {
  value: null,
  format: 'count',
  peers: null,
  marks: null,
  quality: 'empty',
}

const peersOf = <T extends { name: string; own: boolean }>(
  places: T[],
  value: (place: T) => number,
): Figure['peers'] =>
  places.length < 2 ? null : places.map(place => ({ place: place.name, value: value(place), own: place.own }))

const sentence = (parts: (string | null)[]): string => parts.filter(part => part !== null && part !== '').join(' ')

export function openNeeds(places: PlaceNeeds[]): Figure {
  const own = places.find(place => place.own)
  const opened = own?.opened ?? 0
  const origin =
    own && own.consulted * 2 > opened ? verb(opened, ', from consultation', ', most from consultation') : ''
  const rank = rankWords(
    own?.current ?? 0,
    places.filter(place => !place.own).map(place => place.current),
  )
  return {
    id: 'open-needs',
    finding:
      own?.current === 0
        ? 'No need is open here'
        : `${startCounted(opened, 'need was', 'needs were')} opened in the last 30 days${opened > 0 ? origin : ''}`,
    value: own?.current ?? 0,
    format: 'count',
    unit: verb(own?.current ?? 0, 'open need', 'open needs'),
    comparison: sentence([
      rank && `${rank}, by number: places differ in size.`,
      own && own.stale > 0 ? `${startCounted(own.stale, 'more is', 'more are')} stale and not counted.` : null,
    ]),
    peers: peersOf(places, place => place.current),
    marks: null,
    quality: own?.current === 0 ? 'empty' : 'ok',
  }
}

export function thinSupply(places: PlaceNeeds[], reachMiles: number): Figure {
  const own = places.find(place => place.own)
  const frame = {
    id: 'thin-supply',
    unit: `${verb(own?.few ?? 0, 'need', 'needs')} with fewer than three organisations in reach`,
  }
  if (!own || own.assessed === 0) {
    return {
      ...NONE,
      ...frame,
      finding: 'No need here has been matched yet',
      comparison: 'The next run of the matcher takes them in.',
    }
  }
  const notAssessed = own.current - own.assessed
  const share = (place: PlaceNeeds) => (place.assessed === 0 ? 0 : (100 * place.few) / place.assessed)
  const assessed = places.filter(place => place.assessed > 0)
  const rank = rankWords(share(own), assessed.filter(place => !place.own).map(share))
  const few = shareSubject(own.few, own.assessed, ['need', 'needs'])
  return {
    ...frame,
    finding: `${few.words} ${few.plural ? 'have' : 'has'} hardly anybody to meet ${few.plural ? 'them' : 'it'}`,
    value: own.few,
    format: 'count',
    comparison: sentence([
      `Within ${reachMiles} miles.`,
      rank && `${rank}, by share.`,
      notAssessed > 0 ? `${startCounted(notAssessed, 'need is', 'needs are')} not assessed.` : null,
    ]),
    peers: peersOf(assessed, share),
    marks: null,
    quality: notAssessed > 0 ? 'partial' : 'ok',
  }
}

export function secondChances({ ideas, onlyBalance, publicCount }: OverviewRows['chances'], sees: boolean): Figure {
  if (!sees) {
    return {
      ...NONE,
      id: 'second-chances',
      finding:
        publicCount === 0
          ? 'No idea waits for a second chance here'
          : 'Ideas wait for a second chance, and their owners agreed',
      value: publicCount,
      unit: `${verb(publicCount, 'fit', 'fits')} of an earlier idea with an open need`,
      comparison: 'One idea may fit several needs. Not compared: places count differently.',
      quality: publicCount === 0 ? 'empty' : 'ok',
    }
  }
  const balance =
    onlyBalance > 0
      ? `${startWords(onlyBalance)}, filled, ${verb(onlyBalance, 'was', 'were')} left out only for balance. `
      : ''
  return {
    id: 'second-chances',
    finding:
      ideas === 0
        ? 'No idea waits for a second chance here'
        : `${verb(ideas, 'An idea waits', 'Ideas wait')} for a second chance, and ${verb(ideas, 'its owner', 'their owners')} agreed`,
    value: ideas,
    format: 'count',
    unit: `${verb(ideas, 'idea that fits', 'ideas that fit')} an open need`,
    comparison: `${balance}Not compared: places count differently.`,
    peers: null,
    marks: ideas === 0 ? null : { filled: onlyBalance, total: ideas, shape: 'diamond' },
    quality: ideas === 0 ? 'empty' : 'ok',
  }
}

export function localSpend(spend: Spend | null): Figure {
  const id = 'local-spend'
  if (!spend) {
    return {
      ...NONE,
      id,
      finding: 'Too few awards of buyers here to say what stays',
      unit: 'of award value',
      comparison: 'Ten awards are needed. Sources says when notices are asked for next.',
    }
  }
  const low = Math.round(spend.low)
  const known =
    spend.unknownShare < 0.5
      ? ''
      : ` ${Math.round(spend.unknownShare)}% of it has no supplier with a known address, so the true share lies between ${low}% and ${Math.round(spend.high)}%.`
  return {
    id,
    finding: staysHere(low),
    value: low,
    format: 'percent',
    unit: `of ${pounds(spend.value)}`,
    comparison: sentence([
      `From ${many(spend.awards, 'award', 'awards')}.${known}`,
      'Registered office is not always where work is done.',
    ]),
    peers: null,
    marks: null,
    quality: known ? 'partial' : 'ok',
  }
}

function staysHere(percent: number): string {
  if (percent === 0) return 'Next to nothing of known award value stays here'
  const { words, plural } = shareSubject(percent, 100, ['pound', 'pounds'])
  return plural ? `About ${percent}% of known award value stays here` : `${words} of known award value stays here`
}

export function netCompanies(net: NetCompanies | null): Figure {
  const id = 'net-companies'
  const own = net?.places.find(place => place.own)
  if (!net || !own) {
    return {
      ...NONE,
      id,
      finding: 'No company register of this place is held yet',
      unit: 'companies',
      comparison: 'Sources says when the register is asked next.',
    }
  }
  const when = month(net.month)
  const others = net.places.filter(place => !place.own)
  if (!net.leavingKnown) {
    return {
      id,
      finding: `${startCounted(own.incorporated, 'company', 'companies')} started in ${when}`,
      value: own.incorporated,
      format: 'count',
      unit: `incorporated, ${when}`,
      comparison: 'How many left is known from the second pull of the register on.',
      peers: peersOf(net.places, place => place.incorporated),
      marks: null,
      quality: 'partial',
    }
  }
  const balance = own.incorporated - own.left
  const rank = rankWords(
    balance,
    others.map(place => place.incorporated - place.left),
  )
  return {
    id,
    finding:
      balance === 0
        ? 'As many companies left as started'
        : `More companies ${balance > 0 ? 'started than left' : 'left than started'}`,
    value: balance,
    format: 'signed',
    unit: `net, ${when}`,
    comparison: sentence([
      `${startWords(own.incorporated)} started, ${counted(own.left, 'left', 'left')}.`,
      'The last two months are provisional.',
      rank && `${rank}.`,
    ]),
    peers: peersOf(net.places, place => place.incorporated - place.left),
    marks: null,
    quality: 'ok',
  }
}

export function prioritiesCovered(priorities: Priorities | null): Figure {
  const id = 'priorities'
  if (!priorities || priorities.all.length === 0) {
    return {
      ...NONE,
      id,
      finding: 'No strategy of this place has been entered',
      unit: 'priorities',
      comparison: 'Add one with its priorities.',
    }
  }
  const { all, without, framework } = priorities
  const covered = all.length - without.length
  return {
    id,
    finding:
      without.length === 0
        ? `All ${counted(all.length, 'priority has', 'priorities have')} needs behind ${verb(all.length, 'it', 'them')}`
        : `${startWords(covered)} of ${counted(all.length, 'priority', 'priorities')} ${verb(covered, 'has', 'have')} needs behind ${verb(covered, 'it', 'them')}`,
    value: without.length,
    format: 'count',
    unit: `${verb(without.length, 'priority', 'priorities')} without an open need`,
    comparison: sentence([
      without.length > 0
        ? `${listOf(without.slice(0, 3).map(node => node.title))}${without.length > 3 ? ` and ${without.length - 3} more` : ''}.`
        : null,
      `${framework}.`,
    ]),
    peers: null,
    marks: { filled: covered, total: all.length, shape: 'square' },
    quality: priorities.notCompared > 0 ? 'partial' : 'ok',
  }
}
