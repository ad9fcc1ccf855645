import { z } from 'zod'
import { panel } from '../../http/panel.schemas.js'

export const frameworkItem = z.object({
  key: z.string(),
  name: z.string(),
  owner: z.string(),
  level: z.string(),
  valid_from: z.string(),
  valid_to: z.string().nullable(),
  status: z.string(),
  source_address: z.string(),
})
export const frameworkList = z
  .object({ items: z.array(frameworkItem), total: z.number().int() })
  .meta({ id: 'FrameworkList' })
export type FrameworkList = z.infer<typeof frameworkList>

export const itemKind = z.enum(['need', 'idea', 'organisation', 'award'])

export const alignmentQuery = z.object({
  framework: z.string().optional(),
  linked_by: z.enum(['anyone', 'person']).default('anyone'),
  sort: z.enum(['strategy', 'needs', 'gaps']).default('strategy'),
})
export type AlignmentQuery = z.infer<typeof alignmentQuery>

export const matrixCell = z.object({
  items: z.number().int(),
  confirmed: z.number().int(),
  suggested: z.number().int(),
  /** Pounds, for awards only. */
  value: z.number().nullable(),
  valued_items: z.number().int(),
  words: z.string(),
})

/** How much of one kind has been compared with the strategy; the bucket without a link is always visible. */
export const coverage = z.object({
  confirmed: z.number().int(),
  suggested: z.number().int(),
  unlinked: z.number().int(),
  not_coded: z.number().int(),
  total: z.number().int(),
})

export const alignment = z
  .object({
    place: z.object({ code: z.string(), name: z.string() }),
    framework: frameworkItem,
    frameworks: z.array(z.object({ key: z.string(), name: z.string() })),
    headline: z.string(),
    lede: z.string(),
    rows: z.array(
      z.object({
        node_id: z.string(),
        title: z.string(),
        parent: z.string().nullable(),
        definition: z.string(),
        flags: z.array(z.enum(['no_need', 'thin_supply', 'no_idea', 'no_award'])),
        need: matrixCell,
        organisation: matrixCell,
        idea: matrixCell,
        award: matrixCell,
      }),
    ),
    /** Of the place's open needs. */
    coverage,
    coverage_by_kind: z.array(coverage.extend({ item_kind: itemKind })),
    /** The matrix as a panel: table, CSV and sentence. */
    matrix: panel,
    balance: panel,
    national: z.array(
      z.object({
        title: z.string(),
        framework: z.string(),
        through: z.array(z.object({ title: z.string(), strength: z.string(), quote: z.string() })),
        words: z.string(),
      }),
    ),
    not_in_here: z.string(),
  })
  .meta({ id: 'Alignment' })
export type Alignment = z.infer<typeof alignment>

export const linksQuery = z.object({
  node: z.uuid(),
  item: itemKind,
  place: z.string(),
  linked_by: z.enum(['anyone', 'person']).default('anyone'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type LinksQuery = z.infer<typeof linksQuery>

const marks = z.array(z.object({ start: z.number().int(), end: z.number().int() }))

/** What one cell of the matrix opens: the priority's words and the items with theirs. */
export const links = z
  .object({
    node: z.object({ id: z.string(), title: z.string(), definition: z.string() }),
    headline: z.string(),
    total: z.number().int(),
    items: z.array(
      z.object({
        id: z.string(),
        item_kind: itemKind,
        item_id: z.string(),
        name: z.string(),
        place: z.string().nullable(),
        address: z.string().nullable(),
        grade: z.string(),
        basis: z.string(),
        state: z.string(),
        who: z.string(),
        quote: z.object({
          text: z.string(),
          source: z.string(),
          marks,
        }),
        /** The priority's own words, with those that the item shares marked. */
        priority_quote: z.object({ text: z.string(), marks }),
      }),
    ),
    /** Items that this reader may count but not open. */
    hidden: z.number().int(),
  })
  .meta({ id: 'AlignmentLinks' })
export type AlignmentLinks = z.infer<typeof links>
