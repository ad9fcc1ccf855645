import type { MadeAward, Supplier } from './awards.js'
import { type Buyer, buyerOf } from './buyers.js'
import { addDays, type Calendar } from './calendar.js'
import type { Random } from './random.js'
import { themeOf } from './texts/index.js'
import type { NoticeText } from './texts/notices.js'

type Json = Record<string, unknown>
type Tools = { random: Random; calendar: Calendar }

const PAGE = 100
const LEGAL_BASIS = {
  id: '2023/54',
  scheme: 'UKPGA',
  uri: 'https://www.legislation.gov.uk/ukpga/2023/54/contents',
}

/** Release packages of the national service, a hundred releases each: UK1 to UK4, UK6, UK7 and UK12. */
export function findATenderFiles(notices: readonly NoticeText[], awards: readonly MadeAward[], tools: Tools): string[] {
  const service = new Service(tools)
  for (const notice of notices) service.publishNotice(notice)
  for (const award of awards) service.publishAward(award)
  const releases = service.releases.sort((a, b) => (String(a.date) < String(b.date) ? -1 : 1))
  return Array.from({ length: Math.ceil(releases.length / PAGE) }, (_, page) =>
    JSON.stringify({
      uri: `https://notices.example/find-a-tender/ocdsReleasePackages?page=${page + 1}`,
      version: '1.1',
      publishedDate: tools.calendar.moment(tools.calendar.today, '06:00:00'),
      publisher: { name: 'Demonstration notice service' },
      license: 'http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      releases: releases.slice(page * PAGE, (page + 1) * PAGE),
    }),
  )
}

/** The service's counters: every publication has its own number, every procurement its own ocid. */
class Service {
  readonly releases: Json[] = []
  private number = 71_204
  constructor(private readonly tools: Tools) {}

  publishNotice(notice: NoticeText): void {
    const { calendar, random } = this.tools
    const buyer = buyerOf(notice.place)
    const ocid = this.newOcid()
    const published = calendar.day(notice.published)
    this.publish(ocid, published, buyer, document => noticeBody(notice, { calendar, buyer, document }))
    if (notice.afterwards === 'terminated') {
      const on = addDays(calendar.day(notice.due), 21)
      this.publish(ocid, on, buyer, document => ({
        tag: ['tenderCancellation'],
        tender: {
          id: ocid,
          legalBasis: LEGAL_BASIS,
          title: notice.title,
          status: 'cancelled',
          statusDetails: 'No tender met the requirement for battery life in frost.',
          documents: [document('tenderNotice', 'UK12', 'Procurement termination notice')],
        },
      }))
    }
    if (notice.afterwards === 'awarded') {
      const award: MadeAward = {
        buyer,
        theme: themeOf(notice.theme),
        title: notice.title,
        text: notice.text,
        on: calendar.day(notice.due + 5),
        value: notice.value ?? 0,
        months: 12,
        suppliers: [{ name: 'Hopplegill Holiday Kitchens', number: null, postcode: 'NE10 9XX', town: 'Gateshead' }],
        direct: random.chance(0),
      }
      this.publish(ocid, award.on, buyer, document => awardBody(award, { calendar, document, type: 'UK6' }))
    }
  }

  /** An intention (UK6) for some, then the signed contract (UK7). */
  publishAward(award: MadeAward): void {
    const { calendar, random } = this.tools
    const ocid = this.newOcid()
    const signed = addDays(award.on, 14)
    if (random.chance(0.35))
      this.publish(
        ocid,
        award.on,
        award.buyer,
        document => awardBody(award, { calendar, document, type: 'UK6' }),
        award.suppliers,
      )
    if (signed <= calendar.today)
      this.publish(
        ocid,
        signed,
        award.buyer,
        document => awardBody(award, { calendar, document, type: 'UK7' }),
        award.suppliers,
      )
  }

  private publish(
    ocid: string,
    on: string,
    buyer: Buyer,
    body: (document: DocumentMaker) => Json,
    suppliers: Supplier[] = [],
  ): void {
    const { calendar } = this.tools
    const id = `${String(++this.number).padStart(6, '0')}-${on.slice(0, 4)}`
    const date = calendar.moment(on, '10:12:00')
    const document: DocumentMaker = (documentType, noticeType, description) => ({
      id,
      documentType,
      noticeType,
      description: `${description} on Find a Tender`,
      url: `https://notices.example/find-a-tender/Notice/${id}`,
      datePublished: date,
      format: 'text/html',
    })
    const made = body(document)
    const named = suppliers.length > 0 ? suppliers : ((made.suppliers as Supplier[] | undefined) ?? [])
    const { suppliers: _, ...members } = made
    this.releases.push({
      id,
      ocid,
      date,
      initiationType: 'tender',
      language: 'en',
      parties: [buyerParty(buyer), ...named.map(supplier => supplierParty(supplier))],
      buyer: { id: `GB-PPON-${buyer.ppon}`, name: buyer.name },
      ...members,
    })
  }

  private newOcid(): string {
    const { random } = this.tools
    return `ocds-h6vhtk-${Array.from({ length: 6 }, () => random.whole(0, 15).toString(16)).join('')}`
  }
}

type DocumentMaker = (documentType: string, noticeType: string, description: string) => Json

function noticeBody(
  notice: NoticeText,
  { calendar, buyer, document }: { calendar: Calendar; buyer: Buyer; document: DocumentMaker },
): Json {
  const due = calendar.day(notice.due)
  const [code, description] = themeOf(notice.theme).cpv
  const lots = (notice.lots ?? [null]).map((title, i) => ({
    id: String(i + 1),
    title,
    description: null,
    status: 'planned',
  }))
  const tender: Json = {
    id: notice.title.slice(0, 12).replaceAll(/\W/g, '').toUpperCase(),
    legalBasis: LEGAL_BASIS,
    title: notice.title,
    description: notice.text,
    status: 'planned',
    lots,
    items: lots.map(lot => ({
      id: lot.id,
      additionalClassifications: [{ scheme: 'CPV', id: code, description }],
      deliveryAddresses: [{ region: buyer.regionCode, country: 'GB', countryName: 'United Kingdom' }],
      relatedLot: lot.id,
    })),
    ...(notice.value === null
      ? {}
      : { value: { amountGross: notice.value * 1.2, amount: notice.value, currency: 'GBP' } }),
    mainProcurementCategory: 'services',
  }
  switch (notice.type) {
    case 'UK1':
    case 'UK3':
      return {
        tag: ['planning'],
        planning: {
          documents: [
            document(
              'plannedProcurementNotice',
              notice.type,
              notice.type === 'UK1' ? 'Pipeline notice' : 'Planned procurement notice',
            ),
          ],
        },
        tender: { ...tender, communication: { futureNoticeDate: calendar.moment(due, '23:59:59') } },
      }
    case 'UK2':
      return {
        tag: ['planning'],
        planning: {
          milestones: [{ id: '1', type: 'engagement', dueDate: calendar.moment(due, '23:59:59'), status: 'scheduled' }],
          documents: [document('marketEngagementNotice', 'UK2', 'Preliminary market engagement notice')],
        },
        tender: { ...tender, status: 'planning' },
      }
    default:
      return {
        tag: ['tender'],
        tender: {
          ...tender,
          status: 'active',
          procurementMethod: 'open',
          procurementMethodDetails: 'Open procedure',
          tenderPeriod: { endDate: calendar.moment(due, '12:00:00') },
          documents: [document('tenderNotice', 'UK4', 'Tender notice')],
        },
      }
  }
}

function awardBody(
  award: MadeAward,
  { calendar, document, type }: { calendar: Calendar; document: DocumentMaker; type: 'UK6' | 'UK7' },
): Json {
  const [code, description] = award.theme.cpv
  const signed = type === 'UK7'
  return {
    tag: signed ? ['contract'] : ['award'],
    suppliers: award.suppliers,
    tender: {
      id: award.title.slice(0, 12).replaceAll(/\W/g, '').toUpperCase(),
      legalBasis: LEGAL_BASIS,
      title: award.title,
      description: award.text,
      status: 'complete',
      procurementMethod: award.direct ? 'direct' : 'open',
      procurementMethodDetails: award.direct ? 'Direct award' : 'Open procedure',
      lots: [{ id: '1', status: 'complete', description: null }],
    },
    awards: [
      {
        id: '1',
        title: award.title,
        status: signed ? 'active' : 'pending',
        date: calendar.moment(award.on, '00:00:00'),
        value: { amountGross: award.value * 1.2, amount: award.value, currency: 'GBP' },
        mainProcurementCategory: 'services',
        aboveThreshold: award.value > 207_720,
        suppliers: award.suppliers.map(supplier => ({ id: partyId(supplier), name: supplier.name })),
        items: [{ id: '1', additionalClassifications: [{ scheme: 'CPV', id: code, description }], relatedLot: '1' }],
        contractPeriod: {
          startDate: calendar.moment(addDays(award.on, 30), '00:00:00'),
          endDate: calendar.moment(addDays(award.on, 30 + award.months * 30), '23:59:59'),
        },
        relatedLots: ['1'],
        documents: signed ? [] : [document('awardNotice', 'UK6', 'Contract award notice')],
      },
    ],
    ...(signed
      ? {
          contracts: [
            {
              id: '1',
              awardID: '1',
              status: 'active',
              documents: [document('contractNotice', 'UK7', 'Contract details notice')],
            },
          ],
        }
      : {}),
  }
}

const buyerParty = (buyer: Buyer): Json => ({
  name: buyer.name,
  id: `GB-PPON-${buyer.ppon}`,
  identifier: { scheme: 'GB-PPON', id: buyer.ppon },
  address: {
    streetAddress: '1 Example Street',
    locality: buyer.town,
    postalCode: buyer.postcode,
    country: 'GB',
    countryName: 'United Kingdom',
    region: buyer.regionCode,
  },
  contactPoint: { email: `procurement@${buyer.place}.example` },
  roles: ['buyer'],
})

/** Where a buyer gave no company number, the service has only its own. */
const partyId = (supplier: Supplier): string =>
  supplier.number ? `GB-COH-${supplier.number}` : `GB-PPON-${registerNumber(supplier.name)}`

const supplierParty = (supplier: Supplier): Json => ({
  name: supplier.name,
  id: partyId(supplier),
  identifier: supplier.number
    ? { scheme: 'GB-COH', id: supplier.number }
    : { scheme: 'GB-PPON', id: registerNumber(supplier.name) },
  address: {
    ...(supplier.town ? { locality: supplier.town } : {}),
    ...(supplier.postcode ? { postalCode: supplier.postcode } : {}),
    country: 'GB',
  },
  roles: ['supplier'],
  details: { scale: 'sme', vcse: / CIC|Community/i.test(supplier.name) },
})

/** A number in the central register's form, always the same for a name. */
function registerNumber(name: string): string {
  let sum = 0
  for (const sign of name.toLowerCase()) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 10_000
  const letters = `${name.replaceAll(/[^A-Za-z]/g, '').toUpperCase()}XXXX`
  return `P${letters.slice(0, 3)}-${String(sum).padStart(4, '0')}-WM${letters.slice(3, 5)}`
}
