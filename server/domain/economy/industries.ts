/** The 21 sections of the Standard Industrial Classification 2007 with their divisions, titles in our short words. */
export const SECTIONS: readonly { code: string; title: string; from: number; to: number }[] = [
  { code: 'A', title: 'Farming, forestry and fishing', from: 1, to: 3 },
  { code: 'B', title: 'Mining and quarrying', from: 5, to: 9 },
  { code: 'C', title: 'Manufacturing', from: 10, to: 33 },
  { code: 'D', title: 'Energy supply', from: 35, to: 35 },
  { code: 'E', title: 'Water and waste', from: 36, to: 39 },
  { code: 'F', title: 'Construction', from: 41, to: 43 },
  { code: 'G', title: 'Retail and wholesale', from: 45, to: 47 },
  { code: 'H', title: 'Transport and storage', from: 49, to: 53 },
  { code: 'I', title: 'Hospitality', from: 55, to: 56 },
  { code: 'J', title: 'Information and digital', from: 58, to: 63 },
  { code: 'K', title: 'Finance and insurance', from: 64, to: 66 },
  { code: 'L', title: 'Property', from: 68, to: 68 },
  { code: 'M', title: 'Professional and technical', from: 69, to: 75 },
  { code: 'N', title: 'Business support', from: 77, to: 82 },
  { code: 'O', title: 'Public administration', from: 84, to: 84 },
  { code: 'P', title: 'Education', from: 85, to: 85 },
  { code: 'Q', title: 'Health and care', from: 86, to: 88 },
  { code: 'R', title: 'Arts and recreation', from: 90, to: 93 },
  { code: 'S', title: 'Other services', from: 94, to: 96 },
  { code: 'T', title: 'Households as employers', from: 97, to: 98 },
  { code: 'U', title: 'International bodies', from: 99, to: 99 },
]

/** Codes that the company register adds to the classification: they name no industry. */
const NO_INDUSTRY: Record<string, string> = {
  '74990': 'Non-trading (code 74990)',
  '98000': 'Residents property management (code 98000)',
  '99999': 'Dormant (code 99999)',
}

export type Industry =
  | { kind: 'industry'; section: string; division: string }
  /** Why the company is left out of a mix of industries. */
  | { kind: 'none'; reason: string }

/**
 * The industry that a company's first code tells. Codes are text: leading zeros count.
 * Four digits are the older classification of 2003, whose divisions differ, so they are not guessed at.
 */
export function industryOf(code: string | null): Industry {
  if (code === null || code === '') return { kind: 'none', reason: 'No industry code' }
  const named = NO_INDUSTRY[code]
  if (named) return { kind: 'none', reason: named }
  if (/^\d{4}$/.test(code)) return { kind: 'none', reason: 'Code of the classification of 2003' }
  if (!/^\d{5}$/.test(code)) return { kind: 'none', reason: 'Unreadable industry code' }
  const division = code.slice(0, 2)
  const number = Number(division)
  const section = SECTIONS.find(s => s.from <= number && number <= s.to)
  return section
    ? { kind: 'industry', section: section.code, division }
    : { kind: 'none', reason: 'Unreadable industry code' }
}
