import type { Framework, FrameworkNode } from './framework.js'

const OURS = ' (Wording made for the demonstration.)'

const priority = (
  parent: string,
  code: string,
  [title, definition]: readonly [string, string],
  codes: Pick<FrameworkNode, 'sic' | 'cpv'> = {},
): FrameworkNode => ({ code, parent, title, kind: 'theme', definition: `${definition}${OURS}`, ...codes })

/**
 * County Durham Inclusive Economic Strategy 2022 to 2035. The five Ps are the document's own; the priorities
 * below them are made for the demonstration and say so in their definition.
 */
export const countyDurham: Framework = {
  key: 'county-durham-inclusive-economic-strategy-2022',
  name: 'County Durham Inclusive Economic Strategy 2022 to 2035',
  owner: 'Durham County Council',
  level: 'local',
  locality: 'E06000047',
  from: '2022-12-14',
  to: '2035-12-31',
  address: 'https://www.durham.gov.uk/article/28073',
  licence: 'Open Government Licence v3.0',
  status: 'Adopted in December 2022; the priorities below the five Ps are made for the demonstration',
  demonstration: true,
  nodes: [
    {
      code: 'P1',
      title: 'People',
      kind: 'theme',
      definition: 'Residents are supported into education, training and good jobs, and live healthier lives.',
    },
    priority(
      'P1',
      'P1.1',
      [
        'Healthy working lives',
        'People with pain, illness or a caring role stay in work or return to it; employers and surgeries help early, and families get care that lets them work.',
      ],
      { cpv: ['851'] },
    ),
    priority(
      'P1',
      'P1.2',
      [
        'Skills for the next job',
        'School leavers, apprentices and adults learn technical skills near home, and young people find a first job.',
      ],
      { sic: ['853', '855'], cpv: ['805', '796'] },
    ),
    priority(
      'P1',
      'P1.3',
      [
        'Growing older in good company',
        'Older people living alone have regular company and care at home, decline is noticed early, and families facing dementia are not left alone.',
      ],
      { sic: ['87', '881', '8899'], cpv: ['8531', '8532'] },
    ),
    {
      code: 'P2',
      title: 'Productivity',
      kind: 'theme',
      definition: 'Businesses are helped to grow, to adopt new ways of working and to bring more and better jobs.',
    },
    priority(
      'P2',
      'P2.1',
      [
        'Advanced manufacturing',
        'Small manufacturers win orders in the supply chains of large plants, use less electricity for each part, and precision workshops pass on their trade.',
      ],
      { sic: ['24', '25', '28', '29', '30'], cpv: ['42', '34'] },
    ),
    priority(
      'P2',
      'P2.2',
      [
        'Electronics and space',
        'Makers of sensors, circuits, semiconductors and satellite parts grow around the science parks and find their first customers.',
      ],
      { sic: ['26', '27', '303'], cpv: ['31', '38'] },
    ),
    {
      code: 'P3',
      title: 'Places',
      kind: 'theme',
      definition: 'Towns, villages and their links become better places to live, work and spend time.',
    },
    priority(
      'P3',
      'P3.1',
      [
        'Town centres',
        'Empty shops and the rooms above them are used again, traders can try out a shop, and the high street has a reason to come.',
      ],
      { sic: ['47'], cpv: ['714'] },
    ),
    priority(
      'P3',
      'P3.2',
      [
        'Rural connections',
        'Every community is within reach of work, care and each other, whatever the bus timetable says, and the last farm has a line that works.',
      ],
      { sic: ['4931', '4939', '61'], cpv: ['601', '642'] },
    ),
    {
      code: 'P4',
      title: 'Promotion',
      kind: 'theme',
      definition: 'The county is better known, and more people and investors choose it.',
    },
    priority(
      'P4',
      'P4.1',
      [
        'Visitor economy',
        'Tourists stay overnight and spend more: hotels, attractions, heritage, festivals and trails are joined up through the seasons.',
      ],
      { sic: ['551', '552', '553', '79', '9103', '9104'], cpv: ['551', '635'] },
    ),
    {
      code: 'P5',
      title: 'Planet',
      kind: 'theme',
      definition: 'The economy grows while carbon falls, and communities cope with a changing climate.',
    },
    priority(
      'P5',
      'P5.1',
      [
        'Homes that hold heat',
        'Homes are dry, insulated and warm at a cost that families and pensioners can bear, and local builders do the work.',
      ],
      { sic: ['4322', '4329'], cpv: ['4532'] },
    ),
    priority(
      'P5',
      'P5.2',
      [
        'Clean energy',
        'Mine water heat, panels and storage serve homes, village halls and factories, and the money stays in the county.',
      ],
      { sic: ['35'], cpv: ['0933', '7131'] },
    ),
    priority(
      'P5',
      'P5.3',
      [
        'Ready for the weather, sparing with things',
        'Villages have warning of floods and water is slowed above them; furniture, food and materials are used again instead of thrown away.',
      ],
      { sic: ['38', '952'], cpv: ['905', '907'] },
    ),
  ],
}
