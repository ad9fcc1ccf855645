import type { Kysely } from 'kysely'
import type { Database } from '../../sql/tables/database.js'
import type { NewMatch } from '../../sql/tables/match.js'

/** Adds a finished run of the matcher. Returns its id. */
export async function addRun(db: Kysely<Database>): Promise<string> {
  const { id } = await db
    .insertInto('match_run')
    .values({
      engine_version: 'made-1',
      parameters: '{}',
      started_at: '2026-11-24T03:00:00Z',
      finished_at: '2026-11-24T03:01:00Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The evidence of a made match: one phrase of either side. */
export const evidenceOf = (candidate: string, source = 'Own statement') => [
  {
    kind: 'words',
    need: { source: 'The need', date: null, text: 'notice small changes', marks: [{ start: 0, end: 6, letter: 'a' }] },
    candidate: { source, date: '2026-03-12', text: candidate, marks: [{ start: 0, end: 3, letter: 'a' }] },
  },
]

type MatchWish = Partial<Omit<NewMatch, 'evidence' | 'second_chance'>> & {
  match_run_id: string
  need_id: string
  evidence?: unknown
  second_chance?: unknown
}

/** Adds a match of a need with an organisation or an idea: strong, in reach. Returns its id. */
export async function addMatch(db: Kysely<Database>, { evidence, second_chance, ...wish }: MatchWish): Promise<string> {
  const { id } = await db
    .insertInto('match')
    .values({
      rank: 1,
      score: 10,
      label: 'strong',
      parts: JSON.stringify([{ name: 'Own words', points: 10 }]),
      evidence: JSON.stringify(evidence ?? evidenceOf('The same two neighbours call every week')),
      distance_miles: 19.2,
      second_chance: second_chance ? JSON.stringify(second_chance) : null,
      ...wish,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
