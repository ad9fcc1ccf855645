import { expect, it } from 'vitest'
import { fullSet, snapshotOf } from '../../../../jobs/sources/companies-house/fetch.js'

const page = (...files: string[]): string => files.map(file => `<a href="${file}">${file}</a>`).join('')
const part = (date: string, n: number, of: number): string => `BasicCompanyData-${date}-part${n}_${of}.zip`

it('reads all parts of one date, in order', () =>
  expect(snapshotOf(page(part('2026-11-01', 2, 2), part('2026-11-01', 1, 2)), 'index')).toEqual({
    date: '2026-11-01',
    parts: [part('2026-11-01', 1, 2), part('2026-11-01', 2, 2)],
  }))

it.each([
  ['no parts', page('other.zip'), 'lists no parts'],
  ['a gap', page(part('2026-11-01', 1, 3), part('2026-11-01', 3, 3)), 'missing 2'],
  ['two dates', page(part('2026-10-01', 1, 2), part('2026-11-01', 2, 2)), 'two snapshots'],
])('refuses an index with %s', (_, html, words) => expect(() => snapshotOf(html, 'index')).toThrow(words))

it.each([
  ['BasicCompanyDataAsOneFile-2026-11-01.zip', '2026-11-01'],
  ['BasicCompanyDataAsOneFile-2026-11-01.csv', '2026-11-01'],
  ['BasicCompanyDataAsOneFile-2020-05-01_sample.csv', null],
  ['BasicCompanyData-2026-11-01-part1_7.zip', null],
])('%s is the whole register of %s', (name, version) => expect(fullSet(name)).toBe(version))
