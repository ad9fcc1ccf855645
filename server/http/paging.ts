import { z } from 'zod'
import { InvalidValue } from '../domain/errors.js'

/** Query members of every list. */
export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** A page of a list: rows, the true total, and where to go on. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int(), next_cursor: z.string().nullable() })

/** A cursor is opaque to the caller: here it is the offset in a list with a unique order. */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const offset = Number(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw new InvalidValue('cursor', 'This page mark is not one of ours. Leave it out to begin at the top.')
  return offset
}

/** The cursor of the page after this one, or null at the end. */
export const nextCursor = (offset: number, limit: number, total: number): string | null =>
  offset + limit < total ? Buffer.from(String(offset + limit)).toString('base64url') : null
