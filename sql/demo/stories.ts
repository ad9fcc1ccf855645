/**
 * The true-to-life stories that the demonstration must tell, by the names that tests and journeys look for.
 * Everything in them is made up.
 */
export const stories = {
  /** The same need in other words, 270 miles apart. */
  sharedMeaning: {
    need: 'Older people in former pit villages who see nobody from one week to the next',
    challenge: 'Loneliness and rural isolation',
  },
  /** A good idea, not adopted for its price; a richer need can pay for it. */
  budget: {
    idea: 'Every street, every week: defects seen from the bin lorry',
    richerNeed: 'Road defects found before they break an axle',
  },
  /** A priority of the local strategy that no need serves. */
  emptyPriority: {
    framework: 'county-durham-inclusive-economic-strategy-2022',
    code: 'P4.1',
    title: 'Visitor economy',
  },
  /** Nobody within reach can meet it; one organisation 230 miles away says that it does. */
  noSupplierInReach: {
    need: 'Sign language interpreters for Deaf patients at short notice',
    farSupplier: 'Pewterhaugh Sign Interpreters CIC',
  },
  /** No reason was given, and none is assumed. */
  unknownReason: { idea: 'Weekly weighing without scales' },
  /** Scored above the line and left out for balance. */
  portfolio: {
    idea: 'Kettle, curtains, cat: the ordinary morning as an early sign',
    need: 'Visits that notice decline early, for people living alone in the dales',
    owner: 'Kettlegarth Listening Ltd',
  },
  /** Its owner has not agreed to a second look: it is listed nowhere. */
  withoutConsent: { idea: 'Shared care notebook for three employers' },
  /** Would match well, and is in liquidation. */
  insolvent: {
    organisation: 'Tallowbeck Visiting Care Ltd',
    need: 'Visits that notice decline early, for people living alone in the dales',
  },
} as const
