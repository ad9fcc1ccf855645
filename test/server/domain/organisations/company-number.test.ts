import { describe, expect, it } from 'vitest'
import { companyNumber } from '../../../../server/domain/organisations/company-number.js'

describe('companyNumber', () => {
  it.each([
    ['10231623', '10231623'],
    ['1234567', '01234567'],
    ['sc12345', 'SC012345'],
    ['IP10002R', 'IP10002R'],
    ['NI 000123', 'NI000123'],
    ['ZZ000001', 'ZZ000001'],
  ])('%s is %s', (written, number) => expect(companyNumber(written)).toBe(number))

  it.each(['', 'None', '00000000', '123456789', 'ABC12345', 'GB 123 4567 89', '١٢٣٤٥٦٧٨'])(
    '%s is no company number',
    written => expect(companyNumber(written)).toBeNull(),
  )
})
