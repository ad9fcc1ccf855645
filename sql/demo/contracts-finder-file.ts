import type { MadeAward, Supplier } from './awards.js'
import { type Buyer, buyerOf } from './buyers.js'
import { addDays, type Calendar } from './calendar.js'
import type { Random } from './random.js'
import { themeOf } from './texts/index.js'
import type { NoticeText } from './texts/notices.js'

type Json = Record<string, unknown>
type Tools = { random: Random; calendar: Calendar }

/** Releases of the older service, one a line: engagement, pipeline and tender notices, and awards. */
export function contractsFinderFile(
  notices: readonly NoticeText[],
  awards: readonly MadeAward[],
  { random, calendar }: Tools,
): string {
  const releases = [
    ...notices.map((notice, i) => noticeRelease(notice, { random: random.branch(`notice ${i}`), calendar })),
    ...awards.map((award, i) => awardRelease(award, { random: random.branch(`award ${i}`), calendar })),
  ]
  return `${releases.map(release => JSON.stringify(release)).join('\n')}\n`
}

function noticeRelease(notice: NoticeText, { random, calendar }: Tools): Json {
  const guid = makeGuid(random)
  const buyer = buyerOf(notice.place)
  const published = calendar.day(notice.published)
  const due = calendar.day(notice.due)
  const [scheme, title] = themeOf(notice.theme).cpv
  const document = (documentType: string, description: string): Json => ({
    id: '1',
    documentType,
    description,
    url: `https://notices.example/contracts-finder/${guid}`,
    datePublished: `${published}T09:30:00Z`,
    format: 'text/html',
    language: 'en',
  })
  const value = notice.value === null ? {} : { value: { amount: notice.value, currency: 'GBP' } }
  const tender: Json = {
    id: `WMD-${guid.slice(0, 8).toUpperCase()}`,
    title: notice.title,
    description: notice.text,
    classification: { scheme: 'CPV', id: scheme, description: title },
    items: [{ id: '1', deliveryAddresses: [{ region: buyer.regionName, countryName: 'United Kingdom' }] }],
    ...value,
    ...lotsOf(notice),
    suitability: { sme: true, vcse: random.chance(0.7) },
    mainProcurementCategory: 'services',
  }
  const shapes: Record<string, () => Json> = {
    engagement: () => ({
      tag: ['planning'],
      title: notice.title,
      planning: {
        milestones: [
          { id: '1', title: 'Engagement end date', type: 'engagement', dueDate: calendar.moment(due, '23:59:59') },
        ],
        documents: [document('marketEngagementNotice', 'Early engagement notice on Contracts Finder')],
      },
      tender: { ...tender, status: 'planning' },
    }),
    pipeline: () => ({
      tag: ['planning'],
      planning: { documents: [document('plannedProcurementNotice', 'Future opportunity notice on Contracts Finder')] },
      tender: { ...tender, status: 'planned', communication: { futureNoticeDate: calendar.moment(due, '00:00:00') } },
    }),
    tender: () => ({
      tag: ['tender'],
      tender: {
        ...tender,
        status: 'active',
        datePublished: `${published}T09:30:00Z`,
        procurementMethod: 'open',
        procurementMethodDetails: 'Open procedure (below threshold)',
        tenderPeriod: { endDate: calendar.moment(due, '12:00:00') },
        contractPeriod: {
          startDate: calendar.moment(addDays(due, 60), '00:00:00'),
          endDate: calendar.moment(addDays(due, 60 + 730), '23:59:59'),
        },
        documents: [document('tenderNotice', 'Opportunity notice on Contracts Finder')],
      },
    }),
  }
  return {
    ...head(guid, published, random),
    ...shapes[notice.type]!(),
    parties: [buyerParty(buyer)],
    buyer: nameOf(buyer),
  }
}

function awardRelease(award: MadeAward, { random, calendar }: Tools): Json {
  const guid = makeGuid(random)
  const published = addDays(award.on, random.whole(3, 30)) > calendar.today ? award.on : addDays(award.on, 3)
  const [scheme, title] = award.theme.cpv
  const ids = award.suppliers.map((_, i) => `GB-CFS-${991_000 + random.whole(0, 8_000) + i}`)
  return {
    ...head(guid, published, random),
    tag: ['award'],
    tender: {
      id: `WMD-${guid.slice(0, 8).toUpperCase()}`,
      title: award.title,
      description: award.text,
      status: 'complete',
      classification: { scheme: 'CPV', id: scheme, description: title },
      items: [{ id: '1', deliveryAddresses: [{ region: award.buyer.regionName, countryName: 'United Kingdom' }] }],
      value: { amount: award.value, currency: 'GBP' },
      procurementMethod: award.direct ? 'direct' : 'open',
      procurementMethodDetails: award.direct
        ? 'Single tender action (below threshold)'
        : 'Open procedure (below threshold)',
      suitability: { sme: true, vcse: false },
      mainProcurementCategory: 'services',
    },
    parties: [buyerParty(award.buyer), ...award.suppliers.map((supplier, i) => supplierParty(supplier, ids[i]!))],
    buyer: nameOf(award.buyer),
    awards: [
      {
        id: `ocds-b5fd17-${guid}-1`,
        status: 'active',
        date: `${award.on}T00:00:00Z`,
        datePublished: `${published}T09:30:00Z`,
        value: { amount: award.value, currency: 'GBP' },
        suppliers: award.suppliers.map((supplier, i) => ({ id: partyId(supplier, ids[i]!), name: supplier.name })),
        contractPeriod: {
          startDate: calendar.moment(addDays(award.on, 28), '00:00:00'),
          endDate: calendar.moment(addDays(award.on, 28 + award.months * 30), '23:59:59'),
        },
        documents: [
          {
            id: '1',
            documentType: 'awardNotice',
            description: 'Awarded contract notice on Contracts Finder',
            url: `https://notices.example/contracts-finder/${guid}`,
            datePublished: `${published}T09:30:00Z`,
            format: 'text/html',
            language: 'en',
          },
        ],
      },
    ],
  }
}

const head = (guid: string, published: string, random: Random): Json => ({
  ocid: `ocds-b5fd17-${guid}`,
  id: `${guid}-${random.whole(700_000, 999_999)}`,
  language: 'en',
  date: `${published}T09:30:00Z`,
  initiationType: 'tender',
})

const nameOf = (buyer: Buyer): Json => ({ id: buyer.cfs, name: buyer.name })

const buyerParty = (buyer: Buyer): Json => ({
  ...nameOf(buyer),
  identifier: { legalName: buyer.name },
  address: {
    streetAddress: '1 Example Street',
    locality: buyer.town,
    postalCode: buyer.postcode,
    countryName: 'England',
  },
  contactPoint: { email: `procurement@${buyer.place}.example` },
  roles: ['buyer'],
})

const partyId = (supplier: Supplier, cfs: string): string => (supplier.number ? `GB-COH-${supplier.number}` : cfs)

/** Without a number the address is one line of free text, as the service prints it. */
const supplierParty = (supplier: Supplier, cfs: string): Json => ({
  id: partyId(supplier, cfs),
  name: supplier.name,
  identifier: supplier.number
    ? { scheme: 'GB-COH', id: supplier.number, legalName: supplier.name }
    : { legalName: supplier.name },
  ...(supplier.postcode ? { address: { streetAddress: `${supplier.town}, ${supplier.postcode}` } } : {}),
  details: { scale: 'sme', vcse: / CIC|Community/.test(supplier.name) },
  roles: ['supplier'],
})

function lotsOf(notice: NoticeText): Json {
  if (!notice.lots) return {}
  return { lots: notice.lots.map((title, i) => ({ id: String(i + 1), title, status: 'active' })) }
}

function makeGuid(random: Random): string {
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => random.whole(0, 15).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
}
