import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatchDocument } from '../../../../server/domain/matching/document.js'
import { MatchEngine } from '../../../../server/domain/matching/engine.js'

const text = (id: string, title: string, name: string, words: string, more: object = {}): MatchDocument => ({
  id,
  title,
  fields: [{ name, date: null, text: words, ...more }],
}) // one field a document is enough here

const needs = [
  text(
    'decline',
    'Visits that notice decline early',
    'Description',
    'We want home care staff to notice small changes in people living alone in the dales before they become an emergency, without more visits.',
  ),
  text(
    'becks',
    'Warning for small becks',
    'Description',
    'Becks rise in half an hour after heavy rain. We want villages warned early by gauges that work in frost without mobile signal.',
  ),
  text(
    'damp',
    'Dry and warm terraces',
    'Description',
    'Solid-walled terraces are damp. We want the cause of damp found and mended with tenants in place.',
  ),
]
const organisations = [
  text(
    'care',
    '',
    'Own statement',
    'Our home care staff record four questions at each visit and notice early when people living alone decline, with no added visits.',
  ),
  text(
    'gauge',
    '',
    'Own statement',
    'Depth gauges for becks that warn villages early when water rises, also in frost.',
  ),
  text(
    'lime',
    '',
    'Own statement',
    'We find the cause of damp in solid-walled terraces and mend it with lime, tenants in place.',
  ),
  text('sic', '', 'Registered activity', 'Other human health activities', { registered: true }),
  text('roof', '', 'Registered activity', 'Roofing activities', { registered: true }),
]
const ideas = [
  text(
    'kettle',
    'Kettle and light',
    'Idea, teaser',
    'Ordinary household rhythm of people living alone as an early sign of decline.',
  ),
]
const engine = new MatchEngine({ needs, organisations, ideas })

describe('the match engine', () => {
  it('puts the organisation that says so first for each need', () => {
    expect(needs.map(n => engine.candidatesFor(n.id, 'organisations')[0]?.candidate.id)).toEqual([
      'care',
      'gauge',
      'lime',
    ])
  })

  it('gives a pair the same score and label from both sides', () => {
    for (const need of needs) {
      for (const match of engine.candidatesFor(need.id, 'organisations').filter(m => m.label !== null)) {
        const back = engine.needsFor('organisations', match.candidate.id).find(other => other.needId === need.id)
        expect([back?.score, back?.label]).toEqual([match.score, match.label])
      }
    }
  })

  it('shows parts that add up to the score', () => {
    for (const { score, parts } of engine.candidatesFor('decline', 'organisations')) {
      expect(parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(score, 10)
    }
  })

  it('quotes only what stands in the texts, and marks lie within the quotes', () => {
    for (const side of ['organisations', 'ideas'] as const) {
      for (const match of engine.candidatesFor('decline', side).filter(m => m.label !== null)) {
        const whole = (docs: MatchDocument[], id: string) =>
          docs
            .filter(d => d.id === id)
            .flatMap(d => [d.title, ...d.fields.map(f => f.text)])
            .join('\n')
        for (const { need, candidate } of engine.explain(match).evidence) {
          expect(whole(needs, 'decline')).toContain(need.text)
          expect(whole([...organisations, ...ideas], match.candidate.id)).toContain(candidate.text)
          for (const quote of [need, candidate])
            for (const { start, end } of quote.marks) expect(quote.text.slice(start, end)).toMatch(/^\S(.*\S)?$/s)
        }
      }
    }
  })

  it('never calls an organisation strong of which only the registered activity is known', () => {
    const same = 'Damp proofing of solid-walled terraces with tenants in place'
    const only = new MatchEngine({
      needs: [text('n', same, 'Description', same)],
      organisations: [text('o', '', 'Registered activity', same, { registered: true }), ...organisations],
      ideas: [],
    })
    const found = only.candidatesFor('n', 'organisations').find(match => match.candidate.id === 'o')
    expect([found?.label, found?.limit]).toEqual([
      'possible',
      'Only the registered activity is known: nothing in their own words, no contract.',
    ])
  })

  it('finds nothing for a need that nobody here speaks about', () => {
    const alone = new MatchEngine({
      needs: [text('x', 'Ferry timetable', 'Description', 'Ferries across the estuary should sail after dusk.')],
      organisations,
      ideas: [],
    })
    expect(alone.candidatesFor('x', 'organisations').filter(m => m.label !== null)).toEqual([])
  })

  it('scores any two texts alike from both sides', () => {
    const words = fc.array(
      fc.constantFrom('care', 'damp', 'beck', 'visit', 'home', 'wall', 'early', 'warn', 'gauge', 'staff'),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(words, words, (a, b) => {
        const one = new MatchEngine({
          needs: [text('a', '', 'Description', a.join(' '))],
          organisations: [text('b', '', 'Own statement', b.join(' '))],
          ideas: [],
        })
        const other = new MatchEngine({
          needs: [text('b', '', 'Description', b.join(' '))],
          organisations: [text('a', '', 'Own statement', a.join(' '))],
          ideas: [],
        })
        expect(one.pair('a', 'organisations', 'b').score).toBeCloseTo(other.pair('b', 'organisations', 'a').score, 5)
      }),
      { numRuns: 60 },
    )
  })
})
