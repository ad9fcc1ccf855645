import { isObject, type Members, number, object, objects, parseLenient, string } from '../json.js'
import { type Parsed, type SourceDocument, UnexpectedContent } from '../source.js'
import { decode, excerptOf, withoutContacts } from '../text.js'
import { day } from '../times.js'

/** A petition as one answer: the person's words, how many signed, and what staff said it repeats. Creators' names are not read. */
export interface Petition {
  ref: string
  body: string
  state: string
  support: number | null
  submittedOn: string | null
  /** Refs of the petitions that staff said ask for the same; they may not be loaded. */
  duplicateOf: string[]
  /** Published by Parliament, hence publishable; petitions that were not accepted are not shown. */
  published: boolean
  departments: string[]
}

/** Petitions, one JSON object a line. Throws UnexpectedContent when the first line is none. */
export function* parse(document: SourceDocument): Generator<Parsed<Petition>> {
  let lineNumber = 0
  for (const line of decode(document.bytes).split(/\r\n|\n|\r/)) {
    lineNumber++
    if (line.trim() === '') continue
    const position = `line ${lineNumber}`
    const petition = read(line)
    if (lineNumber === 1 && typeof petition === 'string')
      throw new UnexpectedContent(`${document.address}: ${petition} Expected one petition a line with id and action.`)
    yield typeof petition === 'string'
      ? { parked: { position, reason: petition, excerpt: excerptOf(line, 60) } }
      : { record: petition, position }
  }
}

/** The petition, or the reason why it is none. */
function read(line: string): Petition | string {
  const value = parsedLine(line)
  if (!isObject(value)) return 'The line is not one whole JSON object.'
  const ref = string(value.id)
  const action = string(value.action)
  if (ref === null) return 'The petition has no id.'
  if (action === null) return 'The petition has no action.'
  const state = string(value.state) ?? 'unknown'
  const rejection = object(value.rejection)
  const code = string(rejection.code)
  return {
    ref,
    body: bodyOf(value, action),
    state: code === null ? state : `${state}: ${code}`,
    support: number(value.signature_count),
    submittedOn: day(value.created_at),
    duplicateOf: code === 'duplicate' ? targetsOf(string(rejection.details) ?? '') : [],
    published: state === 'open' || state === 'closed',
    departments: objects(value.departments).flatMap(one => string(one.name) ?? []),
  }
}

function parsedLine(line: string): unknown {
  try {
    return parseLenient(line)
  } catch {
    return undefined
  }
}

const bodyOf = (value: Members, action: string): string =>
  [action, string(value.background), string(value.additional_details)]
    .flatMap(part => part ?? [])
    .map(part => withoutContacts(part.replaceAll('\r\n', '\n').replaceAll('\0', '')))
    .join('\n\n')

/** Staff write the addresses of earlier petitions into the details, one or several. */
const targetsOf = (details: string): string[] => [
  ...new Set([...details.matchAll(/petitions\/(\d+)/g)].flatMap(([, ref]) => ref ?? [])),
]
