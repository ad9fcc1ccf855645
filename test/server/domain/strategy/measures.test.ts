import { describe, expect, it } from 'vitest'
import type { ItemKind } from '../../../../server/domain/strategy/items.js'
import {
  allocate,
  balance,
  type CellCount,
  type Coverage,
  flagsOf,
  THIN_SUPPLY,
} from '../../../../server/domain/strategy/measures.js'
import { tally } from '../../../../server/domain/strategy/tally.js'

const cells = (items: Record<ItemKind, number>): Record<ItemKind, CellCount> => {
  const cell = (n: number): CellCount => ({ items: n, confirmed: 0, value: null, valuedItems: 0 })
  return {
    need: cell(items.need),
    organisation: cell(items.organisation),
    idea: cell(items.idea),
    award: cell(items.award),
  }
}
const coverage = (held: Record<ItemKind, number>): Record<ItemKind, Coverage> => {
  const of = (unlinked: number): Coverage => ({ confirmed: 0, suggested: 0, unlinked, notCoded: 0 })
  return { need: of(held.need), organisation: of(held.organisation), idea: of(held.idea), award: of(held.award) }
}

describe('the flags of a priority', () => {
  const full = coverage({ need: 9, organisation: 99, idea: 9, award: 9 })

  it('say what is missing', () => {
    expect(flagsOf(cells({ need: 0, organisation: 40, idea: 0, award: 0 }), full)).toEqual([
      'no_need',
      'no_idea',
      'no_award',
    ])
    expect(flagsOf(cells({ need: 3, organisation: 40, idea: 1, award: 1 }), full)).toEqual([])
  })

  it('call supply thin below ten organisations, and only where a need waits', () => {
    expect(THIN_SUPPLY).toBe(10)
    expect(flagsOf(cells({ need: 1, organisation: 9, idea: 1, award: 1 }), full)).toEqual(['thin_supply'])
    expect(flagsOf(cells({ need: 1, organisation: 10, idea: 1, award: 1 }), full)).toEqual([])
    expect(flagsOf(cells({ need: 0, organisation: 9, idea: 1, award: 1 }), full)).toEqual(['no_need'])
  })

  it('say nothing of what the place holds none of', () => {
    const none = coverage({ need: 9, organisation: 0, idea: 0, award: 0 })
    expect(flagsOf(cells({ need: 1, organisation: 0, idea: 0, award: 0 }), none)).toEqual([])
  })
})

describe('the allocation of money to priorities', () => {
  it('keeps the whole: what links carry and the bucket add up to it', () => {
    // £100,000 with one significant link: £40,000 and £60,000. One principal and one significant: 1/1.4 and 0.4/1.4.
    expect(allocate([{ weight: 100_000, links: [{ priorityId: 'p', grade: 'significant' }] }])).toEqual({
      byPriority: new Map([['p', 40_000]]),
      unlinked: 60_000,
    })
    const both = allocate([
      {
        weight: 140,
        links: [
          { priorityId: 'p', grade: 'principal' },
          { priorityId: 'q', grade: 'significant' },
        ],
      },
    ])
    expect(both.byPriority.get('p')).toBeCloseTo(100, 9)
    expect(both.byPriority.get('q')).toBeCloseTo(40, 9)
    expect(both.unlinked).toBeCloseTo(0, 9)
  })

  it('counts neither conflicts nor denials, and leaves what has no link in the bucket', () => {
    const found = allocate([
      { weight: 10, links: [] },
      { weight: 5, links: [{ priorityId: 'p', grade: 'conflicts' }] },
    ])
    expect(found).toEqual({ byPriority: new Map(), unlinked: 15 })
  })
})

describe('the balance against targets', () => {
  const allocation = {
    byPriority: new Map([
      ['p', 60],
      ['q', 40],
    ]),
    unlinked: 7,
  }

  it('is one less half the differences, furthest above first', () => {
    const found = balance(
      allocation,
      new Map([
        ['q', 0.7],
        ['p', 0.3],
      ]),
    )
    expect(found?.rows.map(r => [r.priorityId, r.share, r.target])).toEqual([
      ['p', 0.6, 0.3],
      ['q', 0.4, 0.7],
    ])
    expect(found?.rows[0]?.difference).toBeCloseTo(0.3, 9)
    expect(found?.balance).toBeCloseTo(0.7, 9)
  })

  it('is not there without a target or without linked money', () => {
    expect(balance(allocation, new Map())).toBeNull()
    expect(balance({ byPriority: new Map(), unlinked: 7 }, new Map([['p', 1]]))).toBeNull()
  })
})

describe('the tally', () => {
  it('counts an item in each of its places and an unlinked one in its bucket', () => {
    const base = { kind: 'award' as const, codable: true }
    const { measures, coverage: found } = tally(
      [
        { ...base, id: 'a', places: ['county', 'region'], value: 100 },
        { ...base, id: 'b', places: ['county', 'region'], value: null },
        { ...base, id: 'c', places: ['region'], value: 50 },
        { ...base, id: 'd', places: ['county'], value: null, codable: false },
        { ...base, id: 'e', places: [], value: 9 },
      ],
      [
        { kind: 'award', itemId: 'a', priorityId: 'p', confirmed: true },
        { kind: 'award', itemId: 'a', priorityId: 'q', confirmed: false },
        { kind: 'award', itemId: 'b', priorityId: 'p', confirmed: false },
        { kind: 'need', itemId: 'c', priorityId: 'p', confirmed: true },
      ],
    )
    expect(measures.map(m => [m.priorityId, m.place, m.items, m.confirmed, m.value, m.valuedItems])).toEqual([
      ['p', 'county', 2, 1, 100, 1],
      ['q', 'county', 1, 0, 100, 1],
      ['p', 'region', 2, 1, 100, 1],
      ['q', 'region', 1, 0, 100, 1],
    ])
    expect(found).toEqual([
      { place: 'county', kind: 'award', confirmed: 1, suggested: 1, unlinked: 0, notCoded: 1 },
      { place: 'region', kind: 'award', confirmed: 1, suggested: 1, unlinked: 1, notCoded: 0 },
    ])
  })
})
