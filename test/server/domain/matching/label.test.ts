import { describe, expect, it } from 'vitest'
import { LABEL_CURVE, labelOf, probabilityOf } from '../../../../server/domain/matching/label.js'

const sound = { commonWords: 5, registeredOnly: false }

describe('the label', () => {
  it.each([
    [0.7, 'strong'],
    [0.6999, 'possible'],
    [0.35, 'possible'],
    [0.3499, 'weak'],
    [0.15, 'weak'],
    [0.1499, null],
  ])('at probability %d is %s', (probability, label) => {
    expect(labelOf(probability, sound)).toEqual({ label, limit: null })
  })

  it('is no more than weak on one common word', () => {
    expect(labelOf(0.9, { commonWords: 1, registeredOnly: false })).toEqual({
      label: 'weak',
      limit: 'The two texts have no more than one telling word in common.',
    })
  })

  it('is none where a registered activity has one word in common', () => {
    expect(labelOf(0.9, { commonWords: 1, registeredOnly: true }).label).toBeNull()
  })

  it('is no more than possible where only a registered activity is known, and says so only when it holds it down', () => {
    expect(labelOf(0.9, { commonWords: 3, registeredOnly: true }).label).toBe('possible')
    expect(labelOf(0.2, { commonWords: 3, registeredOnly: true })).toEqual({ label: 'weak', limit: null })
  })

  it('comes from one curve: one half where intercept and slope cancel', () => {
    expect(probabilityOf(-LABEL_CURVE.intercept / LABEL_CURVE.slope)).toBeCloseTo(0.5, 12)
  })
})
