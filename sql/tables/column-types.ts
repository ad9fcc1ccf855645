import type { ColumnType } from 'kysely'

/** Exact decimal: read as text, so that money never becomes a float by accident. */
export type Numeric = ColumnType<string, number | string, number | string>

/** Point in time: read as Date, written as Date or ISO text. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>

/** JSON: read parsed, written as JSON.stringify(value), since the driver would turn an array into a PostgreSQL array. */
export type Json = ColumnType<unknown, string, string>

/** A column with a default: may be left out of an insert. Unlike Kysely's own it keeps the types of a column that reads and writes differently. */
export type Generated<S> =
  S extends ColumnType<infer Read, infer Insert, infer Update>
    ? ColumnType<Read, Insert | undefined, Update>
    : ColumnType<S, S | undefined, S>
