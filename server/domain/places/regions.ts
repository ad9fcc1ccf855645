// Statistical regions that are exactly one of our localities, in the spellings of NUTS (UKC14), ITL 2021 (TLC14) and
// ITL 2025 (TLC41). Regions that hold several localities are left out: they place nothing.
const REGIONS: Readonly<Record<string, string>> = {
  UKC14: 'E06000047',
  TLC14: 'E06000047',
  TLC41: 'E06000047',
  UKC21: 'E06000057',
  TLC21: 'E06000057',
  UKC23: 'E08000024',
  TLC23: 'E08000024',
  UKG11: 'E06000019',
  TLG11: 'E06000019',
}

/** Code of the locality that a statistical region is, or null. */
export const localityOfRegion = (code: string | null | undefined): string | null =>
  REGIONS[code?.toUpperCase() ?? ''] ?? null
