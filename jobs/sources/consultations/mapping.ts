import { z } from 'zod'
import { UnexpectedContent } from '../source.js'

const text = z.string().trim().min(1)
const date = z.iso.date()

/** How to read one export: which columns hold what. Exports differ from site to site, so a person says it once, beside the file. */
const mappingSchema = z.strictObject({
  consultation: z.strictObject({
    ref: text,
    title: text,
    overview: text.optional(),
    department: text.optional(),
    /** GSS code of the place that was asked. */
    locality: text.optional(),
    opens: date.optional(),
    closes: date.optional(),
    state: z.enum(['open', 'closed', 'reported']).optional(),
    address: z.url().optional(),
  }),
  /** Lines above the header. */
  skip_rows: z.int().min(0).max(50).default(0),
  columns: z.strictObject({
    id: text,
    submitted: text.optional(),
    respondent: text.optional(),
    /** Without this column nothing may be published: answers then feed themes only. */
    consent: text.optional(),
    /** Marks answers that were withdrawn or not finished: those rows are left out. */
    status: text.optional(),
  }),
  /** What counts as a yes in the consent column. */
  consent_yes: z.array(text).default(['yes']),
  /** Values of the status column to leave out. */
  leave_out: z.array(text).default(['deleted', 'incomplete', 'withdrawn']),
  /** Headings of the columns that hold people's words, in the order of the questions. */
  questions: z.array(text).min(1).max(60),
})

export type Mapping = z.infer<typeof mappingSchema>

/** Checks a saved mapping. Throws UnexpectedContent that says which member is wrong. */
export function readMapping(value: unknown, fileName: string): Mapping {
  const beside = `${fileName}.mapping.json`
  if (value === undefined)
    throw new UnexpectedContent(
      `${fileName} needs a mapping beside it, ${beside}: which column holds the response id, the consent and people's words.`,
    )
  const checked = mappingSchema.safeParse(value)
  if (checked.success) return checked.data
  const first = checked.error.issues[0]!
  throw new UnexpectedContent(`${beside}: ${first.path.join('.') || 'the whole'}: ${first.message}.`)
}
