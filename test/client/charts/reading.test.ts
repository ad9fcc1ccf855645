import { describe, expect, it } from 'vitest'
import type { AlignmentRow } from '../../../client/src/api/types.js'
import { clip, isAside } from '../../../client/src/charts/drawing.js'
import { levels } from '../../../client/src/charts/matrix/layout.js'
import { markAt, walk } from '../../../client/src/charts/walk.js'

describe('walking the marks by key', () => {
  it('moves, stops at the ends, and comes back to the summary', () => {
    expect([walk('ArrowRight', -1, 3), walk('ArrowDown', 2, 3), walk('ArrowLeft', 0, 3)]).toEqual([0, 2, 0])
    expect([walk('Home', 2, 3), walk('End', 0, 3), walk('Escape', 2, 3)]).toEqual([0, 2, -1])
  })
  it('leaves other keys, and charts without marks, to the browser', () => {
    expect(walk('Tab', 0, 3)).toBeNull()
    expect(walk('ArrowRight', -1, 0)).toBeNull()
  })
})

describe('finding a mark by pointer', () => {
  const marks = [
    { x: 0, y: 0, width: 10, height: 10, say: 'a' },
    { x: 40, y: 0, width: 10, height: 10, say: 'b' },
  ]
  it('takes the nearest one within reach', () => {
    expect([markAt(marks, 5, 5), markAt(marks, 34, 5), markAt(marks, 24, 5), markAt(marks, 200, 5)]).toEqual([
      0, 1, 0, -1,
    ])
  })
})

describe('words in a chart', () => {
  it('cuts a long label and keeps a short one', () => {
    expect(clip('Construction', 200)).toBe('Construction')
    expect(clip('Wholesale and retail trade', 100)).toBe('Wholesale and…')
  })
  it('knows what stands beside a distribution', () => {
    expect(['Not assessed', 'Unknown', 'No date', 'None', '3 to 5'].map(isAside)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

describe('fill of the matrix', () => {
  const cell = (items: number, value: number | null = null) => ({
    items,
    confirmed: 0,
    suggested: items,
    value,
    valued_items: 0,
    words: '',
  })
  const row = (need: number, organisation: number, award: number | null): AlignmentRow => ({
    node_id: `${need}`,
    title: 'Made',
    parent: null,
    definition: '',
    flags: [],
    need: cell(need),
    organisation: cell(organisation),
    idea: cell(0),
    award: cell(1, award),
  })

  it('compares within a column only, and leaves zero without fill', () => {
    expect(levels([row(46, 6, 4.1e6), row(0, 71, null), row(11, 1, 1e6)])).toEqual([
      { need: 4, organisation: 1, idea: 0, award: 4 },
      { need: 0, organisation: 4, idea: 0, award: 1 },
      { need: 1, organisation: 1, idea: 0, award: 1 },
    ])
  })
  it('has nothing to fill where there are no rows', () => {
    expect(levels([])).toEqual([])
  })
})
