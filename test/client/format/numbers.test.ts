import { describe, expect, it } from 'vitest'
import { counted, money, number, percent, points, signed } from '../../../client/src/format/numbers.js'

describe('number', () => {
  it.each([
    [14565, 0, '14,565'],
    [-46, 0, '\u221246'],
    [2.1349, 2, '2.13'],
    [0, 0, '0'],
    [-0.004, 2, '0.00'],
  ])('%s with %s decimals is %s', (value, decimals, text) => {
    expect(number(value, decimals)).toBe(text)
  })
})

describe('signed, percent and points', () => {
  it('names the side of zero', () => {
    expect(signed(8.4)).toBe('+8.4')
    expect(signed(-6.2)).toBe('\u22126.2')
    expect(signed(0.04)).toBe('0.0')
    expect(signed(6, 0)).toBe('+6')
  })
  it('keeps shares and differences of shares apart', () => {
    expect(percent(10.8)).toBe('10.8%')
    expect(points(-4)).toBe('\u22124.0 pp')
  })
})

describe('money', () => {
  it.each([
    [null, 'not stated'],
    [0, '£0'],
    [940, '£940'],
    [84000, '£84,000'],
    [999999.6, '£1.0m'],
    [1_200_000, '£1.2m'],
    [458_000_000, '£458m'],
    [999_999_999, '£1.0bn'],
    [3_400_000_000, '£3.4bn'],
    [-24_600_000, '\u2212£24.6m'],
    [-0.2, '£0'],
  ])('%s is %s', (pounds, text) => {
    expect(money(pounds)).toBe(text)
  })
})

describe('counted', () => {
  it('writes small numbers in words and bends the noun', () => {
    expect([0, 1, 2, 10, 11, 1204].map(n => counted(n, 'idea'))).toEqual([
      'no ideas',
      'one idea',
      'two ideas',
      'ten ideas',
      '11 ideas',
      '1,204 ideas',
    ])
    expect(counted(2, 'enquiry', 'enquiries')).toBe('two enquiries')
  })
})
