import { choice, words } from '../../state/address.js'

/** The filters of the list of needs. Each word of the sentence on the page is one of these. */
export const needFilters = {
  state: choice(['open', 'closed', 'any']),
  origin: choice(['any', 'consulted', 'entered', 'harvested']),
  age: choice(['current', 'stale', 'any']),
  supply: choice(['any', 'none', 'thin', 'enough']),
  sort: choice(['newest', 'closing', 'thinnest', 'reference']),
  priority: words(),
  q: words(),
  cursor: words(),
} as const

export const needWords = {
  state: [
    ['open', 'open'],
    ['closed', 'closed'],
    ['any', 'in any state'],
  ],
  origin: [
    ['any', 'from anywhere'],
    ['consulted', 'from consultation'],
    ['entered', 'entered by hand'],
    ['harvested', 'read from notices'],
  ],
  age: [
    ['current', 'current'],
    ['stale', 'out of date'],
    ['any', 'of any age'],
  ],
  supply: [
    ['any', 'any supply'],
    ['none', 'nobody in reach'],
    ['thin', 'fewer than three in reach'],
    ['enough', 'three or more in reach'],
  ],
  sort: [
    ['newest', 'newest first'],
    ['closing', 'closing soonest first'],
    ['thinnest', 'thinnest supply first'],
    ['reference', 'by reference'],
  ],
} as const

/** The filters of one need's matches. */
export const matchFilters = {
  status: choice(['active', 'any']),
  within: choice(['20', '40', '80', 'any'], '40'),
  fit: choice(['strong', 'possible', 'weak'], 'possible'),
  sort: choice(['best', 'nearest']),
} as const

export const matchWords = {
  status: [
    ['active', 'active'],
    ['any', 'in any state'],
  ],
  within: [
    ['20', 'within 20 miles'],
    ['40', 'within 40 miles'],
    ['80', 'within 80 miles'],
    ['any', 'at any distance'],
  ],
  fit: [
    ['strong', 'strong'],
    ['possible', 'possible'],
    ['weak', 'weak'],
  ],
  sort: [
    ['best', 'best first'],
    ['nearest', 'nearest first'],
  ],
} as const
