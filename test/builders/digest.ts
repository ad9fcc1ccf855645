import type { DigestFacts } from '../../server/domain/alerts/digest.js'
import { alertContent } from './alert-item.js'

// An invented digest: a changed need, a second chance of the reader's own idea, and a need with little known of it.

export const chance = alertContent({
  needId: '00000000-0000-4000-8000-000000000188',
  idea: {
    id: '00000000-0000-4000-8000-000000000009',
    title: 'Four Questions at the Door',
    own: true,
    decidedOn: '2025-03-14',
    price: '£84,000',
    tier: 'teaser',
    reasons: [
      {
        code: 'portfolio',
        quote: 'the money of this round covers one project only',
        why: 'Another buyer with its own money.',
      },
    ],
  },
})

export const changed = alertContent({ changes: [{ what: 'deadline', before: '2026-12-04', after: '2026-12-18' }] })

export const lifts = alertContent({
  needId: '00000000-0000-4000-8000-000000000189',
  needTitle: 'Lifts to hospital from the upper dale',
  label: 'possible',
  buyer: null,
  material: { deadline: null, money: null, label: 'possible', state: 'open', askedAgain: null },
  against: 'Looks like the wrong kind of work: vehicles are asked for, you offer booking',
  unknown: null,
})

/** Everything that the digest is made from; `wish` replaces members. */
export const digestFacts = (wish: Partial<DigestFacts> = {}): DigestFacts => ({
  recipient: { name: 'Harelaw Care Technologies Ltd', short: 'Harelaw' },
  cadence: 'weekly',
  today: '2026-11-24',
  zone: 'Europe/London',
  ceiling: 5,
  items: [changed, chance, lifts],
  waiting: 2,
  sources: [
    { name: 'National notices', state: 'thin', lastSuccess: new Date('2026-11-24T05:02:00Z') },
    { name: 'Charity register', state: 'ok', lastSuccess: new Date('2026-11-24T02:30:00Z') },
    { name: 'Company register', state: 'failing', lastSuccess: new Date('2026-11-21T04:10:00Z') },
  ],
  answers: { n: 18, fit: 13 },
  consent: { name: 'Needs for Harelaw', basis: 'consent', confirmedOn: '2026-06-03' },
  hub: { name: 'Durham demonstration hub', postalAddress: '1 Example Street, Durham', demonstration: true },
  base: 'https://wellmet.example',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
  ...wish,
})
