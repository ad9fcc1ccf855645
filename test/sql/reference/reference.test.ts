import { describe, expect, it } from 'vitest'
import { classificationCodes } from '../../../sql/reference/classifications.js'
import { crosswalks } from '../../../sql/reference/crosswalks.js'
import { demonstrationFrameworks, nationalFrameworks } from '../../../sql/reference/frameworks.js'
import { outwardCodes } from '../../../sql/reference/outward-codes.js'
import { neighbours, places } from '../../../sql/reference/places.js'

const frameworks = [...nationalFrameworks, ...demonstrationFrameworks]
const nodeOf = ([key, code]: readonly [string, string]) =>
  frameworks.find(framework => framework.key === key)?.nodes.find(node => node.code === code)

describe('places', () => {
  const codes = new Set(places.map(place => place.code))

  it('stand after the place they lie in', () => {
    const seen = new Set<string>()
    const orphans = places.filter(place => {
      seen.add(place.code)
      return place.parent !== null && !seen.has(place.parent)
    })
    expect(orphans).toEqual([])
  })

  it('border each other in both directions, once', () => {
    const pairs = neighbours.map(([a, b]) => `${a} ${b}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(neighbours.filter(([a, b]) => !codes.has(a) || !codes.has(b) || !pairs.includes(`${b} ${a}`))).toEqual([])
    expect(neighbours.filter(([a]) => a === 'E06000047').map(([, b]) => b)).toHaveLength(9)
  })

  it('hold every outward code of DH, DL, SR, NE, TS, TD and HR near where it lies', () => {
    expect(new Set(outwardCodes.map(one => one.code)).size).toBe(outwardCodes.length)
    const areas = new Set(outwardCodes.map(one => one.code.replace(/\d.*/, '')))
    expect([...areas].sort()).toEqual(['DH', 'DL', 'HR', 'NE', 'SR', 'TD', 'TS'])
    const strange = outwardCodes.filter(
      ({ code, locality, latitude, longitude }) =>
        !codes.has(locality) ||
        (code.startsWith('HR')
          ? latitude < 51.8 || latitude > 52.3 || longitude < -3.2 || longitude > -2.3
          : latitude < 54.3 || latitude > 56 || longitude < -3 || longitude > -0.8),
    )
    expect(strange).toEqual([])
  })
})

describe('classifications', () => {
  it('hold 21 sections and 88 divisions of industry, and 45 divisions of procurement', () => {
    const sic = classificationCodes.filter(one => one.scheme === 'SIC 2007')
    expect(sic.filter(one => one.parent === null)).toHaveLength(21)
    expect(sic.filter(one => one.parent !== null)).toHaveLength(88)
    expect(classificationCodes.filter(one => one.scheme === 'CPV 2008')).toHaveLength(45)
    expect(classificationCodes.filter(one => one.title.trim() === '' || !/^([A-U]|\d\d)$/.test(one.code))).toEqual([])
  })
})

describe('frameworks', () => {
  it('are the facts of the documents', () => {
    const shape = frameworks.map(({ key, from, to, nodes }) => [key, from, to, nodes.filter(n => !n.parent).length])
    expect(shape).toEqual([
      ['industrial-strategy-green-paper-2017', '2017-01-23', '2017-11-27', 10],
      ['industrial-strategy-2017', '2017-11-27', '2021-03-03', 9],
      ['modern-industrial-strategy-2025', '2025-06-23', null, 8],
      ['north-east-local-growth-plan-2025', '2025-03-19', null, 6],
      ['county-durham-inclusive-economic-strategy-2022', '2022-12-14', '2035-12-31', 5],
    ])
  })

  it('say so where wording is made for the demonstration', () => {
    const made = frameworks.flatMap(framework =>
      framework.nodes
        .filter(node => /made for the demonstration/.test(node.definition))
        .map(() => framework.demonstration),
    )
    expect(made).toEqual(Array.from({ length: 11 }, () => true))
  })
})

describe('crosswalks', () => {
  const words = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ')

  it.each(crosswalks.map(one => [`${one.from.join(' ')} to ${one.to.join(' ')}`, one] as const))(
    '%s quotes words that stand in a definition',
    (_, { from, to, quote }) => {
      const definitions = words(`${nodeOf(from)?.definition} ${nodeOf(to)?.definition}`)
      const parts = [...quote.matchAll(/“([^”]+)”/g)].flatMap(([, part = '']) => part.split('…'))
      expect(parts.length).toBeGreaterThan(0)
      expect(parts.map(part => words(part).trim()).filter(part => !definitions.includes(part))).toEqual([])
    },
  )
})
