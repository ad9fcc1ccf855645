import { describe, expect, it } from 'vitest'
import { indexedText, isRegisteredOnly, quotablesOf } from '../../../../server/domain/matching/document.js'

const registered = { name: 'Registered activity', date: null, text: 'Joinery installation', registered: true }
const contract = {
  name: 'Contract summary, September 2025',
  date: '2025-09-01',
  text: 'Doors for Dipton Council. Tenders must be submitted through the portal.',
}
const organisation = { id: 'o', title: '', fields: [registered, contract], names: ['Dipton Council'] }

describe('a document', () => {
  it('is indexed with what it registered as title, without names and without sentences about procedure', () => {
    const { title, text } = indexedText(organisation)
    expect([title, text.replace(/\s+/g, ' ')]).toEqual(['Joinery installation', 'Doors for .'])
  })

  it('is quoted literally, but a name is no word to mark', () => {
    const quotables = quotablesOf(organisation)
    expect(quotables.map(({ source, text }) => [source, text])).toEqual([
      ['Registered activity', 'Joinery installation'],
      ['Contract summary, September 2025', 'Doors for Dipton Council.'],
    ])
    expect(quotables[1]!.words.map(word => word.term)).toEqual(['door', '', '', ''])
  })

  it('is known by its register only when nothing else stands in it', () => {
    expect(isRegisteredOnly(organisation)).toBe(false)
    expect(isRegisteredOnly({ ...organisation, fields: [registered] })).toBe(true)
    expect(isRegisteredOnly({ ...organisation, fields: [] })).toBe(false)
  })
})
