import { describe, expect, it } from 'vitest'
import { LONGEST_SENTENCE, sentencesOf } from '../../../../server/domain/text/sentences.js'

const cut = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

describe('sentences of a text', () => {
  it('end at a full stop before a capital, at a line break and at a bullet', () => {
    expect(cut('Buses stop at six. Nobody calls!\nLunch clubs closed •  Post offices too')).toEqual([
      'Buses stop at six.',
      'Nobody calls!',
      'Lunch clubs closed',
      'Post offices too',
    ])
  })

  it('do not end after an abbreviation or inside a number', () => {
    expect(cut('It costs approx. £2.5 million for St. John and Dipton Ltd. Work begins in May.')).toEqual([
      'It costs approx. £2.5 million for St. John and Dipton Ltd. Work begins in May.',
    ])
    expect(cut('It costs £2.5 million. Work begins in May.')).toEqual(['It costs £2.5 million.', 'Work begins in May.'])
  })

  it('are cut after a comma when they would be longer than forty words', () => {
    const left = `${'word '.repeat(29)}end,`
    const right = `${'more '.repeat(20)}end.`
    expect(cut(`${left} ${right}`)).toEqual([left, right])
  })

  it('are cut after forty words where there is no comma', () => {
    const lengths = cut('word '.repeat(95)).map(sentence => sentence.split(' ').length)
    expect(lengths).toEqual([LONGEST_SENTENCE, LONGEST_SENTENCE, 15])
  })

  it('of nothing are none', () => {
    expect(cut(' \n ')).toEqual([])
  })
})
