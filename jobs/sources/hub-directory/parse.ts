import { companyNumber } from '../../../server/domain/organisations/company-number.js'
import type { Parsed, SourceDocument } from '../source.js'
import { type Headings, type Row, readTable, UnreadableCell } from '../table.js'
import { withoutContacts } from '../text.js'

/** What an organisation says that it can do, from a hub's own list. */
export interface Statement {
  position: string
  ref: string
  companyNumber: string
  statement: string
  basis: 'stated' | 'contract'
  dated: string | null
}

const HEADINGS: Headings = {
  entry: ['id', 'reference'],
  company_number: ['companies house number', 'registration number', 'company no'],
  statement: ['capability', 'what we do', 'description'],
  basis: ['evidence'],
  dated: ['date', 'stated on', 'as of'],
}

const LONGEST = 4_000

export function parse(document: SourceDocument): Generator<Parsed<Statement>> {
  const required = ['company_number', 'statement']
  return readTable(document, { headings: HEADINGS, required, what: 'a business directory' }, readStatement)
}

/** A name alone never makes an organisation, so an entry without a company number cannot be placed. */
function readStatement(row: Row): Statement {
  const written = row.text('company_number')
  if (written === null)
    throw new UnreadableCell('"company_number" is empty: the entry cannot be joined to an organisation.')
  const number = companyNumber(written)
  if (!number) throw new UnreadableCell(`"company_number" is no company number: ${written.slice(0, 20)}.`)
  const statement = row.text('statement', LONGEST)
  if (statement === null) throw new UnreadableCell('"statement" is empty.')
  return {
    position: row.position,
    ref: row.text('entry') ?? number,
    companyNumber: number,
    statement: withoutContacts(statement),
    basis: row.text('basis') === null ? 'stated' : row.oneOf('basis', ['stated', 'contract']),
    dated: row.day('dated'),
  }
}
