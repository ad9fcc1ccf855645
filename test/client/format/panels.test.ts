import { describe, expect, it } from 'vitest'
import { cell, rows } from '../../../client/src/format/cells.js'
import { panelCsv } from '../../../client/src/format/csv.js'
import { stretches } from '../../../client/src/format/marks.js'
import { madePanel } from '../panel.js'

const panel = madePanel(
  { place: 'text', needs: 'count', share: 'percent' },
  { place: ['Made Dale', '=SUM(A1)'], needs: [1204, null], share: [31.25, -4] },
  { filters: { place: 'X1' } },
)

describe('a panel', () => {
  it('has one row per cell of its first column', () => {
    expect(rows(panel)).toEqual([
      { place: 'Made Dale', needs: 1204, share: 31.25 },
      { place: '=SUM(A1)', needs: null, share: -4 },
    ])
    expect(rows(madePanel({ place: 'text' }, {}))).toEqual([])
  })
  it('says a missing figure, never a zero', () => {
    const [, needs, share] = panel.columns
    expect(cell(null, needs!)).toBe('no data')
    expect(cell(1204, needs!)).toBe('1,204')
    expect(cell(-4, share!)).toBe('\u22124.0%')
  })
  it('gives CSV with the rows, what they are and no formula', () => {
    expect(panelCsv(panel)).toBe(
      [
        'place,needs,share',
        'Made Dale,1204,31.25',
        "'=SUM(A1),,-4",
        '',
        'Question,What is it?',
        'Basis,Made figures.',
        'Source,Made source.',
        'Computed,2026-11-24T10:00:00Z',
        'Filters,place=X1',
        '',
      ].join('\r\n'),
    )
  })
})

describe('stretches', () => {
  it('cuts a quote at its marks and loses no word', () => {
    expect(stretches('notice small changes early', [{ start: 7, end: 20, letter: 'a' }])).toEqual([
      { text: 'notice ', letter: null, marked: false },
      { text: 'small changes', letter: 'a', marked: true },
      { text: ' early', letter: null, marked: false },
    ])
  })
  it('drops ranges that overlap or lie outside', () => {
    const ranges = [
      { start: 2, end: 4 },
      { start: 3, end: 6 },
      { start: 9, end: 12 },
      { start: 40, end: 50 },
    ]
    const cut = stretches('0123456789', ranges)
    expect(cut.map(s => s.text).join('')).toBe('0123456789')
    expect(cut.filter(s => s.marked).map(s => s.text)).toEqual(['23', '9'])
  })
  it('gives nothing for no words', () => {
    expect(stretches('', [{ start: 0, end: 3 }])).toEqual([])
  })
})
