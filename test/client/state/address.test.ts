import { describe, expect, it } from 'vitest'
import { apiAddress } from '../../../client/src/api/address.js'
import { routeOf, routes } from '../../../client/src/routes.js'
import { choice, patched, readFilters, withPlace, words } from '../../../client/src/state/address.js'

const filters = { within: choice(['20', '40', 'any'], '40'), sort: choice(['best', 'nearest']), q: words() }
const read = (query: string) => readFilters(filters, new URLSearchParams(query))

describe('filters of an address', () => {
  it('fall back where the address says nothing', () => {
    expect(read('')).toEqual({ values: { within: '40', sort: 'best', q: '' }, unknown: [] })
  })
  it('are what the address says', () => {
    expect(read('within=any&sort=nearest&q=rural+bus').values).toEqual({
      within: 'any',
      sort: 'nearest',
      q: 'rural bus',
    })
  })
  it('fall back with a notice for values that nobody knows', () => {
    expect(read('within=99&sort=best')).toEqual({
      values: { within: '40', sort: 'best', q: '' },
      unknown: ['within=99'],
    })
  })
})

describe('a patched address', () => {
  const url = new URL('http://made.example/needs?place=X1&sort=closing&cursor=abc#foot')
  it('changes what is named, drops what is null and starts the list again', () => {
    expect(patched(url, { sort: null, state: 'any' })).toBe('/needs?place=X1&state=any')
  })
  it('keeps a cursor that is set with it', () => {
    expect(patched(url, { cursor: 'def' })).toBe('/needs?place=X1&sort=closing&cursor=def')
  })
  it('has no question mark without a query', () => {
    expect(patched(new URL('http://made.example/needs?q=x'), { q: null })).toBe('/needs')
  })
  it('reads back to the same filters', () => {
    const address = patched(new URL('http://made.example/needs'), { within: '20', q: 'a & b' })
    expect(read(address.split('?')[1] ?? '').values).toEqual({ within: '20', sort: 'best', q: 'a & b' })
  })
})

describe('going elsewhere', () => {
  it('keeps the place', () => {
    const url = new URL('http://made.example/?place=E06000057')
    expect(withPlace('/strategy', url)).toBe('/strategy?place=E06000057')
    expect(withPlace('/search?q=bus', url)).toBe('/search?q=bus&place=E06000057')
    expect(withPlace('/?place=X1', url)).toBe('/?place=X1')
    expect(withPlace('/strategy', new URL('http://made.example/'))).toBe('/strategy')
  })
  it('asks the API without what is empty', () => {
    expect(apiAddress('/needs', { place: 'X1', q: '', cursor: null, limit: 200 })).toBe(
      '/api/v1/needs?place=X1&limit=200',
    )
  })
})

describe('routes', () => {
  it('find a page and the id in its address', () => {
    expect(routeOf('/needs/ab%20c').id).toBe('ab c')
    expect(routeOf('/needs').route).toBe(routes.find(route => route.path.test('/needs')))
    expect(routes.filter(route => route.path.test('/needs/1'))).toHaveLength(1)
    expect(routes).not.toContain(routeOf('/nothing/here').route)
  })
})
