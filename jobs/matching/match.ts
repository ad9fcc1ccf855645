import type { WorkerDoor } from '../../server/database/doors.js'
import { ENGINE_VERSION, MatchEngine } from '../../server/domain/matching/engine.js'
import {
  MatchCandidates,
  type NeedToMatch,
  type OrganisationCandidate,
} from '../../server/features/matches/match-candidates.read-model.js'
import { type FoundMatch, type FoundSupply, MatchRunStore } from '../../server/features/matches/match-run.store.js'
import { BadInput } from '../errors.js'
import type { Job } from '../runner/job.js'
import { ideaDocument, needDocument, organisationDocument } from './documents.js'
import { ideaMatches } from './idea-matches.js'
import { organisationMatches } from './organisation-matches.js'
import type { MatchWorld } from './world.js'

/** What a run covered. `second_chances` counts ideas for which no recorded reason bites any more, per need. */
export interface MatchResult {
  needs: number
  organisations: number
  ideas: number
  matches: number
  second_chances: number
  ms: number
}

/** Straight miles within which a candidate counts as in reach, until hubs set their own. */
const REACH_MILES = 40
/** Below this many words a need cannot be assessed: whatever the score, there is too little to go by. */
const FEWEST_WORDS = 12
/** Needs whose matches are replaced in one transaction. */
const BATCH = 50

/**
 * Matches every need that can still be met, or one, with organisations and with ideas that were not adopted, and replaces
 * what stood before. Texts are read once and indexed together; readers see a need's old list or its new one.
 */
export async function matchAll(door: WorkerDoor, needId: string | null = null): Promise<MatchResult> {
  const began = performance.now()
  const { needs, organisations, ideas, today } = await door.withSystem('wellmet_match', async tx => ({
    needs: await MatchCandidates.needs(tx),
    today: await MatchCandidates.today(tx),
    organisations: await MatchCandidates.organisations(tx),
    ideas: await MatchCandidates.ideas(tx),
  }))
  const asked = needId === null ? needs : needs.filter(need => need.id === needId || need.reference === needId)
  if (needId !== null && asked.length === 0)
    throw new BadInput(`There is no need "${needId}" that can still be met. Give its reference (ND-0187) or its id.`)
  const told = organisations.filter(saysAnything)
  const engine = new MatchEngine({
    needs: needs.map(needDocument),
    organisations: told.map(organisationDocument),
    ideas: ideas.map(ideaDocument),
  })
  const counts = { needs: asked.length, organisations: told.length, ideas: ideas.length, matches: 0, second_chances: 0 }
  const runId = await door.withSystem('wellmet_match', tx =>
    MatchRunStore.begin(tx, ENGINE_VERSION, { reach_miles: REACH_MILES, fewest_words: FEWEST_WORDS }),
  )
  const world = { engine, today, organisations: byId(told), ideas: byId(ideas) }
  for (let from = 0; from < asked.length; from += BATCH) {
    const batch = asked.slice(from, from + BATCH)
    const found = batch.map(need => matchesOf(need, world))
    const matches = found.flatMap(f => f.matches)
    await door.withSystem('wellmet_match', tx =>
      MatchRunStore.replace(
        tx,
        runId,
        batch.map(need => need.id),
        { matches, supply: found.map(f => f.supply) },
      ),
    )
    counts.matches += matches.length
    counts.second_chances += found.reduce((sum, f) => sum + f.supply.second_chances, 0)
  }
  await door.withSystem('wellmet_match', tx => MatchRunStore.finish(tx, runId, counts))
  return { ...counts, ms: Math.round(performance.now() - began) }
}

/** The job behind `match` and its schedule. */
export const matchJob: Job = {
  name: 'match',
  leaseSeconds: 300,
  maxAttempts: 5,
  run: async ({ door }) => ({ ...(await matchAll(door)) }),
}

function matchesOf(need: NeedToMatch, world: MatchWorld): { matches: FoundMatch[]; supply: FoundSupply } {
  const assessed = wordsOf(need) >= FEWEST_WORDS
  const organisations = assessed ? organisationMatches(need, world) : []
  const ideas = assessed ? ideaMatches(need, world) : []
  const capable = organisations.filter(match => match.label !== 'weak')
  return {
    matches: [...organisations, ...ideas],
    supply: {
      need_id: need.id,
      strong: organisations.filter(match => match.label === 'strong').length,
      possible: organisations.filter(match => match.label === 'possible').length,
      weak: organisations.filter(match => match.label === 'weak').length,
      in_reach: capable.filter(match => match.distance_miles !== null && match.distance_miles <= REACH_MILES).length,
      reach_miles: REACH_MILES,
      second_chances: ideas.filter(match => (match.second_chance as { eligible: boolean } | null)?.eligible).length,
      assessed,
      note: assessed ? null : `The description has fewer than ${FEWEST_WORDS} words, too few to compare.`,
    },
  }
}

const wordsOf = (need: NeedToMatch): number =>
  `${need.title} ${need.outcome ?? ''} ${need.description}`.split(/\s+/).filter(Boolean).length
const saysAnything = (o: OrganisationCandidate): boolean => o.fields.length > 0 || o.activities.length > 0
const byId = <T extends { id: string }>(rows: T[]): Map<string, T> => new Map(rows.map(row => [row.id, row]))
