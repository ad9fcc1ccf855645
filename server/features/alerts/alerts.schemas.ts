import { z } from 'zod'

export const cadence = z.enum(['daily', 'weekly', 'monthly'])

/** What an alert watches: the same filters as the lists on screen. */
export const alertQuery = z.strictObject({
  place: z.string().nullable().default(null),
  words: z.string().max(200).nullable().default(null),
  organisation_id: z.uuid().nullable().default(null),
  fit: z.enum(['strong', 'possible']).default('possible'),
  second_chances: z.boolean().default(true),
})
export type AlertQuery = z.infer<typeof alertQuery>

export const newSubscription = z
  .strictObject({
    email: z.string().max(254),
    name: z.string().min(1).max(120),
    query: alertQuery,
    cadence: cadence.default('weekly'),
    ceiling: z.number().int().min(1).max(50).default(5),
    subscriber_kind: z.enum(['company', 'individual', 'unknown']).default('unknown'),
    agreed: z.literal(true),
  })
  .meta({ id: 'NewSubscription' })
export type NewSubscription = z.infer<typeof newSubscription>

/** The same answer for known and unknown addresses. */
export const subscriptionAsked = z
  .object({ state: z.literal('pending'), words: z.string() })
  .meta({ id: 'SubscriptionAsked' })
export type SubscriptionAsked = z.infer<typeof subscriptionAsked>

export const mySubscription = z.object({
  id: z.string(),
  name: z.string(),
  cadence: z.string(),
  state: z.string(),
  query: alertQuery,
  ceiling: z.number().int(),
  confirmed_at: z.string().nullable(),
  sent: z.number().int(),
})
export const mySubscriptions = z
  .object({ items: z.array(mySubscription), total: z.number().int() })
  .meta({ id: 'MySubscriptions' })
export type MySubscriptions = z.infer<typeof mySubscriptions>

/** What the alert would have found, before anybody subscribes. */
export const alertPreviewQuery = z.object({
  place: z.string().optional(),
  words: z.string().max(200).optional(),
  organisation: z.uuid().optional(),
  fit: z.enum(['strong', 'possible']).default('possible'),
})
export type AlertPreviewQuery = z.infer<typeof alertPreviewQuery>
export const alertPreview = z
  .object({
    headline: z.string(),
    now: z.number().int(),
    seven_days: z.number().int(),
    ninety_days: z.number().int(),
    last_on: z.string().nullable(),
    sample: z.array(z.object({ title: z.string(), place: z.string().nullable(), on: z.string(), address: z.string() })),
    warning: z.string().nullable(),
  })
  .meta({ id: 'AlertPreview' })
export type AlertPreview = z.infer<typeof alertPreview>
