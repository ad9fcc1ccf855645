import { isObject, type Members, objects, parseLenient, string } from '../json.js'
import { type Parsed, type SourceDocument, UnexpectedContent } from '../source.js'
import { decode, excerptOf } from '../text.js'
import { type Dialect, readRelease, Unreadable } from './read-release.js'
import type { Release } from './release.js'

/**
 * Releases of a document: an OCDS release package, a record package, a list of either, one bare release, or one of
 * these a line. Throws UnexpectedContent when the document is something else altogether.
 */
export function* parseDocument(document: SourceDocument, dialect: Dialect = {}): Generator<Parsed<Release>> {
  const text = decode(document.bytes)
  const whole = parsed(text)
  if (whole !== undefined) {
    const releases = releasesOf(whole)
    if (!releases) throw notOcds(document.address)
    yield* readAll(releases, dialect, (i, n) => `release ${i + 1} of ${n}`)
    return
  }
  const first = text.trimStart().split(/\r\n|\n|\r/, 1)[0] ?? ''
  if (!isObject(parsed(first))) throw notOcds(document.address)
  let number = 0
  for (const line of text.split(/\r\n|\n|\r/)) {
    number++
    if (line.trim() !== '') yield* parseLine(line, number, dialect)
  }
}

const notOcds = (address: string): UnexpectedContent =>
  new UnexpectedContent(
    `${address} is not whole JSON of procurement notices. Expected an OCDS release package ({"releases": [...]}) or one release a line.`,
  )

function parsed(text: string): unknown {
  try {
    return parseLenient(text)
  } catch {
    return undefined
  }
}

function* parseLine(line: string, number: number, dialect: Dialect): Generator<Parsed<Release>> {
  const position = `line ${number}`
  const value = parsed(line)
  const releases = value === undefined ? null : releasesOf(value)
  if (!releases) {
    const reason = value === undefined ? 'The line is not whole JSON.' : 'The line holds no release.'
    yield { parked: { position, reason, excerpt: excerptOf(line) } }
    return
  }
  yield* readAll(releases, dialect, (i, n) => (n === 1 ? position : `${position}, release ${i + 1} of ${n}`))
}

/** The releases in a value, or null when it is nothing of OCDS. */
function releasesOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) {
    const inner = value.map(one => releasesOf(one))
    return inner.some(one => one === null) ? null : inner.flat()
  }
  if (!isObject(value)) return null
  if (Array.isArray(value.releases)) return value.releases
  if (Array.isArray(value.records))
    return objects(value.records).flatMap(record =>
      Array.isArray(record.releases) ? record.releases : [record.compiledRelease],
    )
  return 'ocid' in value ? [value] : null
}

function* readAll(
  releases: unknown[],
  dialect: Dialect,
  place: (index: number, total: number) => string,
): Generator<Parsed<Release>> {
  for (const [i, release] of releases.entries()) {
    const ids = isObject(release) ? [string(release.ocid), string(release.id)].filter(id => id !== null) : []
    const position = place(i, releases.length) + (ids.length > 0 ? ` (${ids.join(', ').slice(0, 120)})` : '')
    yield readOne(release, position, dialect)
  }
}

function readOne(release: unknown, position: string, dialect: Dialect): Parsed<Release> {
  const parkedFor = (reason: string): Parsed<Release> => ({ parked: { position, reason, excerpt: beginning(release) } })
  if (!isObject(release)) return parkedFor('The release is no object.')
  try {
    return { record: readRelease(release, dialect), position }
  } catch (problem) {
    if (problem instanceof Unreadable) return parkedFor(problem.message)
    throw problem
  }
}

/** Ids and title are enough to find a release again in the document as fetched; anything more might name a person. */
function beginning(release: unknown): string {
  if (!isObject(release)) return excerptOf(String(release))
  const tender: Members = isObject(release.tender) ? release.tender : {}
  return excerptOf([release.ocid, release.id, release.date, tender.title].map(one => string(one) ?? '-').join(' | '))
}
