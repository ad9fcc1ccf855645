import type { Parsed, SourceDocument } from '../source.js'
import { type Row, readTable } from '../table.js'
import { withoutContacts } from '../text.js'
import { type Mapping, readMapping } from './mapping.js'

/** One response with its answers. Names, addresses and devices are not read; contacts that people write into their words are left out. */
export interface ConsultationResponse {
  consultation: Mapping['consultation']
  questions: string[]
  ref: string
  submittedOn: string | null
  respondent: string | null
  consent: boolean
  /** By the number of the question, from 1; questions left empty are missing. */
  answers: { number: number; body: string }[]
}

/** Responses of an export, by the mapping saved beside it. Rows marked as deleted or unfinished give nothing. */
export function* parse(document: SourceDocument): Generator<Parsed<ConsultationResponse>> {
  const mapping = readMapping(document.mapping, document.address)
  const questionFields = mapping.questions.map((heading, i): [string, readonly string[]] => [
    `question ${i + 1}`,
    [heading],
  ])
  const named = Object.entries(mapping.columns).flatMap(([field, heading]): [string, readonly string[]][] =>
    heading === undefined ? [] : [[field, [heading]]],
  )
  const shape = {
    headings: Object.fromEntries([...named, ...questionFields]),
    required: [...named, ...questionFields].map(([field]) => field),
    skipRows: mapping.skip_rows,
    what: 'the export that its mapping describes',
  }
  for (const parsed of readTable(document, shape, row => readResponse(row, mapping))) {
    if ('parked' in parsed) yield parsed
    else if (parsed.record !== null)
      yield { record: parsed.record, ...(parsed.position ? { position: parsed.position } : {}) }
  }
}

function readResponse(row: Row, mapping: Mapping): ConsultationResponse | null {
  const status = row.text('status')?.toLowerCase()
  if (status !== undefined && mapping.leave_out.some(value => value.toLowerCase() === status)) return null
  const consent = row.text('consent')?.toLowerCase()
  return {
    consultation: mapping.consultation,
    questions: mapping.questions,
    ref: row.need('id'),
    submittedOn: row.day('submitted'),
    respondent: row.text('respondent', 60),
    consent: consent !== undefined && mapping.consent_yes.some(value => value.toLowerCase() === consent),
    answers: mapping.questions.flatMap((_, i) => {
      const body = row.text(`question ${i + 1}`)
      return body === null ? [] : [{ number: i + 1, body: withoutContacts(body) }]
    }),
  }
}
