import { localityOfPostTown } from '../../../server/domain/places/post-towns.js'
import { postcode } from '../../../server/domain/places/postcode.js'
import { localityOfRegion } from '../../../server/domain/places/regions.js'
import type { Process } from './compile.js'
import type { Release } from './release.js'

/** Codes and names that the database knows. */
export interface Gazetteer {
  /** Outward code to locality code. */
  outward: ReadonlyMap<string, string>
  /** Codes of localities. */
  codes: ReadonlySet<string>
  /** Name of a locality in lower case to its code. */
  names: ReadonlyMap<string, string>
}

export interface Placed {
  code: string
  /** Which rule placed it, in words: "delivery postcode", "buyer region code". */
  rule: string
}

/** A compiled process with where it belongs and the id of its notice. */
export interface PlacedProcess {
  process: Process
  place: Placed | null
  noticeId: string
}

/** Where a notice belongs: where the work is done, else where the buyer is; postcode before code before name. */
export function placeOf(release: Release, known: Gazetteer): Placed | null {
  for (const place of release.places) {
    const found = byFacts({ ...place, postTown: null }, known)
    if (found) return { code: found.code, rule: `delivery ${found.rule}` }
  }
  const { buyer } = release
  if (!buyer) return null
  const region = buyer.region ?? ''
  const found = byFacts({ postcode: buyer.postcode, regionCode: region, name: region, postTown: buyer.town }, known)
  return found ? { code: found.code, rule: `buyer ${found.rule}` } : null
}

interface Facts {
  postcode: string | null
  regionCode: string | null
  name: string | null
  postTown: string | null
}

function byFacts(facts: Facts, known: Gazetteer): Placed | null {
  const found = postcode(facts.postcode)
  const tries: [rule: string, code: string | null | undefined][] = [
    ['postcode', found ? known.outward.get(found.outward) : null],
    ['region code', localityOfRegion(facts.regionCode)],
    ['place name', known.names.get(facts.name?.toLowerCase() ?? '')],
    // A readable postcode elsewhere is a fact; the town only stands in where there is none.
    ['post town', found ? null : localityOfPostTown(facts.postTown)],
  ]
  for (const [rule, code] of tries) if (code && known.codes.has(code)) return { code, rule }
  return null
}

/** Region as a reader sees it. Six country names at once are the publisher's way to say "any region". */
export function regionText(release: Release): string | null {
  const names = [...new Set(release.places.map(place => place.name ?? place.postcode))].filter(name => name !== null)
  if (names.length >= 5 && names.includes('Rest of the World')) return 'Any region'
  if (names.length > 0) return names.slice(0, 5).join(', ')
  return release.buyer?.town ?? release.places.find(place => place.regionCode)?.regionCode ?? null
}
