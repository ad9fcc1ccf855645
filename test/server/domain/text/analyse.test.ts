import { describe, expect, it } from 'vitest'
import { analyse } from '../../../../server/domain/text/analyse.js'
import { cleanText, cleanTitle } from '../../../../server/domain/text/clean.js'
import { stem } from '../../../../server/domain/text/porter2.js'

describe('the analyser', () => {
  it('folds accents and case, keeps numbers, drops function words and possessives', () => {
    expect(analyse('The Café’s 24-hour service, for each of us')).toEqual(['cafe', '24', 'hour', 'servic'])
  })

  it('gives the same terms for the forms of a word', () => {
    expect(analyse('caring cared cares')).toEqual(['care', 'care', 'care'])
  })

  it('has nothing to say of an empty text', () => {
    expect(analyse(' … ')).toEqual([])
  })
})

// Word and stem from the published description of the Porter2 stemmer for English.
describe('the stemmer', () => {
  it.each([
    ['consign', 'consign'],
    ['consigned', 'consign'],
    ['consisting', 'consist'],
    ['consistency', 'consist'],
    ['consolation', 'consol'],
    ['consolidate', 'consolid'],
    ['knack', 'knack'],
    ['knitting', 'knit'],
    ['knives', 'knive'],
    ['skies', 'sky'],
    ['dying', 'die'],
    ['news', 'news'],
    ['generously', 'generous'],
    ['happy', 'happi'],
    ['exceed', 'exceed'],
  ])('makes %s into %s', (word, stemmed) => {
    expect(stem(word)).toBe(stemmed)
  })
})

describe('text from publishers', () => {
  it('gets back the line breaks that arrived as letters', () => {
    expect(cleanText('Two areas.rnrnLot 1 is north.')).toBe('Two areas.\nLot 1 is north.')
  })

  it('is freed of entities, also where they were encoded twice', () => {
    expect(cleanText('Cafes &amp;amp; kitchens')).toBe('Cafes & kitchens')
  })

  it('loses the prefix that a system put before a title', () => {
    expect(cleanTitle('GB-Preston: Grounds maintenance')).toBe('Grounds maintenance')
  })
})
