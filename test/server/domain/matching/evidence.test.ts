import { describe, expect, it } from 'vitest'
import { type MatchDocument, quotablesOf } from '../../../../server/domain/matching/document.js'
import { meaningEvidence, type Quote, wordEvidence } from '../../../../server/domain/matching/evidence.js'

const document = (title: string, text: string): MatchDocument => ({
  id: 'x',
  title,
  fields: [{ name: 'Own statement', date: '2025-09-01', text }],
})
const marked = ({ text, marks }: Quote): string[] =>
  marks.map(({ start, end, letter }) => `${letter}:${text.slice(start, end)}`)

const need = quotablesOf(
  document('Lonely winters', 'Older people see nobody. Buses stop early and mobile signal is poor.'),
)
const offer = quotablesOf(
  document('', 'We drive older people to lunch. It works without mobile signal. People like it.'),
)
const shares = new Map([
  ['older', 0.3],
  ['peopl', 0.2],
  ['mobil', 0.26],
  ['signal', 0.2],
  ['stop', 0.04],
])

describe('word evidence', () => {
  it('is the pair of sentences that shows most first, then what it left out, phrases under one letter on both sides', () => {
    const [first, second, ...more] = wordEvidence(shares, need, offer)
    expect([first!.need.text, first!.candidate.text]).toEqual([
      'Older people see nobody.',
      'We drive older people to lunch.',
    ])
    expect([marked(first!.need), marked(first!.candidate)]).toEqual([['a:Older people'], ['a:older people']])
    expect([marked(second!.need), marked(second!.candidate)]).toEqual([['b:mobile signal'], ['b:mobile signal']])
    expect(more).toEqual([])
  })

  it('carries the name and date of the field it quotes', () => {
    const [first] = wordEvidence(shares, need, offer)
    expect([first!.need.source, first!.need.date]).toEqual(['Own statement', '2025-09-01'])
  })

  it('is none where nothing is shared', () => {
    expect(wordEvidence(new Map(), need, offer)).toEqual([])
  })
})

describe('evidence of meaning', () => {
  const towards = (near: string) => (sentence: string) => Float32Array.from(sentence.includes(near) ? [1, 0] : [0, 1])

  it('is the nearest pair, without marks', () => {
    const found = meaningEvidence(need.slice(0, 1), offer.slice(0, 1), {
      meaning: () => Float32Array.of(1, 0),
      quoted: [],
    })
    expect([found?.kind, found?.need.marks, found?.candidate.text]).toEqual([
      'similar in meaning',
      [],
      'We drive older people to lunch.',
    ])
  })

  it('is none where no pair is near, or where the pair is quoted already', () => {
    expect(meaningEvidence(need.slice(0, 1), offer, { meaning: towards('Lonely'), quoted: [] })).toBeNull()
    const quoted = wordEvidence(shares, need, offer)
    const meaning = (sentence: string) => Float32Array.of(/lder people (see|to)/.test(sentence) ? 1 : 0)
    expect(meaningEvidence(need, offer, { meaning, quoted })).toBeNull()
  })
})
