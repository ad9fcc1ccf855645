import { describe, expect, it } from 'vitest'
import type { Flow } from '../../../client/src/api/types.js'
import { alluvialLayout } from '../../../client/src/charts/alluvial/layout.js'
import { madePanel } from '../panel.js'
import { expectDrawable } from './no-nan.js'

const panel = madePanel({ stage: 'text' }, { stage: [] })

const flow: Flow = {
  stages: ['Submitted', 'Decision', 'Second chance'].map(title => ({ key: title, title })),
  nodes: [
    { id: 'sub', stage: 0, title: 'Submitted', n: 60, tone: 'rest' },
    { id: 'fund', stage: 1, title: 'Funded', n: 15, tone: 'forward' },
    { id: 'not', stage: 1, title: 'Not adopted', n: 45, tone: 'not_adopted' },
    { id: 'again', stage: 2, title: 'Owner agreed to be offered again', n: 9, tone: 'again' },
  ],
  links: [
    { from: 'sub', to: 'fund', n: 15 },
    { from: 'sub', to: 'not', n: 45 },
    { from: 'not', to: 'again', n: 9 },
  ],
}

describe('the idea-stage alluvial', () => {
  const drawing = alluvialLayout(flow)(panel, 1000)

  it('keeps one scale: what was not adopted is three times what was funded', () => {
    const height = (id: string): number => drawing.nodes.find(node => node.id === id)!.height
    expect(height('not')).toBeCloseTo(3 * height('fund'))
    expect(height('sub')).toBeCloseTo(height('fund') + height('not'))
  })
  it('leads from left to right only', () => {
    const x = (id: string): number => drawing.nodes.find(node => node.id === id)!.x
    expect(flow.links.every(link => x(link.from) < x(link.to))).toBe(true)
    expect(drawing.ribbons.map(ribbon => ribbon.tone)).toEqual(['forward', 'not_adopted', 'again'])
  })
  it('says each node with its stage and the whole', () => {
    expect(drawing.marks.map(mark => mark.say)).toEqual([
      'Submitted: Submitted, 60 of 60 ideas.',
      'Decision: Funded, 15 of 60 ideas.',
      'Decision: Not adopted, 45 of 60 ideas.',
      'Second chance: Owner agreed to be offered again, 9 of 60 ideas.',
    ])
  })
  it('keeps the nodes of a stage apart, labels included', () => {
    const second = drawing.nodes.filter(node => ['fund', 'not'].includes(node.id))
    expect(second[1]!.y).toBeGreaterThan(second[0]!.y + second[0]!.height)
  })
  it('is a list of stages on the phone', () => {
    const phone = alluvialLayout(flow)(panel, 358)
    expect(phone).toMatchObject({ asList: true, ribbons: [] })
    expect(phone.heads.map(head => head.text)).toEqual(['Submitted', 'Decision', 'Second chance'])
    expect(phone.nodes.map(node => node.width)).toEqual([358, 89.5, 268.5, 53.7])
  })
  it.each([
    ['nothing', { stages: [], nodes: [], links: [] }],
    ['stages without ideas', { ...flow, nodes: flow.nodes.map(node => ({ ...node, n: 0 })), links: [] }],
    ['one stage', { stages: flow.stages.slice(0, 1), nodes: flow.nodes.slice(0, 1), links: [] }],
    ['a link to nowhere', { ...flow, links: [{ from: 'sub', to: 'gone', n: 4 }] }],
  ])('can always be drawn: %s', (_, made) => {
    for (const width of [240, 700, 1100]) expectDrawable(alluvialLayout(made)(panel, width))
  })
})
