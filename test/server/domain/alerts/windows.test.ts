import { describe, expect, it } from 'vitest'
import { type DigestCadence, localDay, periodAt, type Rhythm } from '../../../../server/domain/alerts/windows.js'

const rhythm = (wish: Partial<Rhythm> = {}): Rhythm => ({
  id: 'a',
  cadence: 'daily',
  zone: 'Europe/London',
  windowStart: '07:00',
  ...wish,
})
const at = (iso: string): Date => new Date(iso)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe('the local period of a digest', () => {
  it.each([
    ['daily', '2027-03-28T12:00:00Z', '2027-03-28'],
    ['daily', '2027-06-30T23:30:00Z', '2027-07-01'],
    ['weekly', '2027-03-28T12:00:00Z', '2027-W12'],
    ['weekly', '2027-01-01T12:00:00Z', '2026-W53'],
    ['monthly', '2027-03-28T12:00:00Z', '2027-03'],
  ] as const)('%s at %s is %s', (cadence, now, key) => {
    expect(periodAt(rhythm({ cadence }), at(now)).key).toBe(key)
  })

  it('begins on Monday for weeks and on the first for months', () => {
    const wednesday = at('2026-11-25T12:00:00Z')
    expect(localDay(periodAt(rhythm({ cadence: 'weekly' }), wednesday).opensAt, 'Europe/London')).toBe('2026-11-23')
    expect(localDay(periodAt(rhythm({ cadence: 'monthly' }), wednesday).opensAt, 'Europe/London')).toBe('2026-11-01')
  })

  it('opens at seven on the reader’s clock, on both sides of both clock changes', () => {
    const hours = ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'].map(day => {
      const { opensAt } = periodAt(rhythm(), at(`${day}T12:00:00Z`))
      return opensAt.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit' })
    })
    expect(hours).toEqual(['07', '07', '07', '07'])
  })

  it('keeps each reader’s place in the first half hour, and spreads them over all of it', () => {
    const minutes = Array.from({ length: 400 }, (_, i) => {
      const { opensAt } = periodAt(rhythm({ id: `reader ${i}` }), at('2026-11-24T12:00:00Z'))
      return Math.floor((opensAt.getTime() - at('2026-11-24T07:00:00Z').getTime()) / MINUTE)
    })
    expect(Math.min(...minutes)).toBe(0)
    expect(Math.max(...minutes)).toBe(29)
    expect(new Set(minutes).size).toBe(30)
    const again = periodAt(rhythm({ id: 'reader 7' }), at('2026-11-25T12:00:00Z')).opensAt
    expect(Math.floor((again.getTime() - at('2026-11-25T07:00:00Z').getTime()) / MINUTE)).toBe(minutes[7])
  })

  it('is open in the daytime only', () => {
    const open = (time: string): boolean => periodAt(rhythm(), at(`2026-11-24T${time}Z`)).isOpen
    expect(['06:59:59', '07:30:00', '19:59:59', '20:00:00', '23:00:00'].map(open)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
  })

  it('still opens before the day ends where the window begins just before that', () => {
    for (let i = 0; i < 50; i++) {
      const late = rhythm({ id: `late ${i}`, windowStart: '19:45' })
      expect(periodAt(late, at('2026-11-24T19:59:30Z')).isOpen).toBe(true)
    }
  })
})

describe.each(['daily', 'weekly'] as const)(
  '24 months of %s windows in steps of five minutes, with outages',
  cadence => {
    const { sent, awake, early } = simulate(cadence)

    it('bring a digest for each period that the worker lived to see', () => {
      expect(awake.filter(key => !sent.includes(key))).toEqual([])
      expect(sent.length).toBeGreaterThan(cadence === 'daily' ? 600 : 100)
    })

    it('never come back to a period that is over', () => {
      expect(sent).toEqual([...new Set(sent)].sort())
    })

    it('bring none before the window or at night', () => {
      expect(early).toEqual([])
    })
  },
)

it('brings one digest after an outage of three days, not three', () => {
  const reader = rhythm()
  const sent = new Set<string>()
  for (const now of ['2026-11-20T12:00:00Z', '2026-11-23T12:00:00Z', '2026-11-23T12:05:00Z']) {
    const { key, isOpen } = periodAt(reader, at(now))
    if (isOpen) sent.add(key)
  }
  expect([...sent]).toEqual(['2026-11-20', '2026-11-23'])
})

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' })

/** Walks two years over four clock changes. Outages of 0 to 72 hours come from a seeded row of numbers. */
function simulate(cadence: DigestCadence) {
  const reader = rhythm({ cadence })
  const from = at('2026-11-01T00:00:00Z').getTime()
  const to = at('2028-11-01T00:00:00Z').getTime()
  const sent: string[] = []
  const awake = new Set<string>()
  const early: string[] = []
  let seed = 20270328
  let down = 0
  for (let now = from; now < to; now += 5 * MINUTE) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    if (now < down) continue
    if (seed % 4000 === 0) down = now + (seed % (3 * DAY))
    const hour = Number(hours.format(now))
    const period = periodAt(reader, new Date(now))
    if (hour >= 8 && hour < 20) awake.add(period.key)
    if (!period.isOpen) continue
    if (hour < 7 || hour >= 20 || now < period.opensAt.getTime()) early.push(new Date(now).toISOString())
    // What the outbox does: a period that has a digest gets no second one.
    if (sent.at(-1) !== period.key) sent.push(period.key)
  }
  return { sent, awake: [...awake], early }
}
