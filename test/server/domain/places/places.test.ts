import { expect, it } from 'vitest'
import { localityOfPostTown } from '../../../../server/domain/places/post-towns.js'
import { localityOfRegion } from '../../../../server/domain/places/regions.js'

it.each([
  ['CHESTER-LE-STREET', 'E06000047'],
  ['Berwick Upon Tweed', 'E06000057'],
  ['HOUGHTON LE SPRING', 'E08000024'],
])('%s is a post town of %s', (town, code) => expect(localityOfPostTown(town)).toBe(code))

it.each(['COUNTY DURHAM', 'North East Scotland College', '', null])('%s is no post town that we know', town =>
  expect(localityOfPostTown(town)).toBeNull(),
)

it('knows Durham by the codes of three vintages, and not by a region around it', () => {
  expect(['UKC14', 'TLC14', 'TLC41'].map(localityOfRegion)).toEqual(['E06000047', 'E06000047', 'E06000047'])
  expect(localityOfRegion('UKC1')).toBeNull()
})
