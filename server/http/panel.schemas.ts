import { z } from 'zod'

/** One cell of a panel: a number, a text, or nothing (the reason stands in notes or excluded). */
const cell = z.union([z.number(), z.string(), z.null()])

/** What a chart, its table, its CSV and its sentence are all drawn from. All columns have one length. */
export const panel = z
  .object({
    id: z.string(),
    title: z.string(),
    question: z.string(),
    basis: z.string(),
    reference: z.string().nullable(),
    vintage: z.string().nullable(),
    computed_at: z.string(),
    formula_id: z.string(),
    filters: z.record(z.string(), z.string()),
    columns: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        unit: z.string().nullable(),
        format: z.enum(['text', 'count', 'money', 'percent', 'date', 'month', 'number']),
        decimals: z.number().int(),
      }),
    ),
    data: z.record(z.string(), z.array(cell)),
    summary: z.string(),
    source: z.string(),
    n: z.number().int().nullable(),
    excluded: z.array(z.object({ reason: z.string(), n: z.number().int() })),
    notes: z.array(z.string()),
    breaks: z.array(z.object({ at: z.string(), reason: z.string() })),
    quality: z.enum(['ok', 'partial', 'experimental', 'too_few', 'empty']),
    next_update: z.string().nullable(),
  })
  .meta({ id: 'Panel' })

export type Panel = z.infer<typeof panel>
