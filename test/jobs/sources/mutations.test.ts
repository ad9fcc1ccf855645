import fc from 'fast-check'
import { describe, it } from 'vitest'
import { parseLine } from '../../../jobs/sources/companies-house/parse.js'
import { parseDocument } from '../../../jobs/sources/notices/parse-documents.js'
import { UnexpectedContent } from '../../../jobs/sources/source.js'
import { madeRelease, releasePackage } from '../../fixtures/publisher/made-notices.js'
import { madeCompanies, madeRegister } from '../../fixtures/publisher/made-register.js'

/** A text with a few characters replaced, removed or put in. */
const mutated = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.nat(text.length),
        fc.nat(20),
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '{', '\0', '1e9999', '000')),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map(changes => changes.reduce((now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut), text))

const survives = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch (problem) {
    return problem instanceof UnexpectedContent
  }
}

describe('whatever is done to a record, the parser answers with a record or a reason', () => {
  it('for lines of the register', () => {
    const line = madeRegister(madeCompanies(1)).split('\r\n')[1]!
    fc.assert(
      fc.property(mutated(line), text => survives(() => parseLine(text, 2))),
      { seed: 7, numRuns: 500 },
    )
  })

  it('for packages of notices', () => {
    const text = releasePackage([
      madeRelease({
        ocid: 'o',
        id: 'i',
        date: '2026-11-02T10:00:00Z',
        noticeType: 'UK6',
        supplier: {},
        lots: [{ id: '1' }],
      }),
    ])
    const read = (bytes: string) => [...parseDocument({ address: 'x', contentType: null, bytes: Buffer.from(bytes) })]
    fc.assert(
      fc.property(mutated(text), bytes => survives(() => read(bytes))),
      { seed: 7, numRuns: 500 },
    )
  })

  it('for releases whose members are of another kind', () => {
    const keys = ['tender', 'parties', 'buyer', 'awards', 'planning', 'contracts', 'tag', 'date', 'title'] as const
    const release = fc.record(Object.fromEntries(keys.map(key => [key, fc.jsonValue()])), { requiredKeys: [] })
    const read = (value: object) => [
      ...parseDocument({
        address: 'x',
        contentType: null,
        bytes: Buffer.from(JSON.stringify({ ocid: 'o', id: 'i', ...value })),
      }),
    ]
    fc.assert(
      fc.property(release, value => survives(() => read(value))),
      { seed: 7, numRuns: 500 },
    )
  })
})
