import { count, listOf } from '../../domain/economy/figures.js'
import { counted, inWords, startCounted, startWords, upperFirst, verb } from '../../domain/needs/words.js'
import { eventWords } from '../needs/needs.words.js'
import type { Priorities } from './overview.figures.js'
import type { ChangeRow, OverviewRows, PlaceNeeds } from './overview.read-model.js'
import type { Overview } from './overview.schemas.js'

/** What the head of the page and its decisions are told from. */
export interface Findings {
  code: string
  name: string
  own: PlaceNeeds
  reachMiles: number
  closingSoon: number
  /** Ideas that fit an open need: as the reader sees them, or null where only the public count may be told. */
  ideas: number | null
  priorities: Priorities | null
}

/** "214 needs are open here. 38 have hardly anybody to meet them." */
export function overviewHeadline({ own, name }: Findings): string {
  if (own.current === 0) {
    return own.stale === 0
      ? `No open need in ${name} yet.`
      : `No current need in ${name}: ${counted(own.stale, 'is', 'are')} stale.`
  }
  const open = own.current === 1 ? 'One need is open here' : `${startWords(own.current)} needs are open here`
  if (own.assessed === 0) return `${open}, not matched yet.`
  if (own.few === 0)
    return own.current === 1 ? `${open}, and supply is good.` : `${open}. Supply is good for all that were assessed.`
  if (own.current === 1) return `${open}, with hardly anybody to meet it.`
  return `${open}. ${startWords(own.few)} ${verb(own.few, 'has', 'have')} hardly anybody to meet ${verb(own.few, 'it', 'them')}.`
}

/** At most three sentences: priorities without a need, ideas that fit, what closes soon. */
export function overviewLede({ priorities, ideas, closingSoon, own }: Findings): string {
  const without = priorities?.without.length ?? 0
  const parts = [
    without > 0
      ? `${startCounted(without, 'priority of the strategy has', 'priorities of the strategy have')} no open need at all.`
      : null,
    ideas
      ? `${startCounted(ideas, 'idea that was', 'ideas that were')} not adopted elsewhere now ${verb(ideas, 'fits', 'fit')} a need here.`
      : null,
    closingSoon > 0 ? `${startCounted(closingSoon, 'need closes', 'needs close')} within two weeks.` : null,
  ].filter(part => part !== null)
  if (parts.length > 0) return parts.join(' ')
  return own.current === 0
    ? 'Needs come from consultations, from what hubs enter and from published notices. Sources says when each is asked next.'
    : ''
}

type Decision = Overview['decisions'][number]

/** What waits for a decision, the most pressing first; four at most. */
export function decisionsOf(findings: Findings): Decision[] {
  const { code, own, ideas } = findings
  const decisions: (Decision | null)[] = [
    own.none === 0
      ? null
      : {
          icon: 'warn',
          finding: `${startCounted(own.none, 'open need has', 'open needs have')} nobody in reach`,
          consequence: `No organisation within ${findings.reachMiles} miles is labelled strong or possible. A neighbour may know one.`,
          action: own.none === 1 ? 'See it' : `See all ${inWords(own.none)}`,
          address: `/needs?place=${code}&supply=none`,
        },
    priorityDecision(findings),
    ideas === null || ideas === 0
      ? null
      : {
          icon: 'meet',
          finding: `${startCounted(ideas, 'idea that was', 'ideas that were')} not adopted elsewhere ${verb(ideas, 'fits', 'fit')} an open need`,
          consequence: `${verb(ideas, 'Its owner', 'Their owners')} agreed to a second look. Ask ${verb(ideas, 'the owner', 'each owner')} first.`,
          action: `See the ${verb(ideas, 'idea', 'ideas')}`,
          address: `/second-chances?place=${code}`,
        },
    comparedDecision(findings),
    own.stale === 0
      ? null
      : {
          icon: 'info',
          finding: `${startCounted(own.stale, 'need is', 'needs are')} stale`,
          consequence:
            'The closing date has passed, or nobody has confirmed it for twelve months. None is offered to anybody.',
          action: `See ${verb(own.stale, 'it', 'them')}`,
          address: `/needs?place=${code}&age=stale`,
        },
  ]
  return decisions.filter(decision => decision !== null).slice(0, 4)
}

function priorityDecision({ priorities, code }: Findings): Decision | null {
  if (!priorities || priorities.without.length === 0) return null
  const { without, framework } = priorities
  const titles = without.map(node => node.title)
  const organisations = without.reduce((n, node) => n + node.organisations, 0)
  const ideas = without.reduce((n, node) => n + node.ideas, 0)
  const named = titles.length <= 3 ? titles.join(' or ').replace(/ or (?=.* or )/, ', ') : `${titles.length} priorities`
  return {
    icon: 'flag',
    finding: `No open need under ${named}`,
    consequence: `${verb(titles.length, 'It is a priority', 'They are priorities')} of ${framework}. ${startCounted(organisations, 'organisation', 'organisations')} and ${counted(ideas, 'idea', 'ideas')} are linked to ${verb(titles.length, 'it', 'them')}.`,
    action: verb(titles.length, 'See the row', 'See the rows'),
    address: `/strategy?place=${code}`,
  }
}

function comparedDecision({ priorities, code }: Findings): Decision | null {
  if (!priorities || priorities.notCompared === 0) return null
  const all = priorities.compared + priorities.notCompared
  return {
    icon: 'warn',
    finding: `${startWords(priorities.notCompared)} of ${counted(all, 'need', 'needs')} ${verb(priorities.notCompared, 'has', 'have')} not been compared with the strategy`,
    consequence: 'Until then every share on the strategy page leaves them out.',
    action: 'See the strategy',
    address: `/strategy?place=${code}`,
  }
}

/** One line of the log. */
export function changeOf(row: ChangeRow, code: string): Overview['changes'][number] {
  if (row.kind === 'pull') {
    return {
      on: row.on,
      text: `${row.name} loaded: ${count(row.n)} new, ${count(row.changed)} changed`,
      address: `/sources?place=${code}`,
    }
  }
  if (row.kind === 'opened') {
    const from =
      { consulted: 'consultation', entered: 'what hubs entered', harvested: 'published notices' }[row.name] ?? row.name
    return row.n === 1
      ? { on: row.on, text: `New need: ${row.event?.after ?? ''}`, address: `/needs/${row.need_id}` }
      : {
          on: row.on,
          text: `${startCounted(row.n, 'new need', 'new needs')} from ${from}`,
          address: `/needs?place=${code}&origin=${row.name}`,
        }
  }
  const said = row.event ? eventWords({ ...row.event, at: new Date(row.on), reason: null }) : ''
  return {
    on: row.on,
    text: `${row.name}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
    address: `/needs/${row.need_id}`,
  }
}

/** The foot: sources that are not well, and what no source brings. */
export function overviewNotInHere({ all, well, unwell }: OverviewRows['sources']): string {
  const named = listOf(unwell.slice(0, 3).map(source => `${source.name} (${source.state})`))
  const health =
    all === 0
      ? 'No source has been asked yet.'
      : unwell.length === 0
        ? `${upperFirst(verb(all, 'the one source is', `all ${inWords(all)} sources are`))} well.`
        : `${startWords(well)} of ${counted(all, 'source', 'sources')} ${verb(well, 'is', 'are')} well; not ${named}.`
  return `needs that nobody has published, entered or said in a consultation; notices of portals that publish no feed; payments below the thresholds for publishing. ${health}`
}
