import { PACE } from '../../jobs/alerts/outbox.store.js'

/** The product's rules at a quicker beat, so that a run takes a minute: the lease still exceeds every time-out together. */
export const QUICK = {
  pace: { ...PACE, lease: 4, settle: 1.5, backoff: [0.3, 0.5, 1, 2] },
  timeouts: { connect: 1_000, greeting: 1_000, socket: 1_500, whole: 3_000 },
}
