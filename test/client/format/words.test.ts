import { describe, expect, it } from 'vitest'
import { capital, ended, firstSentence, lead } from '../../../client/src/format/words.js'

describe('sentences', () => {
  it('end with a full stop, once', () => {
    expect([ended('Made needs'), ended('Made needs.'), ended(' What for? '), ended('')]).toEqual([
      'Made needs.',
      'Made needs.',
      'What for?',
      '',
    ])
    expect(capital('made')).toBe('Made')
  })
  it('are told apart without losing a letter', () => {
    expect(firstSentence('Lot 1 is stated in euro. It is not added up.')).toEqual({
      first: 'Lot 1 is stated in euro.',
      rest: 'It is not added up.',
    })
    expect(firstSentence('')).toEqual({ first: '', rest: '' })
  })
})

describe('the lead of a long text', () => {
  it('is its first two sentences', () => {
    expect(lead('One here. Two here. Three here.')).toEqual({ lead: 'One here. Two here.', rest: 'Three here.' })
    expect(lead('One here.')).toEqual({ lead: 'One here.', rest: '' })
  })
  it('is one sentence when two are long', () => {
    const long = `${'word '.repeat(70)}end. More ${'more '.repeat(70)}end. Last.`
    expect(lead(long).lead).toBe(`${'word '.repeat(70)}end.`)
    expect(lead(long).rest.endsWith('Last.')).toBe(true)
  })
})
