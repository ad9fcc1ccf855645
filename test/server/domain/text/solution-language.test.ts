import { describe, expect, it } from 'vitest'
import { namedSolutions } from '../../../../server/domain/text/solution-language.js'

const named = (text: string): string[] => namedSolutions(text).map(solution => solution.text)

describe('solutions that a need names', () => {
  it('are found with their place in the text', () => {
    const text = 'We need a mobile app for carers.'
    expect(namedSolutions(text)).toEqual([{ start: 10, end: 20, text: 'mobile app' }])
    expect(text.slice(10, 20)).toBe('mobile app')
  })

  it('are found in the plural and in any case, the longest phrase first', () => {
    expect(named('Sensors, an online portal and ARTIFICIAL INTELLIGENCE')).toEqual([
      'Sensors',
      'online portal',
      'ARTIFICIAL INTELLIGENCE',
    ])
  })

  it('are not seen in the words of an outcome', () => {
    expect(named('Fewer falls on the railway platform; people apply for the service with one letter.')).toEqual([])
  })
})
