import { describe, expect, it } from 'vitest'
import { linksByCode } from '../../../../server/domain/strategy/code-rules.js'
import { Corpus } from '../../../../server/domain/strategy/corpus.js'
import type { Item, Priority, Quote } from '../../../../server/domain/strategy/items.js'
import { isCodable, linkItems } from '../../../../server/domain/strategy/link.js'
import { sentencesOf } from '../../../../server/domain/strategy/sentences.js'
import { marked } from '../../../../server/domain/strategy/word-overlap.js'

// Made priorities and items.
const priority = (id: string, title: string, definition: string, sicPrefixes: string[] = []): Priority => ({
  id,
  title,
  definition,
  sicPrefixes,
  cpvPrefixes: [],
})

const rural = priority(
  'rural',
  'Rural connections',
  'Every village within reach of work and care, whatever the bus timetable.',
)
const heat = priority(
  'heat',
  'Homes that hold heat',
  'Insulated homes with low bills and heat pumps fitted by local trades.',
  ['432', '43220'],
)
const chips = priority('chips', 'Electronics', 'Semiconductor plants, sensors and the skills to build them.', ['26'])
const priorities = [rural, heat, chips]

const item = (id: string, texts: string[], codes: Item['codes'] = []): Item => ({
  kind: 'need',
  id,
  passages: texts.map(text => ({ field: 'description', text })),
  codes,
})

const link = (...items: Item[]) => linkItems(new Corpus(items), priorities)
const words = (quote: Quote | undefined): string[] => quote?.marks.map(m => quote.text.slice(m.start, m.end)) ?? []

describe('a link by shared words', () => {
  it('quotes the sentence that shares most, and marks the words that met on both sides', () => {
    const [found, ...others] = link(
      item('a', ['The parish met in May. The village has no evening bus, so care is out of reach. Thank you.']),
      item('b', ['Sensors for a plant.']),
    )
    expect(others.map(o => o.priorityId)).toEqual(['chips'])
    expect(found).toMatchObject({ itemId: 'a', priorityId: 'rural', basis: 'model', grade: 'significant' })
    expect(found?.quotes[0].text).toBe('The village has no evening bus, so care is out of reach.')
    expect(words(found?.quotes[0])).toEqual(['village', 'bus', 'care', 'reach'])
    expect(words(found?.quotes[1])).toEqual(['village', 'reach', 'care', 'bus'])
  })

  it('is not made of one word in common', () => {
    expect(link(item('a', ['A new bus for the football club.']))).toEqual([])
  })

  it('goes to the best priority and to those nearly as good, not to every one that shares something', () => {
    const found = link(
      item('a', ['Insulated homes with heat pumps and low bills, fitted by trades who have the skills to build.']),
    )
    expect(found.map(s => s.priorityId)).toEqual(['heat'])
  })

  it('never claims more than its overlap, and never certainty', () => {
    const [whole] = link(item('a', ['Insulated homes, heat pumps, low bills.']))
    expect(whole?.confidence).toBe(0.85)
    const [part] = link(item('a', ['Insulated homes matter to the panel of residents that met twice in the library.']))
    expect(part?.confidence).toBeGreaterThan(0.1)
    expect(part?.confidence).toBeLessThan(0.5)
  })
})

describe('a link by code', () => {
  it('quotes the code with its title and marks the longest prefix that fits', () => {
    const [found] = linksByCode(item('a', [], [{ scheme: 'SIC', code: '43220', title: 'Plumbing' }]), priorities)
    expect(found).toMatchObject({
      priorityId: 'heat',
      basis: 'rule',
      grade: 'significant',
      confidence: 0.6,
      quotes: [
        { side: 'item', field: 'code', text: '43220 Plumbing', marks: [{ start: 0, end: 5 }] },
        { side: 'priority', field: 'definition', text: heat.definition },
      ],
    })
  })

  it('compares codes of one scheme as text', () => {
    expect(linksByCode(item('a', [], [{ scheme: 'CPV', code: '26000000', title: '' }]), priorities)).toEqual([])
    expect(linksByCode(item('a', [], [{ scheme: 'SIC', code: '02600', title: '' }]), priorities)).toEqual([])
  })

  it('comes before the words and quotes them behind the code', () => {
    const fitter = item(
      'a',
      ['We fit heat pumps in insulated homes.'],
      [{ scheme: 'SIC', code: '43220', title: 'Plumbing' }],
    )
    const found = link(fitter)
    expect(found.map(s => [s.priorityId, s.basis])).toEqual([['heat', 'rule']])
    expect(found[0]?.quotes.map(q => q.field)).toEqual(['code', 'description', 'definition'])
  })
})

describe('what can be compared', () => {
  it('needs a code or some words of its own', () => {
    expect(isCodable(item('a', ['n/a']))).toBe(false)
    expect(isCodable(item('a', ['12 34 56 78 90 12 34']))).toBe(false)
    expect(isCodable(item('a', ['Evening buses']))).toBe(true)
    expect(isCodable(item('a', [], [{ scheme: 'SIC', code: '43220', title: '' }]))).toBe(true)
  })
})

describe('sentences', () => {
  it('end at stops and lines, not inside figures, and are cut where a quote would be too long', () => {
    expect(sentencesOf('It costs £1.2m a year. Nobody pays.\n• Buses\n\nCare? Yes.')).toEqual([
      'It costs £1.2m a year.',
      'Nobody pays.',
      'Buses',
      'Care?',
      'Yes.',
    ])
    expect(sentencesOf('word '.repeat(100)).map(s => s.length)).toEqual([319, 179])
    expect(sentencesOf(' ')).toEqual([])
  })

  it('mark neighbours as one phrase', () => {
    const text = 'Heat pumps, and pumps'
    expect(marked(text, new Set(['heat', 'pump'])).map(m => text.slice(m.start, m.end))).toEqual([
      'Heat pumps',
      'pumps',
    ])
  })
})
