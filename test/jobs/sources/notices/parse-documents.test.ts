import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../../jobs/sources/notices/parse-documents.js'
import { CANARIES, madeRelease, releasePackage } from '../../../fixtures/publisher/made-notices.js'

const one = madeRelease({ ocid: 'o1', id: 'r1', date: '2026-11-02T10:00:00Z' })
const two = madeRelease({ ocid: 'o2', id: 'r2', date: '2026-11-02T11:00:00Z' })

const read = (text: string) => [...parseDocument({ address: 'made.json', contentType: null, bytes: Buffer.from(text) })]
const ids = (text: string) => read(text).map(parsed => ('record' in parsed ? parsed.record.id : parsed.parked.reason))

describe('a document of notices', () => {
  it.each([
    ['a release package', releasePackage([one, two])],
    ['a package with a byte order mark', `\ufeff${releasePackage([one, two])}`],
    ['a list of packages', `[${releasePackage([one])},${releasePackage([two])}]`],
    [
      'a record package',
      JSON.stringify({
        records: [
          { ocid: 'o1', releases: [one] },
          { ocid: 'o2', compiledRelease: two },
        ],
      }),
    ],
    ['one release a line', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
    ['lines ended by CR', `${JSON.stringify(one)}\r${JSON.stringify(two)}`],
    ['a list of releases', JSON.stringify([one, two])],
  ])('may be %s', (_, text) => expect(ids(text)).toEqual(['r1', 'r2']))

  it('may be one bare release, or an empty package', () => {
    expect(ids(JSON.stringify(one))).toEqual(['r1'])
    expect(ids(releasePackage([]))).toEqual([])
  })

  it.each([
    ['a web page', '<html>Sign in</html>'],
    ['half a package', releasePackage([one]).slice(0, 300)],
    ['other JSON', '{"items": []}'],
    ['nothing', ''],
  ])('is refused when it is %s', (_, text) =>
    expect(() => ids(text)).toThrow(
      'made.json is not whole JSON of procurement notices. Expected an OCDS release package',
    ),
  )

  it('parks a broken line and reads the next', () =>
    expect(read(`${JSON.stringify(one)}\n{"ocid": \n${JSON.stringify(two)}`)[1]).toEqual({
      parked: { position: 'line 2', reason: 'The line is not whole JSON.', excerpt: '{"ocid": ' },
    }))

  it.each(['1e9999', ' 000'])('parks the release with the number%s and keeps the page', number => {
    const text = releasePackage([one, two]).replace('50000', number)
    const [first, second] = read(text)
    expect(first).toMatchObject({
      parked: { position: 'release 1 of 2 (o1, r1)', reason: `A number cannot be read: ${number.trim()}.` },
    })
    expect(second).toMatchObject({ record: { id: 'r2' } })
  })

  it('parks without a word about contact persons', () => {
    const [parked] = read(releasePackage([{ ...one, date: 'soon' }]))
    for (const canary of CANARIES) expect(JSON.stringify(parked)).not.toContain(canary)
    expect(parked).toMatchObject({ parked: { excerpt: 'o1 | r1 | soon | Made notice r1' } })
  })

  it('reads past what is nested thirty thousand levels deep', () => {
    const deep = `{"ocid":"o3","id":"r3","date":"2026-11-02T10:00:00Z","tender":${'['.repeat(30_000)}${']'.repeat(30_000)}}`
    expect(read(`{"releases":[${deep},${JSON.stringify(two)}]}`).map(parsed => 'record' in parsed)).toEqual([
      true,
      true,
    ])
  })
})
