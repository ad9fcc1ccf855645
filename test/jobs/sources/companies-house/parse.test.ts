import { describe, expect, it } from 'vitest'
import { type Company, isoDate, parse } from '../../../../jobs/sources/companies-house/parse.js'
import type { Parsed, SourceDocument } from '../../../../jobs/sources/source.js'
import { madeCompanies, madeRegister, madeRegisterUnquoted } from '../../../fixtures/publisher/made-register.js'
import { zip } from '../../../fixtures/publisher/zip.js'

const document = (bytes: string | Buffer): SourceDocument => ({
  address: 'made.csv',
  contentType: null,
  bytes: Buffer.from(bytes),
})

async function read(bytes: string | Buffer): Promise<Parsed<Company>[]> {
  const all: Parsed<Company>[] = []
  for await (const one of parse(document(bytes))) all.push(one)
  return all
}

async function company(...made: Parameters<typeof madeRegister>): Promise<Company> {
  const [first] = await read(madeRegister(...made))
  if (!first || !('record' in first)) throw new Error(`parked: ${JSON.stringify(first)}`)
  return first.record
}

describe('a company of the register', () => {
  it('is read in whole', async () => {
    const { hash, ...read } = await company([
      {
        number: '9000001',
        name: 'MADE & SONS "LTD"',
        line1: '1 Made Street, Upper Floor',
        town: 'DURHAM',
        county: 'CO. DURHAM',
        postcode: 'dh15ts',
        sic: ['62012 - Business and domestic software development', '7499 - Non-trading company', 'None Supplied'],
        previous: [{ name: 'OLD MADE LTD', until: '01/02/2020' }, { name: 'OLDER MADE LTD' }],
      },
    ])
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(read).toEqual({
      number: '09000001',
      name: 'MADE & SONS "LTD"',
      previousNames: [
        { name: 'OLD MADE LTD', until: '2020-02-01' },
        { name: 'OLDER MADE LTD', until: null },
      ],
      addressLines: ['1 Made Street, Upper Floor'],
      postTown: 'DURHAM',
      county: 'CO. DURHAM',
      country: 'ENGLAND',
      postcodeAsWritten: 'dh15ts',
      postcode: 'DH1 5TS',
      outward: 'DH1',
      category: 'Private Limited Company',
      status: 'active',
      statusText: 'Active',
      incorporatedOn: '2021-03-02',
      accountsCategory: 'MICRO ENTITY',
      activities: [
        { scheme: 'SIC 2007', code: '62012', title: 'Business and domestic software development' },
        { scheme: 'SIC 2003', code: '7499', title: 'Non-trading company' },
      ],
    })
  })

  it('carries no care-of name', async () =>
    expect(JSON.stringify(await company(madeCompanies(1)))).not.toContain('Careof'))

  it('keeps a spoilt postcode as written and places it nowhere', async () => {
    const { postcode, outward, postcodeAsWritten } = await company([{ number: '1', name: 'X', postcode: 'NE1 GEJ' }])
    expect({ postcode, outward, postcodeAsWritten }).toEqual({
      postcode: null,
      outward: null,
      postcodeAsWritten: 'NE1 GEJ',
    })
  })
})

describe('the file', () => {
  it('is the same with blanks in the header and quotes everywhere, or without', async () => {
    const made = madeCompanies(3)
    const published = await read(madeRegister(made))
    expect(published).toHaveLength(3)
    expect(await read(madeRegisterUnquoted(made))).toEqual(published)
  })

  it('may begin with a byte order mark, end lines with CR, or come in the zip', async () => {
    const made = madeRegister(madeCompanies(3))
    const published = await read(made)
    expect(await read(`\ufeff${made}`)).toEqual(published)
    expect(await read(made.replaceAll('\r\n', '\r'))).toEqual(published)
    expect(await read(zip([{ name: 'BasicCompanyData-2026-11-01-part1_7.csv', content: made }]))).toEqual(published)
  })

  it('falls back to windows-1252 a line at a time', async () => {
    const made = madeRegister([
      { number: '1', name: 'CAF\u00c9 MADE LTD' },
      { number: '2', name: 'MADE LTD' },
    ])
    const [first] = await read(Buffer.from(made, 'latin1'))
    expect(first).toMatchObject({ record: { name: 'CAFÉ MADE LTD' } })
  })

  it('parks a spoilt line with reason and position, and reads the next', async () => {
    const lines = madeRegister(madeCompanies(6)).split('\r\n')
    lines[2] = `"${lines[2]}`
    lines[3] = '"too","short"'
    lines[4] = lines[4]!.replace('02/03/2021', '31/02/2021')
    lines[5] = lines[5]!.replace('9000005', 'NONE')
    const parsed = await read(lines.join('\r\n'))
    expect(parsed.filter(one => 'record' in one)).toHaveLength(2)
    expect(parsed.flatMap(one => ('parked' in one ? [[one.parked.position, one.parked.reason]] : []))).toEqual([
      ['line 3', 'A quotation mark is opened and never closed.'],
      ['line 4', '2 fields where 55 belong.'],
      ['line 5', 'IncorporationDate is not a date (dd/mm/yyyy).'],
      ['line 6', 'CompanyNumber is not a company number.'],
    ])
  })

  it('parks a NUL', async () => {
    const [first] = await read(madeRegister([{ number: '1', name: 'A\0B' }]))
    expect(first).toMatchObject({ parked: { position: 'line 2', reason: 'A NUL character stands in the line.' } })
  })

  it.each([
    [
      'a changed header',
      madeRegister(madeCompanies(1)).replace('RegAddress.PostTown', 'RegAddress.Town'),
      'column 7 is "RegAddress.Town" where "RegAddress.PostTown" belongs',
    ],
    ['a column more', madeRegister(madeCompanies(1)).replace('\r\n', ',More\r\n'), 'has 56 columns'],
    ['a web page', '<html>sign in</html>', 'column 1 is "<html>sign in</html>"'],
    ['an empty file', '', 'is empty'],
    [
      'a zip of two',
      zip([
        { name: 'a.csv', content: '' },
        { name: 'b.csv', content: '' },
      ]),
      'holds 2 entries',
    ],
    ['a zip with a folder', zip([{ name: 'a/b.csv', content: 'x' }]), 'is not a CSV'],
    [
      'half a zip',
      zip([{ name: 'a.csv', content: madeRegister(madeCompanies(50)) }]).subarray(0, 400),
      'is not a whole zip file',
    ],
    ['a bomb', zip([{ name: 'a.csv', content: Buffer.alloc(3_000_000) }]), 'would unpack to 3000000 bytes'],
  ])('refuses %s and says what was expected', async (_, bytes, words) => {
    const problem = await read(bytes).catch((caught: unknown) => caught)
    expect(String(problem)).toContain('UnexpectedContent: made.csv')
    expect(String(problem)).toContain(words)
  })
})

it.each([
  ['29/02/2020', '2020-02-29'],
  ['29/02/2021', null],
  ['2020-02-29', null],
  [null, null],
])('%s is the day %s', (written, iso) => expect(isoDate(written)).toBe(iso))
