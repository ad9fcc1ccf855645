import type { NoticeText } from './texts/notices.js'

export type BuyerPlace = NoticeText['place']

/** A made council that buys. */
export interface Buyer {
  place: BuyerPlace
  name: string
  /** Number on the central register of buyers, in its form. */
  ppon: string
  /** The older service's own number. */
  cfs: string
  town: string
  postcode: string
  regionCode: string
  /** How notices name where the work is done. */
  regionName: string
  /** Parts of the place that contracts are for. */
  areas: readonly string[]
}

export const buyers: readonly Buyer[] = [
  {
    place: 'durham',
    name: 'County Durham demonstration council',
    ppon: 'PDEM-0001-WMDH',
    cfs: 'GB-CFS-990001',
    town: 'Durham',
    postcode: 'DH1 5XX',
    regionCode: 'UKC14',
    regionName: 'County Durham',
    areas: [
      'Weardale',
      'Teesdale',
      'Derwentside',
      'Easington district',
      'Bishop Auckland area',
      'Chester-le-Street',
      'Sedgefield area',
      'Durham City',
      'Consett',
      'Peterlee and Horden',
      'Crook and Willington',
      'Newton Aycliffe',
    ],
  },
  {
    place: 'northumberland',
    name: 'Northumberland demonstration council',
    ppon: 'PDEM-0002-WMNB',
    cfs: 'GB-CFS-990002',
    town: 'Morpeth',
    postcode: 'NE61 2XX',
    regionCode: 'UKC21',
    regionName: 'Northumberland',
    areas: ['Coquetdale', 'Tynedale', 'Blyth Valley', 'Berwick area', 'Ashington', 'Alnwick area', 'Redesdale'],
  },
  {
    place: 'gateshead',
    name: 'Gateshead demonstration council',
    ppon: 'PDEM-0003-WMGH',
    cfs: 'GB-CFS-990003',
    town: 'Gateshead',
    postcode: 'NE8 1XX',
    regionCode: 'UKC22',
    regionName: 'Gateshead',
    areas: ['Felling', 'Blaydon', 'Bensham', 'Birtley', 'Whickham', 'Team Valley'],
  },
  {
    place: 'sunderland',
    name: 'SUNDERLAND DEMONSTRATION COUNCIL',
    ppon: 'PDEM-0004-WMSD',
    cfs: 'GB-CFS-990004',
    town: 'Sunderland',
    postcode: 'SR1 3XX',
    regionCode: 'UKC23',
    regionName: 'Sunderland',
    areas: ['Washington', 'Hendon', 'Southwick', 'Houghton-le-Spring', 'Hetton', 'Pallion'],
  },
]

export const buyerOf = (place: BuyerPlace): Buyer => buyers.find(buyer => buyer.place === place)!
