import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import MatchCard from '../../../client/src/components/MatchCard.svelte'
import NeedHead from '../../../client/src/components/NeedHead.svelte'
import SecondChanceCard from '../../../client/src/components/SecondChanceCard.svelte'
import { madeMatch, madeNeed, madeSecondChance } from '../made.js'
import { textOf } from './text-of.js'

describe('a match', () => {
  const { body } = render(MatchCard, { props: { match: madeMatch(), first: true } })

  it('sets both voices side by side, with the same letter on what met', () => {
    expect(body.match(/<mark data-p="a">/g)).toHaveLength(2)
    expect(textOf(body)).toContain('Own statement, 12 March 2026')
  })
  it('shows other people’s words as they stand, never as markup', () => {
    expect(body).toContain('&lt;b>early&lt;/b>')
  })
  it('says what speaks against it and what is not known', () => {
    expect(textOf(body)).toContain('Against Small. Unknown Nothing that would flip it.')
  })
  it('has the one filled button only where it is the first', () => {
    const second = render(MatchCard, { props: { match: madeMatch(), first: false } }).body
    expect(body.match(/btn-1/g)).toHaveLength(1)
    expect(second).not.toContain('btn-1')
  })
  it('marks a demonstration record', () => {
    expect(textOf(body)).toContain('Demonstration.')
  })
  it('shows a verdict that was given, with a way back', () => {
    const feedback = { id: 'f1', verdict: 'not_fit', reason: 'Too far away', at: '2026-11-24T10:00:00Z' }
    const told = textOf(render(MatchCard, { props: { match: madeMatch({ feedback }), first: true } }).body)
    expect(told).toContain('Not a fit: Too far away. Undo')
    expect(told).not.toContain('Ask for an introduction')
  })
})

describe('a second chance', () => {
  const card = (verdict: Parameters<typeof madeSecondChance>[0]) => {
    const match = madeSecondChance(verdict)
    const { body } = render(SecondChanceCard, { props: { match, first: true, showsNeed: true } })
    return { body, text: textOf(body) }
  }

  it('leads from the recorded reason to why it no longer holds, and asks the owner first', () => {
    const { body, text } = card('no_longer_bites')
    expect(text).toContain('“Too dear.” Recorded reason: budget'.replaceAll(/[“”]/g, ''))
    expect(text).toContain('Why that no longer holds for A made need The money covers the price.')
    expect(text).toContain('Ask the owner first')
    expect(body).toContain('#i-arrow')
  })
  it('draws no arrow where it is not known, and assumes nothing where no reason was recorded', () => {
    expect(card('unknown').body).not.toContain('#i-arrow')
    expect(card('unrecorded').text).toContain('The reason was never recorded. It is not assumed')
  })
  it('says when a reason still holds', () => {
    expect(card('bites').text).toContain('Why that still holds')
  })
})

describe('the head of a need', () => {
  const text = textOf(render(NeedHead, { props: { need: madeNeed() } }).body)

  it('states outcome, people, place and dates, and what is not stated', () => {
    expect(text).toContain('Outcome wanted Admissions fall from 41 to 32 Today: 41.')
    expect(text).toContain(
      'For About 2,300 people Place Made Dale Money not stated Closes 18 December 2026, 24 days left Owner not stated',
    )
  })
  it('shows the way of its states without the skipped ones', () => {
    expect(text).toContain('Draft Open Met')
  })
})
