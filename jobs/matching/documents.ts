import type { MatchDocument, MatchField } from '../../server/domain/matching/document.js'
import type {
  CandidateField,
  IdeaCandidate,
  NeedToMatch,
  OrganisationCandidate,
} from '../../server/features/matches/match-candidates.read-model.js'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

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
  return { id: organisation.id, title: '', fields: [...organisation.fields.map(field), ...registered] }
}

/** An idea, as far as its owner lets others read it. */
export function ideaDocument(idea: IdeaCandidate): MatchDocument {
  return { id: idea.id, title: idea.title, fields: idea.fields.filter(f => f.name !== 'Idea, title').map(field) }
}

/** A dated text carries its month in its name: "Contract won, September 2025". */
function field({ name, date, text }: CandidateField): MatchField {
  const [year, month] = (date ?? '').split('-')
  return { name: year && month ? `${name}, ${MONTHS[Number(month) - 1]} ${year}` : name, date, text }
}
