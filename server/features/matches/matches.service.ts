import { Injectable } from '@nestjs/common'
import type { Actor } from '../../database/actor.js'
import { Conflict, Forbidden } from '../../domain/errors.js'
import { isStaff, signedInAs } from './match-readers.js'
import { matchView } from './match-view.js'
import type { MatchRow } from './matches.read-model.js'
import type { Feedback, Introduction, Match, NewFeedback } from './matches.schemas.js'
import { MatchesStore } from './matches.store.js'

@Injectable()
export class MatchesService {
  constructor(private readonly store: MatchesStore) {}

  async show(actor: Actor, id: string): Promise<Match> {
    return matchView(await this.store.find(actor, id), actor)
  }

  /** An officer answers for the hub; a member of an organisation answers for its own matches. */
  async answer(actor: Actor, id: string, answer: NewFeedback): Promise<Feedback> {
    const match = await this.store.find(actor, id)
    if (!isStaff(actor) && !isOwn(actor, match)) {
      throw new Forbidden(`Only a hub's officers, commissioners and stewards answer for it. ${signedInAs(actor.role)}`)
    }
    return this.store.addFeedback(actor, id, answer)
  }

  async undo(actor: Actor, feedbackId: string): Promise<Feedback> {
    return this.store.undoFeedback(actor, feedbackId)
  }

  /**
   * Asks the owner whether they want to be introduced: the first of two consents, before the buyer hears a name.
   * Refused where a recorded reason still bites, since that would be a re-offer of what was already answered.
   */
  async introduce(actor: Actor, id: string): Promise<Introduction> {
    const match = await this.store.find(actor, id)
    if (!isStaff(actor)) {
      throw new Forbidden(
        `Only a hub's officers, commissioners and stewards ask for an introduction. ${signedInAs(actor.role)}`,
      )
    }
    if (match.need_stale)
      throw new Conflict(
        'This need is stale: its date has passed, or nobody confirmed it for twelve months. Ask its owner first.',
      )
    const biting = match.second_chance?.reasons.find(reason => reason.verdict === 'bites')
    if (biting) throw new Conflict(`The recorded reason still holds for this need (${biting.code}): ${biting.why}`)
    const asked = await this.store.askOwner(actor, match)
    return { ...asked, words: askedWords(match) }
  }
}

const isOwn = (actor: Actor, match: MatchRow): boolean =>
  actor.organisationId !== null &&
  (match.organisation_id === actor.organisationId || match.idea_organisation_id === actor.organisationId)

/** What was done, and what happens next. An idea's owner is not named here: the reader may not know who it is. */
function askedWords(match: MatchRow): string {
  const whom = match.organisation_name ?? 'The owner of this idea'
  return `${whom} is asked first. The buyer hears nothing until the answer is yes; without an answer it ends after 21 days.`
}
