import type { OfficePlace } from './geography.js'

/** A company that the stories need, with its own statement. */
export interface Showcase {
  name: string
  place: OfficePlace
  town: string
  outward: string
  theme: string
  category: string
  status: string
  /** Years since it was founded. */
  age: number
  basis: 'stated' | 'contract'
  /** Days since the statement. */
  daysAgo: number
  statement: string
}

const LTD = 'Private Limited Company'
const CIC = 'Community Interest Company'

/** Written one by one: the first needs that a reader opens have these beside them. */
export const showcases: readonly Showcase[] = [
  {
    name: 'Kettlegarth Listening Ltd',
    place: 'gateshead',
    town: 'Gateshead',
    outward: 'NE10',
    theme: 'home-care',
    category: LTD,
    status: 'Active',
    age: 7,
    basis: 'stated',
    daysAgo: 190,
    statement:
      'We read the rhythm of a household from its electricity meter, week by week, so that slow decline of a person living alone is noticed early. Nothing is worn and nothing is filmed; the person decides who is told.',
  },
  {
    name: 'Curlewshiel Care Technologies Ltd',
    place: 'durham',
    town: 'Stanley',
    outward: 'DH9',
    theme: 'home-care',
    category: LTD,
    status: 'Active',
    age: 6,
    basis: 'contract',
    daysAgo: 430,
    statement:
      'Home-care staff notice small changes before they become an emergency: four questions at each visit show the slow decline of people living alone weeks sooner, without more visits. Run with 40 clients in two villages of the dales.',
  },
  {
    name: 'Fieldlea Visiting CIC',
    place: 'durham',
    town: 'Barnard Castle',
    outward: 'DL12',
    theme: 'home-care',
    category: CIC,
    status: 'Active',
    age: 4,
    basis: 'stated',
    daysAgo: 250,
    statement:
      'Somebody who knows the person should see the difference: in Weardale and Teesdale the same two neighbours visit people over 75 who live alone, notice slow decline sooner, and the person decides who is told.',
  },
  {
    name: 'Tallowbeck Visiting Care Ltd',
    place: 'durham',
    town: 'Crook',
    outward: 'DL15',
    theme: 'home-care',
    category: LTD,
    status: 'Liquidation',
    age: 11,
    basis: 'contract',
    daysAgo: 520,
    statement:
      'Home-care visits in Weardale by the same carers, who notice small changes in people living alone and report slow decline before it becomes an emergency. 160 clients until this spring.',
  },
  {
    name: 'Pewterhaugh Sign Interpreters CIC',
    place: 'herefordshire',
    town: 'Hereford',
    outward: 'HR4',
    theme: 'sign-language',
    category: CIC,
    status: 'Active',
    age: 9,
    basis: 'stated',
    daysAgo: 120,
    statement:
      'Registered British Sign Language interpreters for Deaf patients at an hour’s notice, in person or by screen. Deaf people choose their interpreter, and hospitals book by one call.',
  },
  {
    name: 'Anvilraw Road Sensing Ltd',
    place: 'sunderland',
    town: 'Washington',
    outward: 'NE37',
    theme: 'roads',
    category: LTD,
    status: 'Active',
    age: 8,
    basis: 'contract',
    daysAgo: 300,
    statement:
      'Cameras and vibration gauges on refuse vehicles find road defects on every street every week; each defect is measured and ranked, and residents’ reports count in the same list. Six-week contract with nine lorries.',
  },
  {
    name: 'Dipperbeck Water Levels CIC',
    place: 'durham',
    town: 'Chester le Street',
    outward: 'DH3',
    theme: 'flood',
    category: CIC,
    status: 'Active',
    age: 5,
    basis: 'stated',
    daysAgo: 80,
    statement:
      'Early warning for small becks: gauges that survive frost, speak by radio where there is no mobile signal, and wake a warden whom local people trust.',
  },
  {
    name: 'Lonnenside Community Transport CIC',
    place: 'durham',
    town: 'Bishop Auckland',
    outward: 'DL13',
    theme: 'transport',
    category: CIC,
    status: 'Active',
    age: 13,
    basis: 'contract',
    daysAgo: 210,
    statement:
      'Booked lifts from Upper Weardale to morning clinics and home the same day, in minibuses and in seats of school taxis that already travel the road. 412 hospital journeys before nine last year.',
  },
  {
    name: 'Staitherigg Neighbours CIC',
    place: 'durham',
    town: 'Peterlee',
    outward: 'SR8',
    theme: 'isolation',
    category: CIC,
    status: 'Active',
    age: 6,
    basis: 'stated',
    daysAgo: 140,
    statement:
      'Regular company for older people in the coast villages who are cut off: lunches with a lift there and back, and somebody who would notice if the door stayed shut.',
  },
  {
    name: 'Cinderlaw Lime and Stone Ltd',
    place: 'durham',
    town: 'Peterlee',
    outward: 'SR8',
    theme: 'damp-homes',
    category: LTD,
    status: 'Active',
    age: 10,
    basis: 'contract',
    daysAgo: 365,
    statement:
      'We find why an old terrace is wet and mend gutters, ground and lime before any insulation, with families living in the house. Two streets stayed dry for two winters.',
  },
  {
    name: 'Bobbindene Precision Ltd',
    place: 'durham',
    town: 'Newton Aycliffe',
    outward: 'DL5',
    theme: 'manufacturing',
    category: LTD,
    status: 'Active',
    age: 22,
    basis: 'stated',
    daysAgo: 95,
    statement:
      'Precision machining for rail and motor supply chains within ten miles of the large plants, with free capacity listed each month and an audit that other customers can use.',
  },
  {
    name: 'THE ANCIENT AND HONOURABLE FELLOWSHIP OF PEAT CUTTERS, DRYSTONE WALLERS, HEDGE LAYERS, SPADE MAKERS AND FRIENDS OF THE UPPER PEESWEEPHOPE VALLEY LIMITED',
    place: 'northumberland',
    town: 'Hexham',
    outward: 'NE47',
    theme: 'skills',
    category: 'PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)',
    status: 'Active',
    age: 31,
    basis: 'stated',
    daysAgo: 600,
    statement:
      'Walling, hedging and peatland repair taught on the hill by people who do it for a living; week courses for six learners at a time.',
  },
]
