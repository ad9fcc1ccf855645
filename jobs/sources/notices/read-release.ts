import {
  distinctIdentifiers,
  identifier,
  identifierOfPartyId,
} from '../../../server/domain/organisations/identifier.js'
import { postcode, postcodesIn } from '../../../server/domain/places/postcode.js'
import { cleanText, cleanTitle } from '../../../server/domain/text/clean.js'
import { boolean, type Members, object, objects, string, strings, unreadableNumber } from '../json.js'
import { repairDoubledUtf8, withoutContacts } from '../text.js'
import { day, deadline, moment } from '../times.js'
import { noticeKind, noticeType, regimeOf } from './kind.js'
import { budgetNote, money } from './money.js'
import type { Award, DeliveryPlace, Lot, Money, Party, Release } from './release.js'

/** How a publisher's dialect differs. */
export interface Dialect {
  /** The release's own date carries a Z and means London time. */
  zIsLondon?: boolean
}

/** Why a release cannot be read. */
export class Unreadable extends Error {}

const LONGEST_TITLE = 5_000
const LONGEST_TEXT = 200_000
/** Written where a buyer awarded nothing or would not say whom: no organisation. */
const NOBODY = /^(not awarded( to supplier)?|no award|n\/?a|none|various|redacted)$/i

/** Reads an OCDS release into our own shape. Throws Unreadable with the reason; never anything else for bad content. */
export function readRelease(raw: Members, dialect: Dialect = {}): Release {
  const bad = unreadableNumber(raw)
  if (bad !== null) throw new Unreadable(`A number cannot be read: ${bad.slice(0, 40)}.`)
  const ocid = required(string(raw.ocid), 'The release has no ocid.')
  const id = required(string(raw.id), 'The release has no id.')
  const publishedAt = required(moment(raw.date, dialect.zIsLondon), 'The date of the release is not a moment.')
  const tender = object(raw.tender)
  const awards = objects(raw.awards).filter(award => award.suppliers !== undefined || award.value !== undefined)
  const text = textReader(raw)
  const parties = new Map(objects(raw.parties).map(party => [string(party.id) ?? '', party]))
  const items = [...objects(tender.items), ...awards.flatMap(award => objects(award.items))]
  const value = money(tender.value)
  return {
    ocid,
    id,
    tags: strings(raw.tag),
    publishedAt,
    noticeType: noticeType(raw),
    kind: noticeKind(raw),
    regime: regimeOf(tender, awards),
    title: text(tender.title ?? raw.title ?? awards[0]?.title, LONGEST_TITLE),
    description: text(tender.description ?? raw.description, LONGEST_TEXT),
    status: string(tender.status),
    method: string(tender.procurementMethod),
    methodDetails: text(tender.procurementMethodDetails, LONGEST_TITLE),
    category: string(tender.mainProcurementCategory) ?? string(awards[0]?.mainProcurementCategory),
    buyer: buyerOf(raw, parties, text),
    value: withBudget(value, budgetNote(object(raw.planning))),
    cpv: cpvOf([tender, ...items]),
    places: items.flatMap(item => objects(item.deliveryAddresses)).map(place => deliveryPlace(place)),
    lots: objects(tender.lots).map((lot, i) => lotOf(lot, i, text)),
    awards: awards.map((award, i) => awardOf(award, i, { parties, text })),
    closesAt: deadline(object(tender.tenderPeriod).endDate),
    engagementDueAt: dueDate(raw, 'engagement'),
    futureNoticeAt: deadline(object(tender.communication).futureNoticeDate),
    ...contractPeriod(tender, objects(tender.lots)),
    suitableSme: boolean(object(tender.suitability).sme),
    suitableVcse: boolean(object(tender.suitability).vcse),
    address: noticeAddress(raw),
  }
}

type TextReader = (value: unknown, longest: number) => string | null

/** Free text in one spelling, without the contact persons whom the release names. */
function textReader(raw: Members): TextReader {
  const names = objects(raw.parties)
    .map(party => string(object(party.contactPoint).name))
    .filter(name => name !== null && name.length > 5 && name.includes(' ')) as string[]
  return (value, longest) => {
    const written = string(value)
    if (written === null) return null
    if (written.includes('\0')) throw new Unreadable('A NUL character stands in the text.')
    if (written.length > longest)
      throw new Unreadable(`A text of ${written.length} characters where ${longest} are the most.`)
    const clean = (longest === LONGEST_TITLE ? cleanTitle : cleanText)(repairDoubledUtf8(written))
    return clean === '' ? null : withoutContacts(clean, names)
  }
}

function required<T>(value: T | null, reason: string): T {
  if (value === null) throw new Unreadable(reason)
  return value
}

function buyerOf(raw: Members, parties: Map<string, Members>, text: TextReader): Party | null {
  const buyer = object(raw.buyer)
  const party =
    [...parties.values()].find(one => strings(one.roles).includes('buyer')) ?? parties.get(string(buyer.id) ?? '')
  if (!party && !string(buyer.name)) return null
  return partyOf({ ...buyer, ...party }, text)
}

function partyOf(party: Members, text: TextReader): Party {
  const address = object(party.address)
  const main = object(party.identifier)
  const street = string(address.streetAddress) ?? ''
  const written = text(party.name ?? main.legalName, LONGEST_TITLE)
  return {
    name: written === null || NOBODY.test(written) ? null : written,
    identifiers: distinctIdentifiers([
      identifier(string(main.scheme), string(main.id)),
      ...objects(party.additionalIdentifiers).map(more => identifier(string(more.scheme), string(more.id))),
      identifierOfPartyId(string(party.id)),
    ]),
    postcode: (postcode(string(address.postalCode)) ?? postcodesIn(street).at(-1))?.text ?? null,
    town: string(address.locality),
    region: string(address.region),
  }
}

/** CPV codes of the process: the old rules put one on the tender, the new ones put them on items, award items included. */
function cpvOf(places: Members[]): string[] {
  const codes = places.flatMap(place => [object(place.classification), ...objects(place.additionalClassifications)])
  const ours = codes.flatMap(code => {
    const digits = string(code.scheme) === 'CPV' ? /^\d{8}/.exec(string(code.id) ?? '')?.[0] : undefined
    return digits ? [digits] : []
  })
  return [...new Set(ours)]
}

/** A region is a code in one source, a name, a country or a postcode in another. */
function deliveryPlace(address: Members): DeliveryPlace {
  const region = string(address.region)
  const code = region && /^(?:UK|TL)[A-Z0-9]{1,4}$/.test(region) ? region : null
  const found = postcode(string(address.postalCode)) ?? postcode(region)
  return {
    postcode: found?.text ?? null,
    regionCode: code,
    name: string(address.regionName) ?? (code || found ? null : (region ?? string(address.countryName))),
  }
}

function lotOf(lot: Members, position: number, text: TextReader): Lot {
  const period = object(lot.contractPeriod)
  return {
    id: string(lot.id) ?? String(position + 1),
    title: text(lot.title, LONGEST_TITLE),
    description: text(lot.description, LONGEST_TEXT),
    status: string(lot.status),
    value: money(lot.value),
    from: day(period.startDate),
    to: day(period.endDate),
  }
}

function awardOf(
  award: Members,
  position: number,
  { parties, text }: { parties: Map<string, Members>; text: TextReader },
): Award {
  const period = object(award.contractPeriod)
  return {
    id: string(award.id) ?? String(position + 1),
    title: text(award.title, LONGEST_TITLE),
    status: string(award.status),
    on: day(award.date),
    value: money(award.value),
    from: day(period.startDate),
    to: day(period.endDate),
    cpv: cpvOf(objects(award.items)),
    suppliers: objects(award.suppliers).map(supplier =>
      partyOf({ ...supplier, ...parties.get(string(supplier.id) ?? '') }, text),
    ),
  }
}

function contractPeriod(tender: Members, lots: Members[]): { contractFrom: string | null; contractTo: string | null } {
  const periods = [tender, ...lots].map(place => object(place.contractPeriod))
  return {
    contractFrom: periods.map(period => day(period.startDate)).find(one => one !== null) ?? null,
    contractTo: periods.map(period => day(period.endDate)).find(one => one !== null) ?? null,
  }
}

function dueDate(raw: Members, type: string): string | null {
  const milestones = [raw.planning, raw.tender].flatMap(place => objects(object(place).milestones))
  return (
    milestones
      .filter(one => string(one.type) === type)
      .map(one => deadline(one.dueDate))
      .find(due => due !== null) ?? null
  )
}

/** The page of the notice itself, from the last document that is one. */
function noticeAddress(raw: Members): string | null {
  const places = [raw.planning, raw.tender, ...objects(raw.awards), ...objects(raw.contracts)]
  const addresses = places
    .flatMap(place => objects(object(place).documents))
    .filter(document => /Notice$/.test(string(document.documentType) ?? ''))
    .map(document => string(document.url))
    .filter(url => url?.startsWith('https://'))
  return addresses.at(-1) ?? null
}

const withBudget = (value: Money | null, budget: string | null): Money | null =>
  budget === null ? value : { amount: null, currency: null, ...value, note: value?.note ?? budget }
