import { z } from 'zod'
import { panel } from '../../http/panel.schemas.js'

export const place = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    demonstration_hub: z.string().nullable(),
    neighbours: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .meta({ id: 'Place' })
export const placeList = z.object({ items: z.array(place), total: z.number().int() }).meta({ id: 'PlaceList' })
export type PlaceList = z.infer<typeof placeList>

/** The numbers beside the rail's words. Null where the reader's role has no such list. */
export const navigation = z
  .object({
    queue: z.number().int().nullable(),
    needs: z.number().int(),
    second_chances: z.number().int().nullable(),
    sources_unwell: z.number().int(),
  })
  .meta({ id: 'Navigation' })
export type Navigation = z.infer<typeof navigation>

export const figure = z.object({
  id: z.string(),
  finding: z.string(),
  value: z.number().nullable(),
  format: z.enum(['count', 'percent', 'signed']),
  unit: z.string(),
  comparison: z.string(),
  /** Other places, as ticks; the own place is drawn thick. Null where places cannot be compared. */
  peers: z.array(z.object({ place: z.string(), value: z.number(), own: z.boolean() })).nullable(),
  /** A row of marks instead of ticks: filled of total. */
  marks: z
    .object({ filled: z.number().int(), total: z.number().int(), shape: z.enum(['diamond', 'square']) })
    .nullable(),
  quality: z.enum(['ok', 'partial', 'too_few', 'empty']),
})

export const overview = z
  .object({
    place: z.object({ code: z.string(), name: z.string() }),
    data_of: z.string(),
    headline: z.string(),
    lede: z.string(),
    decisions: z.array(
      z.object({
        icon: z.enum(['flag', 'meet', 'warn', 'info']),
        finding: z.string(),
        consequence: z.string(),
        action: z.string(),
        address: z.string(),
      }),
    ),
    changes: z.array(z.object({ on: z.string(), text: z.string(), address: z.string().nullable() })),
    figures: z.array(figure),
    panels: z.array(panel),
    not_in_here: z.string(),
  })
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof overview>
