import { expect, it } from 'vitest'
import { compile } from '../../../../jobs/sources/notices/compile.js'
import { harvest } from '../../../../jobs/sources/notices/needs.js'
import { readRelease } from '../../../../jobs/sources/notices/read-release.js'
import type { Release } from '../../../../jobs/sources/notices/release.js'
import { type MadeRelease, madeRelease } from '../../../fixtures/publisher/made-notices.js'

const release = (more: Partial<MadeRelease>): Release =>
  readRelease(madeRelease({ ocid: 'o', id: 'i', date: '2026-11-02T10:00:00Z', noticeType: 'UK4', ...more }))

const engagement = release({
  id: '1',
  date: '2026-10-01T10:00:00Z',
  tag: ['planning'],
  noticeType: 'UK2',
  title: 'Ideas for lonely villages',
  description: 'The county has many villages. We are looking for ways to reach people who live alone. More later.',
})
const tender = release({ id: '2', date: '2026-11-01T10:00:00Z', title: 'Help for lonely villages' })
const award = release({ id: '3', date: '2026-12-01T10:00:00Z', tag: ['award'], noticeType: 'UK6', supplier: {} })

it('does not depend on the order of arrival', () => {
  const hash = compile([engagement, tender, award]).hash
  expect(compile([award, engagement, tender]).hash).toBe(hash)
  expect(compile([tender, award, engagement]).hash).toBe(hash)
})

it('takes the latest value of each field, and an earlier one where the latest says nothing', () => {
  const bare = { ...award, description: null, cpv: [], lots: [] }
  const { latest, releaseCount } = compile([tender, bare])
  expect([latest.kind, latest.description, latest.cpv, releaseCount]).toEqual([
    'award',
    tender.description,
    ['85320000'],
    2,
  ])
})

it('orders two publications of one moment by their id', () => {
  const twin = { ...tender, id: '9', title: 'Later of two' }
  expect(compile([twin, tender]).latest.title).toBe('Later of two')
})

it('keeps two awards of one id apart, and lets a newer publication replace both', () => {
  const two = { ...award, awards: [award.awards[0]!, { ...award.awards[0]!, title: 'second' }] }
  const update = { ...two, id: '4', publishedAt: '2026-12-02T10:00:00Z' }
  expect(compile([two, update]).awards.map(one => one.ref)).toEqual(['1#1', '1#2'])
})

it('quotes the sentence that asks for something, with its place', () => {
  const need = harvest(compile([engagement]))
  expect(need).toMatchObject({
    state: 'open',
    title: 'Ideas for lonely villages',
    stage: 'Early market engagement',
    openedOn: '2026-10-01',
    quote: {
      text: 'We are looking for ways to reach people who live alone.',
      position: 'description, characters 31 to 85',
    },
  })
  expect(need?.description.slice(need.quote.start, need.quote.end)).toBe(need?.quote.text)
})

it('quotes the title where there is no sentence', () =>
  expect(harvest(compile([{ ...tender, description: null }]))?.quote).toEqual({
    text: 'Help for lonely villages',
    position: 'title',
    start: 0,
    end: 24,
  }))

it('makes no need of an award alone, and moves a need with an award into procurement', () => {
  expect(harvest(compile([award]))).toBeNull()
  expect(harvest(compile([tender, award]))?.state).toBe('in_procurement')
})

it('keeps a need whose deadline is long past', () =>
  expect(harvest(compile([release({ closes: '2020-01-31' })]))).toMatchObject({
    state: 'open',
    closesAt: '2020-01-31T23:59:59Z',
  }))

it('flags words that name a product, with their place', () =>
  expect(
    harvest(compile([{ ...tender, description: 'We need an app for carers in the villages.' }]))?.solutionLanguage,
  ).toEqual([{ text: 'app', start: 11, end: 14 }]))
