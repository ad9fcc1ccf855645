import type { Framework } from './framework.js'

const OGL = 'Open Government Licence v3.0'

/** The UK's Modern Industrial Strategy of June 2025: eight growth-driving sectors. SIC prefixes are our own reading of the published definitions. */
export const sectors2025: Framework = {
  key: 'modern-industrial-strategy-2025',
  name: 'Modern Industrial Strategy 2025: eight sectors',
  owner: 'HM Government',
  level: 'national',
  locality: null,
  from: '2025-06-23',
  to: null,
  address: 'https://www.gov.uk/government/publications/industrial-strategy',
  licence: OGL,
  status: 'In force',
  demonstration: false,
  nodes: [
    {
      code: 'ADV',
      title: 'Advanced manufacturing',
      kind: 'sector',
      definition:
        'Makers of vehicles, trains, aircraft, machinery, batteries, electronics, chemicals and new materials, with the supply chains of precision workshops behind them.',
      sic: ['20', '26', '27', '28', '29', '30', '3316'],
      cpv: ['42', '31'],
    },
    {
      code: 'CLE',
      title: 'Clean energy industries',
      kind: 'sector',
      definition:
        'Wind, nuclear, hydrogen, carbon capture and heat pumps: making, fitting and running what lowers carbon. The industrial classification has no code for most of it.',
      cpv: ['0933', '09332'],
    },
    {
      code: 'CRE',
      title: 'Creative industries',
      kind: 'sector',
      definition:
        'Film, television, music, games, design, publishing, performing arts, museums, architecture and advertising.',
      sic: ['3212', '58', '59', '60', '6201', '6202', '7021', '7111', '731', '741', '742', '743', '8552', '90', '91'],
      cpv: ['921', '923'],
    },
    {
      code: 'DEF',
      title: 'Defence',
      kind: 'sector',
      definition: 'Makers and engineers who supply the armed forces, from ammunition and vehicles to secure systems.',
      sic: ['254', '304'],
      cpv: ['35'],
    },
    {
      code: 'DIG',
      title: 'Digital and technologies',
      kind: 'sector',
      definition:
        'Software, data, artificial intelligence, semiconductors, quantum, cyber security, telecommunications and the services built on them.',
      sic: [
        '261',
        '262',
        '263',
        '264',
        '2651',
        '267',
        '268',
        '273',
        '279',
        '465',
        '58',
        '59',
        '60',
        '61',
        '62',
        '63',
        '7112',
        '712',
        '721',
        '951',
      ],
      cpv: ['48', '72', '642'],
    },
    {
      code: 'FIN',
      title: 'Financial services',
      kind: 'sector',
      definition: 'Banking, insurance, pensions, investment and financial technology.',
      sic: ['64', '65', '66'],
      cpv: ['66'],
    },
    {
      code: 'LIF',
      title: 'Life sciences',
      kind: 'sector',
      definition: 'Medicines, medical devices, diagnostics and health research, from the laboratory to the patient.',
      sic: ['21', '266', '325', '7211'],
      cpv: ['33', '731'],
    },
    {
      code: 'PRO',
      title: 'Professional and business services',
      kind: 'sector',
      definition:
        'Law, accounting, consultancy, engineering design, testing, recruitment and other services to businesses.',
      sic: ['69', '70', '71', '72', '73', '74', '77', '78', '82'],
      cpv: ['79', '713'],
    },
  ],
}

/** North East Combined Authority: sectors of the interim Local Growth Plan, 19 March 2025. */
export const northEast2025: Framework = {
  key: 'north-east-local-growth-plan-2025',
  name: 'North East interim Local Growth Plan 2025: sectors',
  owner: 'North East Combined Authority',
  level: 'regional',
  locality: 'E47000014',
  from: '2025-03-19',
  to: null,
  address: 'https://www.northeast-ca.gov.uk',
  licence: OGL,
  status: 'Interim plan',
  demonstration: false,
  nodes: [
    {
      code: 'OFF',
      title: 'Offshore wind and energy transition',
      kind: 'sector',
      definition:
        'Offshore wind on the coast, clean heat, hydrogen and the firms that move from oil, gas and coal to clean energy.',
      sic: ['35', '271'],
      cpv: ['0933'],
    },
    {
      code: 'MAN',
      title: 'Advanced manufacturing, electric vehicles included',
      kind: 'sector',
      definition:
        'Electric vehicles, batteries, trains and machinery, and local makers in the supply chains of the large plants.',
      sic: ['25', '26', '27', '28', '29', '30'],
      cpv: ['42', '34'],
    },
    {
      code: 'CUL',
      title: 'Creative industries and content',
      kind: 'sector',
      definition: 'Film and television studios, music, games and design made in the region.',
      sic: ['58', '59', '60', '741', '742', '90'],
      cpv: ['921', '923'],
    },
    {
      code: 'PHA',
      title: 'Life sciences, pharmaceuticals and process industries',
      kind: 'sector',
      definition: 'Medicines, healthy ageing, chemicals and process plants.',
      sic: ['20', '21', '266', '325', '7211'],
      cpv: ['33'],
    },
    {
      code: 'TEC',
      title: 'Digital technology and AI',
      kind: 'sector',
      definition: 'Software, data centres and artificial intelligence, and digital skills for people and small firms.',
      sic: ['61', '62', '631'],
      cpv: ['48', '72'],
    },
    {
      code: 'SEC',
      title: 'Defence, security and space',
      kind: 'sector',
      definition: 'Space systems, satellites, sensors and defence engineering.',
      sic: ['254', '2651', '303', '304'],
      cpv: ['35'],
    },
  ],
}
