import { describe, expect, it } from 'vitest'
import { rankWords, shareSubject } from '../../../../server/domain/needs/shares.js'

describe('a share in words', () => {
  const words = (part: number, whole: number) => shareSubject(part, whole, ['need', 'needs']).words

  it('names the nearest simple fraction and on which side of it the figure lies', () => {
    expect(words(38, 190)).toBe('One need in five')
    expect(words(36, 190)).toBe('Almost one need in five')
    expect(words(40, 190)).toBe('More than one need in five')
  })

  it('says none, half, most, all and the only one as such', () => {
    expect(words(0, 9)).toBe('No need')
    expect(words(0, 0)).toBe('No need')
    expect(words(5, 10)).toBe('About half of the needs')
    expect(words(7, 9)).toBe('Seven of 9 needs')
    expect(words(9, 9)).toBe('Every need')
    expect(words(1, 1)).toBe('The only need')
    expect(words(1, 60)).toBe('One of 60 needs')
  })

  it('says which verb goes with it', () => {
    const plural = (part: number, whole: number) => shareSubject(part, whole, ['need', 'needs']).plural
    expect([plural(1, 5), plural(9, 9), plural(1, 60)]).toEqual([false, false, false])
    expect([plural(5, 10), plural(7, 9)]).toEqual([true, true])
  })
})

describe('a place among others', () => {
  it('is ranked from the top, ties sharing the better place', () => {
    expect(rankWords(9, [1, 2, 3])).toBe('Highest of four places')
    expect(rankWords(2, [9, 5, 1])).toBe('Third highest of four places')
    expect(rankWords(5, [9, 5, 1])).toBe('Second highest of four places')
    expect(rankWords(1, [2, 3])).toBe('Lowest of three places')
  })

  it('is compared with nobody where there is nobody, and with equals as an equal', () => {
    expect(rankWords(5, [])).toBeNull()
    expect(rankWords(0, [0, 0])).toBe('The same in all three places')
  })
})
