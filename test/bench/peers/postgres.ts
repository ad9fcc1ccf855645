import type pg from 'pg'
import type { Peer } from './peer.js'

/** Title and text as one vector, or the title weighted above the text: neither is better everywhere. */
const VECTORS = {
  'one vector': `to_tsvector('english', title || ' ' || text)`,
  weighted: `setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', text), 'D')`,
} as const

/**
 * PostgreSQL full text: ts_rank with normalisation 1, words joined by OR. Two set-ups, as two peers: the comparison
 * takes the better one on each set, so PostgreSQL is shown at its best.
 */
export function postgresPeers(connection: pg.Client): Peer[] {
  return (Object.keys(VECTORS) as (keyof typeof VECTORS)[]).map(kind => ({
    name: `PostgreSQL, ${kind}`,
    async build(documents) {
      await connection.query('drop table if exists bench_text')
      await connection.query('create temp table bench_text (id text, title text, text text)')
      for (let from = 0; from < documents.length; from += 1000) {
        const part = documents.slice(from, from + 1000)
        await connection.query('insert into bench_text select * from unnest($1::text[], $2::text[], $3::text[])', [
          part.map(document => document.id),
          part.map(document => document.title),
          part.map(document => document.text),
        ])
      }
      await connection.query(`alter table bench_text add words tsvector generated always as (${VECTORS[kind]}) stored`)
      await connection.query('create index on bench_text using gin (words)')
      await connection.query('analyze bench_text')
      return async query => {
        const { rows } = await connection.query<{ id: string }>(RANKED, [query])
        return rows.map(row => row.id)
      }
    },
  }))
}

const RANKED = `
  with asked as (
    select string_agg(quote_literal(lexeme), ' | ')::tsquery as words from unnest(to_tsvector('english', $1))
  )
  select id from bench_text, asked where bench_text.words @@ asked.words
  order by ts_rank(bench_text.words, asked.words, 1) desc, id limit 10`
