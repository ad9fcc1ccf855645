import { createHash } from 'node:crypto'
import { type Activity, activity } from '../../../server/domain/organisations/activity.js'
import { companyNumber } from '../../../server/domain/organisations/company-number.js'
import { type RegisterStatus, registerStatus } from '../../../server/domain/organisations/register-status.js'
import { postcode } from '../../../server/domain/places/postcode.js'
import { csvLine } from '../csv-line.js'
import { lines } from '../lines.js'
import { type Parsed, type SourceDocument, UnexpectedContent } from '../source.js'
import { decode, excerptOf } from '../text.js'
import { at, COLUMNS } from './columns.js'
import { csvOf } from './snapshot-file.js'

/** A company as the register keeps it. Dates are YYYY-MM-DD. Care-of names are not read. */
export interface Company {
  number: string
  name: string
  previousNames: { name: string; until: string | null }[]
  addressLines: string[]
  postTown: string | null
  county: string | null
  country: string | null
  postcodeAsWritten: string | null
  postcode: string | null
  outward: string | null
  category: string | null
  status: RegisterStatus
  statusText: string | null
  incorporatedOn: string | null
  accountsCategory: string | null
  activities: Activity[]
  /** SHA-256 over everything above, in hexadecimal. */
  hash: string
}

const COLUMN = {
  name: at('CompanyName'),
  number: at('CompanyNumber'),
  line1: at('RegAddress.AddressLine1'),
  line2: at('RegAddress.AddressLine2'),
  town: at('RegAddress.PostTown'),
  county: at('RegAddress.County'),
  country: at('RegAddress.Country'),
  postcode: at('RegAddress.PostCode'),
  category: at('CompanyCategory'),
  status: at('CompanyStatus'),
  incorporated: at('IncorporationDate'),
  accounts: at('Accounts.AccountCategory'),
  firstSic: at('SICCode.SicText_1'),
  firstPrevious: at('PreviousName_1.CONDATE'),
}

/** Companies of a snapshot, from the CSV or from the zip around it. Throws UnexpectedContent when the header is another. */
export async function* parse(document: SourceDocument): AsyncGenerator<Parsed<Company>> {
  let header = false
  for await (const line of lines(await csvOf(document))) {
    const text = decode(line.bytes)
    if (!header) {
      checkHeader(text, document.address)
      header = true
    } else if (text !== '') yield parseLine(text, line.number)
  }
  if (!header) throw new UnexpectedContent(`${document.address} is empty. ${EXPECTED}`)
}

const EXPECTED = `Expected the Companies House snapshot: ${COLUMNS.length} columns beginning CompanyName, CompanyNumber, RegAddress.CareOf.`

function checkHeader(line: string, address: string): void {
  const names = (csvLine(line) ?? [line]).map(name => name.trim())
  const wrong = COLUMNS.findIndex((name, i) => names[i] !== name)
  if (wrong >= 0)
    throw new UnexpectedContent(
      `${address}: column ${wrong + 1} is "${(names[wrong] ?? 'missing').slice(0, 60)}" where "${COLUMNS[wrong]}" belongs. ${EXPECTED}`,
    )
  if (names.length !== COLUMNS.length)
    throw new UnexpectedContent(`${address} has ${names.length} columns. ${EXPECTED}`)
}

/** One line of the snapshot: a company, or a reason why not. */
export function parseLine(text: string, number: number): Parsed<Company> {
  const position = `line ${number}`
  const parkedFor = (reason: string): Parsed<Company> => ({ parked: { position, reason, excerpt: excerptOf(text) } })
  if (text.includes('\0')) return parkedFor('A NUL character stands in the line.')
  const fields = csvLine(text)
  if (!fields) return parkedFor('A quotation mark is opened and never closed.')
  if (fields.length !== COLUMNS.length) return parkedFor(`${fields.length} fields where ${COLUMNS.length} belong.`)
  const field = (column: number): string | null => emptyAsNull(fields[column])
  const companyId = companyNumber(field(COLUMN.number) ?? '')
  if (!companyId) return parkedFor('CompanyNumber is not a company number.')
  const name = field(COLUMN.name)
  if (!name) return parkedFor('CompanyName is empty.')
  const incorporated = field(COLUMN.incorporated)
  const incorporatedOn = isoDate(incorporated)
  if (incorporated !== null && incorporatedOn === null)
    return parkedFor('IncorporationDate is not a date (dd/mm/yyyy).')
  const found = postcode(field(COLUMN.postcode))
  const company = {
    number: companyId,
    name,
    previousNames: previousNames(fields),
    addressLines: [field(COLUMN.line1), field(COLUMN.line2)].filter(line => line !== null),
    postTown: field(COLUMN.town),
    county: field(COLUMN.county),
    country: field(COLUMN.country),
    postcodeAsWritten: field(COLUMN.postcode),
    postcode: found?.text ?? null,
    outward: found?.outward ?? null,
    category: field(COLUMN.category),
    status: registerStatus(field(COLUMN.status) ?? ''),
    statusText: field(COLUMN.status),
    incorporatedOn,
    accountsCategory: field(COLUMN.accounts),
    activities: activities(fields),
  }
  return { record: { ...company, hash: hashOf(company) }, position }
}

/** Older rewritings print "NA" for an empty date. */
const emptyAsNull = (value: string | undefined): string | null => {
  const trimmed = value?.trim() ?? ''
  return trimmed === '' || trimmed === 'NA' ? null : trimmed
}

/** dd/mm/yyyy to YYYY-MM-DD; null when there is no such day. */
export function isoDate(written: string | null): string | null {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written ?? '')
  if (!parts) return null
  const iso = `${parts[3]}-${parts[2]}-${parts[1]}`
  const day = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== iso ? null : iso
}

function previousNames(fields: string[]): Company['previousNames'] {
  const names: Company['previousNames'] = []
  for (let i = 0; i < 10; i++) {
    const column = COLUMN.firstPrevious + 2 * i
    const name = emptyAsNull(fields[column + 1])
    if (name && !names.some(other => other.name === name))
      names.push({ name, until: isoDate(emptyAsNull(fields[column])) })
  }
  return names
}

function activities(fields: string[]): Activity[] {
  const found = new Map<string, Activity>()
  for (let i = 0; i < 4; i++) {
    const one = activity(fields[COLUMN.firstSic + i] ?? '')
    if (one) found.set(`${one.scheme} ${one.code}`, one)
  }
  return [...found.values()]
}

const hashOf = (company: Omit<Company, 'hash'>): string =>
  createHash('sha256').update(JSON.stringify(company)).digest('hex')
