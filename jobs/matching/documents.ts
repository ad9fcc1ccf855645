import type { MatchDocument, MatchField } from '../../server/domain/matching/document.js'
import type {
  IdeaCandidate,
  NeedToMatch,
  OrganisationCandidate,
} from '../../server/features/matches/match-candidates.read-model.js'

/** A need as the engine reads it: outcome first, since that is what has to be met. */
export function needDocument(need: NeedToMatch): MatchDocument {
  const said = need.origin === 'harvested' ? 'Published text' : 'Description'
  const outcome: MatchField[] = need.outcome
    ? [{ name: 'Outcome wanted', date: need.opened_on, text: need.outcome }]
    : []
  return {
    id: need.id,
    title: need.title,
    fields: [...outcome, { name: said, date: need.opened_on, text: need.description }],
  }
}

/** An organisation: what it registered, what it says, what it won. Its name is no evidence of what it can do. */
export function organisationDocument(organisation: OrganisationCandidate): MatchDocument {
  const registered = organisation.activities.map(
    (text): MatchField => ({ name: 'Registered activity', date: null, text, registered: true }),
  )
  return { id: organisation.id, title: '', fields: [...organisation.fields, ...registered] }
}

/** An idea, as far as its owner lets others read it. */
export function ideaDocument(idea: IdeaCandidate): MatchDocument {
  return { id: idea.id, title: idea.title, fields: idea.fields.filter(field => field.name !== 'Idea, title') }
}
