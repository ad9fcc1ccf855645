import { describe, expect, it } from 'vitest'
import { flowCount, type IdeaStages, ideaFlow } from '../../../../server/features/second-chances/idea-flow.js'
import {
  chancesHeadline,
  chancesLede,
  flowSummary,
  flowTitle,
  noLongerWords,
  publicLede,
  reasonsTitle,
} from '../../../../server/features/second-chances/second-chances.words.js'

const idea = (wish: Partial<IdeaStages> = {}): IdeaStages => ({
  outcome: 'not_adopted',
  stage_reached: null,
  idea_state: null,
  consented: false,
  talking: false,
  ...wish,
})
const times = (n: number, wish: Partial<IdeaStages> = {}) => Array.from({ length: n }, () => idea(wish))

// The figures of the design's own page: 142 ideas, 17 funded, 125 not adopted.
const designed = [
  ...times(6, { outcome: 'funded', idea_state: 'adopted' }),
  ...times(11, { outcome: 'funded' }),
  ...times(41, {}).map((one, i) => ({ ...one, consented: i < 30 })),
  ...times(74, { outcome: 'sifted_out', idea_state: 'closed' }).map((one, i) =>
    i < 20 ? one : { ...one, idea_state: null },
  ),
  ...times(4, { outcome: 'ineligible', idea_state: 'adopted' }),
  ...times(6, { outcome: 'ineligible' }),
]

describe('ideas by stage', () => {
  const flow = ideaFlow(designed)
  const of = (id: string) => flowCount(flow, id)

  it('count each idea once at every stage that it reached', () => {
    expect(flow.nodes.filter(node => node.stage === 0)).toEqual([
      { id: 'submitted', stage: 0, title: 'Submitted', tone: 'rest', n: 142 },
    ])
    expect([of('shortlisted'), of('sifted_out'), of('ineligible')]).toEqual([58, 74, 10])
    expect([of('funded'), of('not_adopted')]).toEqual([17, 125])
    expect([of('agreed'), of('not_asked'), of('closed')]).toEqual([34, 71, 20])
    expect([of('adopted_elsewhere'), of('waiting')]).toEqual([4, 30])
  })

  it('lead only to the next stage, and nothing is lost on the way', () => {
    const stage = (id: string) => flow.nodes.find(node => node.id === id)?.stage ?? -1
    expect(flow.links.every(link => stage(link.to) === stage(link.from) + 1)).toBe(true)
    for (const { id, stage, n } of flow.nodes.filter(node => node.stage > 0)) {
      expect({
        id,
        stage,
        in: flow.links.filter(link => link.to === id).reduce((sum, link) => sum + link.n, 0),
      }).toEqual({ id, stage, in: n })
    }
  })

  it('stop where they stand today', () => {
    const open = ideaFlow([idea({ outcome: 'in_assessment' }), idea({ outcome: 'shortlisted' })])
    expect(open.links).toEqual([
      { from: 'submitted', to: 'shortlisted', n: 1 },
      { from: 'submitted', to: 'in_sift', n: 1 },
      { from: 'shortlisted', to: 'undecided', n: 1 },
    ])
  })

  it('end at the sift where the record says so, and in talks where an introduction runs', () => {
    expect(flowCount(ideaFlow([idea({ stage_reached: 'First sift' })]), 'sifted_out')).toBe(1)
    expect(flowCount(ideaFlow([idea({ consented: true, talking: true })]), 'introduced')).toBe(1)
  })
})

describe('the words of second chances', () => {
  const none = ideaFlow([])
  const one = ideaFlow([idea({ consented: true })])
  const many = ideaFlow(designed)

  it('are right for none, one and many', () => {
    expect([none, one, many].map(chancesHeadline)).toEqual([
      'No challenge results yet.',
      'One idea was not adopted. One owner said yes to a second look.',
      '125 ideas were not adopted. 34 owners said yes to a second look, and four ideas were bought elsewhere.',
    ])
    expect(chancesHeadline(ideaFlow([idea(), idea()]))).toBe(
      'Two ideas were not adopted. No owner has said yes to a second look yet.',
    )
    expect(chancesHeadline(ideaFlow([idea({ outcome: 'funded' })]))).toBe(
      'Every idea was adopted or is still being decided.',
    )
    expect([none, one, many].map(flowTitle)).toEqual([
      'No idea has been left out so far',
      '1 of 1 idea that was not adopted is being offered again',
      '34 of 125 ideas that were not adopted are being offered again',
    ])
    expect(flowSummary(none)).toBe('There are no results to show yet.')
    expect(flowSummary(many)).toBe(
      'Of 142 ideas 17 were funded and 125 not adopted. Of those not adopted, 34 are offered again: 4 adopted elsewhere, 0 in talks, 30 waiting.',
    )
  })

  it('say that not adopted says nothing about quality, and how many fit today', () => {
    const balance = [{ code: 'portfolio', ideas: 31, no_longer: 9 }]
    expect(chancesLede(many, balance, 11, 'County Durham')).toBe(
      'Not adopted says nothing about quality: 31 ideas scored above the line and were left out for balance. 11 fit an open need in County Durham today.',
    )
    expect(chancesLede(one, [], 1, 'County Durham')).toBe(
      'Not adopted says nothing about quality. One fits an open need in County Durham today.',
    )
    expect(chancesLede(one, [], 0, 'County Durham')).toBe(
      'Not adopted says nothing about quality. None fits an open need in County Durham today.',
    )
    expect(publicLede(0, 'County Durham')).toBe(
      'No idea that was not adopted elsewhere fits an open need in County Durham today.',
    )
  })

  it('never assume a reason, and never hold balance against another buyer', () => {
    expect(noLongerWords({ code: 'portfolio', ideas: 31, no_longer: 4 })).toBe('Always, for another buyer')
    expect(noLongerWords({ code: 'unknown', ideas: 11, no_longer: 0 })).toBe('Never assumed')
    expect(noLongerWords({ code: 'budget', ideas: 24, no_longer: 11 })).toBe('11 of 24')
    expect(reasonsTitle([], 'X')).toBe('No reason has been recorded yet')
    expect(reasonsTitle([{ code: 'portfolio', ideas: 3, no_longer: 0 }], 'X')).toBe(
      'The commonest reason never speaks against another buyer',
    )
    expect(reasonsTitle([{ code: 'budget', ideas: 3, no_longer: 1 }], 'X')).toBe(
      'The commonest reason, budget, no longer holds for 1 of 3 ideas',
    )
    expect(reasonsTitle([{ code: 'scope', ideas: 3, no_longer: 0 }], 'X')).toBe(
      'The commonest reason, scope, still holds for every open need in X',
    )
  })
})
