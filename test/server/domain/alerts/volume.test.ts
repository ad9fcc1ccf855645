import { describe, expect, it } from 'vitest'
import { volumeHeadline, volumeWarning } from '../../../../server/domain/alerts/volume.js'

describe('the back-test in words', () => {
  it.each([
    [{ now: 0, sevenDays: 0, ninetyDays: 0 }, 'Nothing would have come in the last 90 days'],
    [{ now: 0, sevenDays: 0, ninetyDays: 1 }, 'Nothing fits now. The last 90 days brought 1, less than one a week'],
    [{ now: 1, sevenDays: 1, ninetyDays: 13 }, '1 need fits now. The last 90 days brought 13, about 1 a week'],
    [{ now: 12, sevenDays: 3, ninetyDays: 31 }, '12 needs fit now. The last 90 days brought 31, about 2 a week'],
  ])('%j', (volume, words) => {
    expect(volumeHeadline(volume)).toBe(words)
  })

  it('warns above twenty a week', () => {
    expect(volumeWarning({ now: 0, sevenDays: 0, ninetyDays: 257 })).toBeNull()
    expect(volumeWarning({ now: 0, sevenDays: 0, ninetyDays: 1300 })).toBe(
      'About 101 a week: more than most people read. Add words, ask for strong fits, or keep the ceiling low.',
    )
  })
})
