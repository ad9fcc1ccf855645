import type { Parsed, SourceDocument } from '../source.js'
import { type Headings, type Row, readTable, UnreadableCell } from '../table.js'
import { withoutContacts } from '../text.js'
import {
  CHALLENGE_STATES,
  type ChallengeRecord,
  OUTCOMES,
  type Outcome,
  REASON_CODES,
  type ReasonRecord,
  type SubmissionRecord,
  titleKey,
} from './record.js'

const CHALLENGE_HEADINGS: Headings = {
  id: ['challenge id', 'reference', 'competition number', 'number'],
  title: ['challenge', 'competition', 'competition title', 'name'],
  problem: ['problem statement', 'description', 'summary', 'challenge description'],
  programme: ['scheme', 'fund'],
  operator: ['run by'],
  rules: ['programme rules'],
  sponsors: ['sponsor', 'funder', 'buyer'],
  topics: ['topic', 'themes', 'keywords'],
  opens: ['opening date', 'opened', 'start date', 'open date'],
  closes: ['closing date', 'deadline', 'close date', 'end date'],
  value_total: ['total value', 'budget', 'total fund'],
  value_from: ['value from', 'minimum award'],
  value_to: ['value to', 'maximum award'],
  phase: ['stage'],
  eligibility: ['who can apply'],
  locality_code: ['place code', 'gss code'],
  state: ['status'],
  url: ['link', 'web address', 'page'],
}

/** A list of challenges with headings that people use; only a title is demanded. */
export function parseChallenges(document: SourceDocument): Generator<Parsed<ChallengeRecord>> {
  return readTable(
    document,
    { headings: CHALLENGE_HEADINGS, required: ['id', 'title'], what: 'a list of challenges' },
    readChallenge,
  )
}

function readChallenge(row: Row): ChallengeRecord {
  const title = row.need('title')
  const programme = row.text('programme') ?? 'Own challenges'
  const closesAt = row.deadline('closes')
  return {
    kind: 'challenge',
    ref: row.need('id'),
    programme: { ref: titleKey(programme), name: programme, operator: row.text('operator'), rules: row.text('rules') },
    title,
    titleKey: titleKey(title),
    problem: row.text('problem'),
    sponsors: row.list('sponsors'),
    topics: row.list('topics'),
    opensOn: row.day('opens'),
    closesAt,
    closesOn: closesAt === null ? null : row.day('closes'),
    valueTotal: row.number('value_total'),
    valueFrom: row.number('value_from'),
    valueTo: row.number('value_to'),
    phase: row.text('phase'),
    eligibility: row.text('eligibility'),
    localityCode: row.text('locality_code'),
    address: row.text('url'),
    state: row.text('state') === null ? null : row.oneOf('state', CHALLENGE_STATES),
  }
}

const SUBMISSION_HEADINGS: Headings = {
  submission: [],
  challenge: ['challenge id', 'competition'],
  organisation: ['applicant', 'lead organisation'],
  company_number: ['registration number'],
  postcode: [],
  idea: ['idea id'],
  idea_title: ['title', 'project title'],
  teaser: ['public summary'],
  idea_text: ['summary', 'project summary'],
  stated_on: [],
  submitted_on: ['submitted'],
  decision: ['outcome', 'result'],
  stage_reached: ['stage'],
  decided_on: ['decision date'],
  score: ['average score'],
  ...Object.fromEntries(
    [1, 2, 3].flatMap(n => ['', '_text', '_gaps', '_details'].map(part => [`reason_${n}${part}`, []])),
  ),
  price: ['price stated'],
  price_first_phase: [],
  maturity: ['technology readiness', 'trl'],
  maturity_stated_on: [],
  organisation_size: ['size'],
  needs_partner: [],
  second_look: ['may we contact', 'second look agreed'],
  tier: ['visibility'],
  consent_on: ['agreed on'],
  wording: ['wording version'],
  later_evidence: [],
  later_on: [],
  later_closes: [],
  afterwards: [],
}

const SIZES = ['micro', 'small', 'medium', 'large'] as const
const TIERS = ['title', 'teaser', 'full', 'named_reader'] as const
const AFTERWARDS = ['introduced', 'piloting', 'adopted', 'paused', 'closed'] as const
const DECISIONS: Readonly<Record<string, Outcome>> = { adopted: 'funded', successful: 'funded' }
const LEAST_MATURITY = 1
const MOST_MATURITY = 9

/** What became of submissions, as a hub keeps it with its owners' consent. */
export function parseSubmissions(document: SourceDocument): Generator<Parsed<SubmissionRecord>> {
  const required = ['submission', 'challenge', 'organisation', 'idea_title', 'decision']
  return readTable(document, { headings: SUBMISSION_HEADINGS, required, what: 'a list of submissions' }, readSubmission)
}

function readSubmission(row: Row): SubmissionRecord {
  const ref = row.need('submission')
  const outcome = DECISIONS[row.need('decision').toLowerCase()] ?? row.oneOf('decision', OUTCOMES)
  return {
    kind: 'submission',
    position: row.position,
    ref,
    challengeRef: row.need('challenge'),
    organisation: {
      name: row.need('organisation'),
      number: row.text('company_number'),
      postcode: row.text('postcode'),
    },
    idea: {
      ref: row.text('idea') ?? ref,
      title: row.need('idea_title'),
      teaser: words(row, 'teaser'),
      body: words(row, 'idea_text'),
      statedOn: row.day('stated_on') ?? row.day('submitted_on'),
      price: row.number('price'),
      priceFirstPhase: row.number('price_first_phase'),
      maturity: maturity(row),
      maturityStatedOn: row.day('maturity_stated_on'),
      size: row.text('organisation_size') === null ? null : row.oneOf('organisation_size', SIZES),
      needsPartner: row.yesNo('needs_partner'),
      evidence: evidence(row),
      afterwards: row.text('afterwards') === null ? null : row.oneOf('afterwards', AFTERWARDS),
    },
    submittedOn: row.day('submitted_on'),
    outcome,
    stageReached: row.text('stage_reached'),
    decidedOn: row.day('decided_on'),
    score: row.number('score'),
    reasons: reasons(row, outcome),
    consent: consent(row),
  }
}

const words = (row: Row, field: string): string | null => {
  const text = row.text(field)
  return text === null ? null : withoutContacts(text)
}

function maturity(row: Row): number | null {
  const level = row.whole('maturity')
  if (level !== null && (level < LEAST_MATURITY || level > MOST_MATURITY))
    throw new UnreadableCell(`"maturity" is ${level}; levels go from ${LEAST_MATURITY} to ${MOST_MATURITY}.`)
  return level
}

function evidence(row: Row): SubmissionRecord['idea']['evidence'] {
  const statement = words(row, 'later_evidence')
  const on = row.day('later_on')
  if (statement === null) return null
  if (on === null) throw new UnreadableCell('"later_evidence" has no date in "later_on".')
  return { statement, on, closes: row.text('later_closes') }
}

/** Ends without funding or purchase have at least one reason: where the list gives none, that is said as `unknown`. */
function reasons(row: Row, outcome: Outcome): ReasonRecord[] {
  if (!['ineligible', 'sifted_out', 'not_adopted'].includes(outcome)) return []
  const given = [1, 2, 3].flatMap((n): ReasonRecord[] => {
    if (row.text(`reason_${n}`) === null) return []
    return [
      {
        code: row.oneOf(`reason_${n}`, REASON_CODES),
        quote: words(row, `reason_${n}_text`),
        gaps: row.list(`reason_${n}_gaps`),
        details: row.json(`reason_${n}_details`) ?? {},
      },
    ]
  })
  return given.length > 0 ? given : [{ code: 'unknown', quote: null, gaps: [], details: {} }]
}

/** A yes needs its tier and its day: without them nobody could show what was agreed to. */
function consent(row: Row): SubmissionRecord['consent'] {
  const given = row.yesNo('second_look')
  if (given === null) return null
  const on = row.day('consent_on')
  if (!given) return { given, tier: 'title', wording: '', on: on ?? '' }
  if (on === null) throw new UnreadableCell('"second_look" says yes and "consent_on" has no date.')
  if (row.text('tier') === null) throw new UnreadableCell('"second_look" says yes and "tier" is empty.')
  return { given, tier: row.oneOf('tier', TIERS), wording: row.text('wording') ?? 'as imported', on }
}
