import { Inject, Injectable } from '@nestjs/common'
import { sql } from 'kysely'
import type { Actor } from '../../database/actor.js'
import { WEB_DOOR } from '../../database/database.module.js'
import type { Tx, WebDoor } from '../../database/doors.js'
import { Conflict, Forbidden, NotFound } from '../../domain/errors.js'
import { type MatchRow, matchRows } from './matches.read-model.js'
import type { Feedback, NewFeedback } from './matches.schemas.js'

const NO_MATCH = 'There is no such match, or it is not for you to see.'
const UNIQUE_VIOLATION = '23505'

/** What people do with matches: answers, undoing them, and asking for an introduction. Each with its line in the audit record. */
@Injectable()
export class MatchesStore {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** The match as this reader may see it. Throws NotFound otherwise: one that is hidden looks like one that never was. */
  async find(actor: Actor, id: string): Promise<MatchRow> {
    return this.door.withActor(actor, tx => visibleMatch(tx, id))
  }

  /** Records an answer for the hub, or for the reader's own organisation. The last one that is not undone counts. */
  async addFeedback(actor: Actor, matchId: string, { verdict, reason }: NewFeedback): Promise<Feedback> {
    return this.door.withActor(actor, async tx => {
      const match = await visibleMatch(tx, matchId)
      const made = await tx
        .insertInto('match_feedback')
        .values({
          need_id: match.need_id,
          organisation_id: match.organisation_id,
          idea_id: match.idea_id,
          hub_id: actor.hubId,
          account_id: actor.accountId,
          verdict,
          reason,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await audit(tx, actor, {
        action: 'match.answered',
        kind: 'match_feedback',
        id: made.id,
        detail: { verdict, match: matchId },
      })
      return { id: made.id, verdict, undone: false }
    })
  }

  /** Takes an answer back. Doing it twice changes nothing. Only the person who gave it may. */
  async undoFeedback(actor: Actor, id: string): Promise<Feedback> {
    return this.door.withActor(actor, async tx => {
      const given = await tx
        .selectFrom('match_feedback')
        .select(['id', 'verdict', 'account_id', 'undone_at'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!given) throw new NotFound('There is no such answer, or it is not for you to see.')
      if (given.account_id !== actor.accountId)
        throw new Forbidden('Only the person who gave this answer can take it back.')
      if (given.undone_at === null) {
        await tx
          .updateTable('match_feedback')
          .set({ undone_at: sql<Date>`clock_timestamp()` })
          .where('id', '=', id)
          .execute()
        await audit(tx, actor, {
          action: 'match.answer_undone',
          kind: 'match_feedback',
          id,
          detail: { verdict: given.verdict },
        })
      }
      return { id, verdict: given.verdict, undone: true }
    })
  }

  /** Asks the owner first. The unique key decides who was first; asking again is a Conflict. */
  async askOwner(actor: Actor, match: MatchRow): Promise<{ id: string; state: string }> {
    try {
      return await this.door.withActor(actor, async tx => {
        const made = await tx
          .insertInto('introduction')
          .values({
            need_id: match.need_id,
            organisation_id: match.organisation_id,
            idea_id: match.idea_id,
            hub_id: actor.hubId ?? '',
            account_id: actor.accountId,
            state: 'asked_owner',
          })
          .returning(['id', 'state'])
          .executeTakeFirstOrThrow()
        await audit(tx, actor, {
          action: 'introduction.asked_owner',
          kind: 'introduction',
          id: made.id,
          detail: { match: match.id },
        })
        return made
      })
    } catch (problem) {
      if (isUniqueViolation(problem))
        throw new Conflict('The owner has been asked about this need already. An answer takes up to 21 days.')
      throw problem
    }
  }
}

async function visibleMatch(tx: Tx, id: string): Promise<MatchRow> {
  const [row] = await matchRows(tx, { where: sql`m.id = ${id}` })
  if (!row) throw new NotFound(NO_MATCH)
  return row
}

/** One line of the record, in the transaction of the deed. */
async function audit(
  tx: Tx,
  actor: Actor,
  deed: { action: string; kind: string; id: string; detail: Record<string, unknown> },
): Promise<void> {
  await sql`insert into audit_event (account_id, hub_id, action, subject_kind, subject_id, detail)
    values (${actor.accountId}, ${actor.hubId}, ${deed.action}, ${deed.kind}, ${deed.id}, ${JSON.stringify(deed.detail)})`.execute(
    tx,
  )
}

const isUniqueViolation = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === UNIQUE_VIOLATION
