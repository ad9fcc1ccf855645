import { describe, expect, it } from 'vitest'
import {
  nothingFound,
  unknownsOf,
  unsupportedPhrases,
  wouldChange,
} from '../../../../server/domain/matching/counter-evidence.js'
import type { MatchDocument } from '../../../../server/domain/matching/document.js'

const document = (text: string, names: string[] = []): MatchDocument => ({
  id: 'x',
  title: '',
  names,
  fields: [{ name: 'Description', date: null, text }],
})
const rare = { holders: () => 3, texts: 100 }

describe('what counts against', () => {
  it('are phrases of the need that the candidate never mentions, as they stand', () => {
    const need = document('Staff make night visits. The mobile signal is poor.')
    expect(unsupportedPhrases(need, document('Our staff visit by day.'), rare)).toEqual(['mobile signal', 'night'])
    expect(nothingFound(['mobile signal', 'night'])).toBe('Nothing found about “mobile signal” or “night”.')
  })

  it('is nothing where a compound holds the word', () => {
    expect(unsupportedPhrases(document('wellbeing'), document('well-being for all'), rare)).toEqual([])
  })

  it('is nothing where the word is a name, common everywhere, or used by nobody else', () => {
    expect(unsupportedPhrases(document('in Weardale', ['Weardale']), document('roofs'), rare)).toEqual([])
    expect(unsupportedPhrases(document('gauges'), document('roofs'), { holders: () => 40, texts: 100 })).toEqual([])
    expect(unsupportedPhrases(document('gauges'), document('roofs'), { holders: () => 1, texts: 100 })).toEqual([])
  })
})

describe('what is unknown', () => {
  it('is only what plays a part and nobody supplied', () => {
    expect(unknownsOf({ needPlace: 'Weardale', reach: null, size: null, needValue: 40_000 })).toEqual([
      'Whether they work in Weardale.',
      'How large the organisation is.',
    ])
    expect(unknownsOf({})).toEqual([])
  })
})

describe('what would change a match', () => {
  it('is first what holds the label down, then what is missing, then what is unknown', () => {
    const phrases = ['night visits']
    expect(wouldChange({ limit: 'x', phrases, unknowns: [] })).toContain('own words')
    expect(wouldChange({ limit: null, phrases, unknowns: [] })).toBe('A dated example of work on “night visits”.')
    expect(wouldChange({ limit: null, phrases: [], unknowns: ['What it would cost.'] })).toBe(
      'Knowing this: what it would cost.',
    )
    expect(wouldChange({ limit: null, phrases: [], unknowns: [] })).toBeNull()
  })
})
