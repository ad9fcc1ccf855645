import { createHash } from 'node:crypto'
import { currencyWarnings } from './money.js'
import type { Award, NoticeKind, Release } from './release.js'

/** All publications of one process put together: the latest value of each field. */
export interface Process {
  ocid: string
  /** The last publication by date, with gaps filled from those before it. */
  latest: Release
  releaseCount: number
  /** Each award once, as last published, under a key that is unique in the process. */
  awards: { ref: string; award: Award }[]
  warnings: string[]
  /** The last publication that states a need; null when there was none. */
  need: Release | null
  hash: string
}

const STATES_A_NEED: readonly NoticeKind[] = ['engagement', 'pipeline', 'planned', 'tender']

/** Releases in publication order; ties are broken by id, so that the order of arrival never matters. */
export const inOrder = (releases: Release[]): Release[] =>
  [...releases].sort((a, b) => compare(a.publishedAt, b.publishedAt) || compare(a.id, b.id))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Compiles a process. `releases` holds every id once and is not empty. */
export function compile(releases: Release[]): Process {
  const ordered = inOrder(releases)
  const latest = ordered.reduce((before, next) => merged(before, next))
  const compiled = {
    ocid: latest.ocid,
    latest,
    releaseCount: ordered.length,
    awards: awardsOf(ordered),
    warnings: currencyWarnings(latest.value, latest.lots),
    need: ordered.filter(release => STATES_A_NEED.includes(release.kind)).at(-1) ?? null,
  }
  return { ...compiled, hash: createHash('sha256').update(JSON.stringify(compiled)).digest('hex') }
}

/** `next` over `before`: a null or an empty list says nothing, so the earlier value stands. */
function merged(before: Release, next: Release): Release {
  const entries = Object.entries(next).map(([key, value]) => {
    const empty = value === null || (Array.isArray(value) && value.length === 0)
    return [key, empty ? before[key as keyof Release] : value]
  })
  return Object.fromEntries(entries) as Release
}

function awardsOf(ordered: Release[]): Process['awards'] {
  const awards = new Map<string, Award>()
  for (const release of ordered) {
    const seen = new Map<string, number>()
    for (const award of release.awards) {
      const nth = (seen.get(award.id) ?? 0) + 1
      seen.set(award.id, nth)
      awards.set(`${award.id}#${nth}`, award)
    }
  }
  return [...awards].map(([ref, award]) => ({ ref, award }))
}
