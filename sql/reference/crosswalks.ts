/** A link between priorities of two frameworks, each named by framework key and node code. */
export interface Crosswalk {
  from: readonly [framework: string, code: string]
  to: readonly [framework: string, code: string]
  strength: 'principal' | 'significant' | 'conflicts'
  /** Why: words of the definitions that meet. */
  quote: string
}

export const CROSSWALK_AUTHOR = 'Wellmet demonstration'
export const CROSSWALK_DATE = '2026-03-02'

const PILLARS = 'industrial-strategy-green-paper-2017'
const WHITE_PAPER = 'industrial-strategy-2017'
const SECTORS = 'modern-industrial-strategy-2025'
const REGION = 'north-east-local-growth-plan-2025'
const COUNTY = 'county-durham-inclusive-economic-strategy-2022'

type Row = readonly [from: string, to: string, strength: Crosswalk['strength'], quote: string]

const between = (from: string, to: string, rows: readonly Row[]): Crosswalk[] =>
  rows.map(([a, b, strength, quote]) => ({ from: [from, a], to: [to, b], strength, quote }))

/** From the county through the region to the nation, and from the strategies of 2017 to what followed them. */
export const crosswalks: readonly Crosswalk[] = [
  ...between(COUNTY, SECTORS, [
    ['P2.1', 'ADV', 'principal', '“supply chains of large plants” and “the supply chains of precision workshops”'],
    ['P2.2', 'DIG', 'significant', '“circuits, semiconductors” and “semiconductors, quantum”'],
    ['P2.2', 'ADV', 'significant', '“makers of sensors” and “makers of … electronics”'],
    ['P5.2', 'CLE', 'principal', '“mine water heat, panels and storage” and “fitting and running what lowers carbon”'],
    ['P5.1', 'CLE', 'significant', '“homes are … insulated and warm” and “heat pumps”'],
    ['P1.1', 'LIF', 'significant', '“people with pain, illness” and “from the laboratory to the patient”'],
    ['P3.2', 'DIG', 'significant', '“the last farm has a line that works” and “telecommunications”'],
    ['P4.1', 'CRE', 'significant', '“heritage, festivals” and “performing arts, museums”'],
  ]),
  ...between(COUNTY, REGION, [
    ['P2.1', 'MAN', 'principal', '“supply chains of large plants” stands in both'],
    ['P2.2', 'SEC', 'significant', '“satellite parts” and “satellites, sensors”'],
    ['P5.2', 'OFF', 'significant', '“mine water heat” and “clean heat”'],
    ['P1.3', 'PHA', 'significant', '“decline is noticed early” and “healthy ageing”'],
    ['P3.2', 'TEC', 'significant', '“a line that works” and “digital skills for people”'],
  ]),
  ...between(REGION, SECTORS, [
    ['OFF', 'CLE', 'principal', '“offshore wind” and “wind, nuclear, hydrogen”'],
    ['MAN', 'ADV', 'principal', '“electric vehicles, batteries, trains” and “vehicles, trains … batteries”'],
    ['CUL', 'CRE', 'principal', '“film and television” stands in both'],
    ['PHA', 'LIF', 'principal', '“medicines” stands in both'],
    ['TEC', 'DIG', 'principal', '“software” and “artificial intelligence” stand in both'],
    ['SEC', 'DEF', 'principal', '“defence engineering” and “engineers who supply the armed forces”'],
  ]),
  ...between(WHITE_PAPER, SECTORS, [
    ['G1', 'DIG', 'principal', '“data are put to work” and “software, data, artificial intelligence”'],
    ['G2', 'CLE', 'principal', '“low-carbon technologies” and “what lowers carbon”'],
    ['G3', 'ADV', 'significant', '“electric vehicles” and “makers of vehicles”'],
    ['G4', 'LIF', 'significant', '“people stay healthy” and “health research”'],
  ]),
  ...between(PILLARS, WHITE_PAPER, [
    ['1', 'F1', 'principal', '“research and new ideas are put to use” and “turn ideas into products”'],
    ['2', 'F2', 'principal', '“technical skills, numeracy” and “technical training, maths”'],
    [
      '3',
      'F3',
      'principal',
      '“roads, public transport, broadband” and “transport, housing, roads and digital networks”',
    ],
    ['4', 'F4', 'principal', '“small firms find money, advice” and “firms start and grow”'],
    ['5', 'F4', 'significant', '“local supply chains” and “supply chains … improve”'],
    ['7', 'G2', 'principal', '“low-carbon industries grow” and “low-carbon technologies”'],
    [
      '9',
      'F5',
      'principal',
      '“rural communities, coast and former coalfield” and “prosperous communities across the country”',
    ],
    ['10', 'F5', 'significant', '“what a place needs” and “use their own strengths”'],
  ]),
  ...between(COUNTY, WHITE_PAPER, [
    ['P1.3', 'G4', 'principal', '“older people living alone” and “people stay … in company as they grow older”'],
    ['P1.2', 'F2', 'principal', '“technical skills” and “technical training”'],
    ['P3.1', 'F5', 'significant', '“the high street” and “town centres, villages and cities”'],
    ['P3.2', 'F3', 'significant', '“within reach … whatever the bus timetable says” and “transport … renewed”'],
  ]),
]
