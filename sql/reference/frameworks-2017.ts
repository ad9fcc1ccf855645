import type { Framework } from './framework.js'

const OGL = 'Open Government Licence v3.0'

/** Building our Industrial Strategy, Green Paper of January 2017. */
export const pillars2017: Framework = {
  key: 'industrial-strategy-green-paper-2017',
  name: 'Industrial Strategy Green Paper: ten pillars',
  owner: 'HM Government',
  level: 'national',
  locality: null,
  from: '2017-01-23',
  to: '2017-11-27',
  address: 'https://www.gov.uk/government/consultations/building-our-industrial-strategy',
  licence: OGL,
  status: 'Followed by the White Paper of November 2017',
  demonstration: false,
  nodes: [
    {
      code: '1',
      title: 'Science, research and innovation',
      kind: 'theme',
      definition:
        'Research and new ideas are put to use, from the laboratory to a first trial with a real customer, in every part of the country.',
      sic: ['72'],
    },
    {
      code: '2',
      title: 'Skills',
      kind: 'theme',
      definition:
        'People learn technical skills, numeracy and digital skills, from school leavers to adults who train again for a better job.',
      sic: ['85'],
      cpv: ['80'],
    },
    {
      code: '3',
      title: 'Infrastructure',
      kind: 'theme',
      definition:
        'Roads, public transport, broadband, flood defences and energy networks are built and kept in repair where people live and work.',
      sic: ['42', '61'],
      cpv: ['45233', '642'],
    },
    {
      code: '4',
      title: 'Business growth and investment',
      kind: 'theme',
      definition: 'Small firms find money, advice and first customers, and young businesses grow to a larger size.',
    },
    {
      code: '5',
      title: 'Procurement',
      kind: 'instrument',
      definition:
        'What the public sector buys is used to bring on new solutions and local supply chains, and small suppliers can win contracts.',
    },
    {
      code: '6',
      title: 'Trade and investment',
      kind: 'theme',
      definition: 'More firms export and investors from abroad find a site, skills and suppliers.',
    },
    {
      code: '7',
      title: 'Affordable energy and clean growth',
      kind: 'theme',
      definition:
        'Energy is affordable for homes and factories, less electricity and heat are wasted, and low-carbon industries grow.',
      sic: ['35'],
      cpv: ['0933'],
    },
    {
      code: '8',
      title: 'Sectoral policies',
      kind: 'theme',
      definition: 'Industries agree with government on what holds their whole sector back and act on it together.',
    },
    {
      code: '9',
      title: 'Growth across the whole country',
      kind: 'theme',
      definition:
        'Places that fell behind, rural communities, coast and former coalfield among them, share in jobs, homes and better lives.',
    },
    {
      code: '10',
      title: 'Institutions that join sectors and places',
      kind: 'instrument',
      definition:
        'Local bodies bring together councils, employers, universities and voluntary groups around what a place needs.',
    },
  ],
}

/** Industrial Strategy: building a Britain fit for the future, White Paper of November 2017. */
export const industrialStrategy2017: Framework = {
  key: 'industrial-strategy-2017',
  name: 'Industrial Strategy 2017: five foundations and four Grand Challenges',
  owner: 'HM Government',
  level: 'national',
  locality: null,
  from: '2017-11-27',
  to: '2021-03-03',
  address: 'https://www.gov.uk/government/publications/industrial-strategy-building-a-britain-fit-for-the-future',
  licence: OGL,
  status: 'Historical; the day it ended is not confirmed',
  demonstration: false,
  nodes: [
    {
      code: 'F1',
      title: 'Ideas',
      kind: 'theme',
      definition: 'Research, development and trials turn ideas into products and services that somebody buys.',
      sic: ['72'],
    },
    {
      code: 'F2',
      title: 'People',
      kind: 'theme',
      definition:
        'Good jobs and greater earning power for everybody, through technical training, maths and learning for adults.',
      sic: ['85'],
      cpv: ['80'],
    },
    {
      code: 'F3',
      title: 'Infrastructure',
      kind: 'theme',
      definition: 'Transport, housing, roads and digital networks are renewed, broadband in remote places included.',
      sic: ['42', '61'],
      cpv: ['45233', '642'],
    },
    {
      code: 'F4',
      title: 'Business environment',
      kind: 'theme',
      definition: 'Firms start and grow; supply chains, productivity and management in small businesses improve.',
    },
    {
      code: 'F5',
      title: 'Places',
      kind: 'theme',
      definition:
        'Prosperous communities across the country, with town centres, villages and cities that use their own strengths.',
    },
    {
      code: 'G1',
      title: 'AI and data',
      kind: 'theme',
      definition:
        'Data are put to work in public services and firms, to see early what is going wrong and to act on it.',
      sic: ['62', '631'],
      cpv: ['72', '48'],
    },
    {
      code: 'G2',
      title: 'Clean growth',
      kind: 'theme',
      definition:
        'Low-carbon technologies and the efficient use of energy and materials, in homes, factories and public buildings.',
      sic: ['35', '38'],
    },
    {
      code: 'G3',
      title: 'Future of mobility',
      kind: 'theme',
      definition:
        'People and goods move in new ways: shared journeys, electric vehicles, better connections by bus and rail.',
      sic: ['29', '49'],
      cpv: ['601'],
    },
    {
      code: 'G4',
      title: 'Ageing society',
      kind: 'theme',
      definition:
        'People stay healthy, independent and in company as they grow older; care, dementia support and working longer are rethought.',
      sic: ['87', '88'],
      cpv: ['853'],
    },
  ],
}
