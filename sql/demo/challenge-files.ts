import { addDays, type Calendar } from './calendar.js'
import { toCsv } from './csv.js'
import { placeCodes } from './geography.js'
import type { Organisation } from './organisations.js'
import type { Random } from './random.js'
import { stories } from './stories.js'
import { type ChallengeText, challenges, type IdeaText, programmes } from './texts/challenge.js'
import { ideas } from './texts/ideas.js'

export type ProgrammeKey = ChallengeText['programme']

const CHALLENGE_COLUMNS =
  'programme,operator,rules,id,title,problem,sponsors,topics,opens,closes,value_total,value_from,value_to,phase,eligibility,locality_code,state,url'.split(
    ',',
  )

const SUBMISSION_COLUMNS =
  'submission,challenge,organisation,company_number,postcode,idea,idea_title,teaser,idea_text,stated_on,submitted_on,decision,stage_reached,decided_on,score,reason_1,reason_1_text,reason_1_gaps,reason_1_details,reason_2,reason_2_text,reason_2_gaps,reason_2_details,price,price_first_phase,maturity,maturity_stated_on,organisation_size,needs_partner,second_look,tier,consent_on,wording,later_evidence,later_on,later_closes,afterwards'.split(
    ',',
  )

const WORDING = 'second-look-1'

/** The challenges of one programme in the general form that any programme can export. */
export function challengesFile(programme: ProgrammeKey, calendar: Calendar): string {
  const { name, operator, rules } = programmes[programme]
  const rows = challenges
    .filter(challenge => challenge.programme === programme)
    .map(challenge => ({
      programme: name,
      operator,
      rules,
      id: challenge.ref,
      title: challenge.title,
      problem: challenge.problem,
      sponsors: challenge.sponsors.join('; '),
      topics: challenge.topics.join('; '),
      opens: calendar.day(challenge.opens),
      closes: `${calendar.day(challenge.closes)}T11:00`,
      value_total: challenge.value[0],
      value_from: challenge.value[1],
      value_to: challenge.value[2],
      phase: challenge.phase,
      eligibility: challenge.eligibility,
      locality_code: challenge.place === 'north-east' ? 'E47000014' : placeCodes[challenge.place],
      state: challenge.state,
      url: `https://challenges.example/${challenge.ref.toLowerCase()}`,
    }))
  return toCsv(CHALLENGE_COLUMNS, rows)
}

/** What became of the submissions of one programme, as its hub keeps it: only owners who said yes have a tier. */
export function submissionsFile(
  programme: ProgrammeKey,
  owners: ReadonlyMap<string, Organisation>,
  tools: { random: Random; calendar: Calendar },
): string {
  const own = challenges.filter(challenge => challenge.programme === programme)
  const rows = own.flatMap(challenge =>
    ideas
      .filter(idea => idea.challenge === challenge.ref)
      .map((idea, i) => submissionRow(idea, { challenge, number: i + 1, owner: owners.get(idea.ref)!, ...tools })),
  )
  return toCsv(SUBMISSION_COLUMNS, rows)
}

type Submitted = { challenge: ChallengeText; number: number; owner: Organisation; random: Random; calendar: Calendar }

function submissionRow(idea: IdeaText, { challenge, number, owner, random, calendar }: Submitted) {
  const own = random.branch(`${challenge.ref} ${idea.ref}`)
  const closes = calendar.day(challenge.closes)
  const decided = idea.outcome === 'withdrawn' ? '' : addDays(closes, own.whole(40, 75))
  const [one, two] = idea.reasons ?? []
  const unnumbered = own.chance(0.2) && idea.ref !== 'ID-001'
  return {
    submission: `${challenge.ref}-${String(number).padStart(2, '0')}`,
    challenge: challenge.ref,
    organisation: owner.name,
    company_number: unnumbered ? '' : owner.number,
    postcode: owner.outward,
    idea: idea.ref,
    idea_title: idea.title,
    teaser: idea.teaser,
    idea_text: idea.body,
    stated_on: addDays(closes, -own.whole(3, 20)),
    submitted_on: addDays(closes, -own.whole(0, 9)),
    decision: idea.outcome,
    stage_reached: idea.stage,
    decided_on: decided,
    score: idea.score,
    reason_1: one?.code,
    reason_1_text: one?.quote,
    reason_1_gaps: one?.gaps?.join('; '),
    reason_1_details: one?.details ? JSON.stringify(one.details) : '',
    reason_2: two?.code,
    reason_2_text: two?.quote,
    reason_2_gaps: two?.gaps?.join('; '),
    reason_2_details: two?.details ? JSON.stringify(two.details) : '',
    price: idea.price,
    price_first_phase: idea.firstPhase,
    maturity: idea.maturity,
    maturity_stated_on: idea.maturity === null ? '' : addDays(closes, -own.whole(3, 20)),
    organisation_size: idea.size,
    needs_partner: idea.partner === undefined ? '' : idea.partner ? 'yes' : 'no',
    second_look: idea.consent ? 'yes' : own.chance(0.5) ? 'no' : '',
    tier: idea.consent,
    consent_on: idea.consent ? addDays(decided || closes, own.whole(10, 60)) : '',
    wording: idea.consent ? WORDING : '',
    later_evidence: idea.later?.[1],
    later_on: idea.later ? calendar.day(-idea.later[0]) : '',
    later_closes: idea.later?.[2],
    afterwards: idea.afterwards,
  }
}

/** Which made company owns which idea: companies of the idea's theme that existed when it was sent. */
export function ideaOwners(
  organisations: readonly Organisation[],
  { random, calendar }: { random: Random; calendar: Calendar },
): Map<string, Organisation> {
  const owners = new Map<string, Organisation>()
  const taken = new Set<string>()
  for (const idea of ideas) {
    if (owners.has(idea.ref)) continue
    const challenge = challenges.find(one => one.ref === idea.challenge)!
    const before = calendar.day(challenge.opens)
    const told =
      idea.title === stories.portfolio.idea
        ? organisations.find(one => one.name === stories.portfolio.owner)
        : undefined
    const fitting = organisations.filter(
      one =>
        one.theme === idea.theme &&
        one.status === 'Active' &&
        !one.showcase &&
        one.incorporated < before &&
        !taken.has(one.number),
    )
    const owner = told ?? random.pick(fitting)
    owners.set(idea.ref, owner)
    taken.add(owner.number)
  }
  return owners
}
