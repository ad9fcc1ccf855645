import { z } from 'zod'

export const sourceState = z.enum(['ok', 'late', 'thin', 'failing', 'stopped'])

export const sourceItem = z
  .object({
    id: z.string(),
    name: z.string(),
    publisher: z.string(),
    state: sourceState,
    reason: z.string().nullable(),
    demonstration: z.boolean(),
    licence: z.string(),
    attribution: z.string(),
    schedule: z.string(),
    last_success_at: z.string().nullable(),
    last_try_at: z.string().nullable(),
    next_run_at: z.string().nullable(),
    /** Rows held now, and rows read by the last pulls, oldest first. */
    rows: z.number().int(),
    pulls: z.array(z.object({ at: z.string(), read: z.number().int(), state: z.string() })),
    usual: z.object({ low: z.number().int(), high: z.number().int() }).nullable(),
    parked: z.number().int(),
  })
  .meta({ id: 'SourceItem' })

export const sourceBoard = z
  .object({
    headline: z.string(),
    lede: z.string(),
    items: z.array(sourceItem),
    total: z.number().int(),
    healthy: z.number().int(),
    parked: z.array(z.object({ source: z.string(), reason: z.string(), n: z.number().int() })),
    /** Where mail goes: the relay, or the folder with one file a mail while no relay is set. Bodies are never shown. */
    mail: z.object({
      to: z.enum(['relay', 'folder']),
      folder: z.string().nullable(),
      counts: z.array(z.object({ state: z.string(), n: z.number().int() })),
      recent: z.array(
        z.object({
          at: z.string(),
          kind: z.string(),
          subject: z.string(),
          state: z.string(),
          file: z.string().nullable(),
        }),
      ),
    }),
    not_in_here: z.string(),
  })
  .meta({ id: 'SourceBoard' })
export type SourceBoard = z.infer<typeof sourceBoard>

export const sourceQuery = z.object({
  state: z.enum(['any', 'unwell', 'ok']).default('any'),
  sort: z.enum(['worst', 'name']).default('worst'),
})
export type SourceQuery = z.infer<typeof sourceQuery>

export const parkedQuery = z.object({ source: z.string(), limit: z.coerce.number().int().min(1).max(200).default(50) })
export type ParkedQuery = z.infer<typeof parkedQuery>
export const parkedRecords = z
  .object({
    readable: z.boolean(),
    why: z.string().nullable(),
    total: z.number().int(),
    items: z.array(z.object({ id: z.string(), position: z.string(), reason: z.string(), parked_at: z.string() })),
  })
  .meta({ id: 'ParkedRecords' })
export type ParkedRecords = z.infer<typeof parkedRecords>
