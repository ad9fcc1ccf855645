import type { Calendar } from './calendar.js'
import { toCsv } from './csv.js'
import type { Organisation } from './organisations.js'
import type { Random } from './random.js'
import { answersCare } from './texts/answers-care.js'
import { answersMore } from './texts/answers-more.js'
import { answersPlaces } from './texts/answers-places.js'
import { answersWork } from './texts/answers-work.js'
import { themeOf, themes } from './texts/index.js'
import type { PlaceKey, Theme } from './texts/theme.js'

const COLUMNS = ['entry', 'company_number', 'organisation', 'statement', 'basis', 'dated']

/** Statements by the title of the need that they answer. */
export const answers: Readonly<Record<string, readonly string[]>> = joined([
  answersCare,
  answersPlaces,
  answersWork,
  answersMore,
])

function joined(lists: readonly Readonly<Record<string, readonly string[]>>[]): Record<string, string[]> {
  const all: Record<string, string[]> = {}
  for (const [title, statements] of lists.flatMap(list => Object.entries(list)))
    all[title] = [...(all[title] ?? []), ...statements]
  return all
}

/** The hub's own list: what organisations say they can do, in their words. One entry names no company number. */
export function directoryFile(
  organisations: readonly Organisation[],
  tools: { random: Random; calendar: Calendar },
): string {
  const speaking = organisations.filter(one => one.theme !== null)
  const statements = new Statements(tools.random, speaking)
  const rows = speaking.map((one, i) => ({
    entry: `D-${String(i + 1).padStart(4, '0')}`,
    company_number: one.number,
    organisation: one.name,
    ...(one.showcase
      ? {
          statement: one.showcase.statement,
          basis: one.showcase.basis,
          dated: tools.calendar.day(-one.showcase.daysAgo),
        }
      : statements.of(one, tools.calendar)),
  }))
  const nameless = {
    entry: 'D-0000',
    company_number: '',
    organisation: 'A sewing circle',
    statement: 'We mend curtains.',
    basis: 'stated',
    dated: '',
  }
  return toCsv(COLUMNS, [...rows, nameless])
}

/** Gives every organisation a statement of its own: an answer to a need of its theme, or sentences put together. */
class Statements {
  private readonly decks = new Map<string, string[][]>()
  private readonly answering: Map<string, string>

  constructor(
    private readonly random: Random,
    speaking: readonly Organisation[],
  ) {
    this.answering = assignAnswers(speaking)
  }

  of(one: Organisation, calendar: Calendar): { statement: string; basis: string; dated: string } {
    const own = this.random.branch(one.number)
    const theme = themeOf(one.theme!)
    const answer = this.answering.get(one.number)
    const parts =
      answer === undefined ? this.deal(theme) : own.chance(0.25) ? [answer, own.pick(theme.proofs)] : [answer]
    const oldest = Math.min(1_100, Math.max(30, daysBetween(one.incorporated, calendar.today) - 20))
    const dated = calendar.day(-own.whole(15, oldest))
    return {
      statement: parts.map(part => filled(part, { one, own, dated })).join(' '),
      basis: own.chance(0.22) ? 'contract' : 'stated',
      // Some never say when they wrote it.
      dated: own.chance(0.06) ? '' : dated,
    }
  }

  /** The next unused combination of a theme: offers, ways and proofs in an order of their own. */
  private deal(theme: Theme): string[] {
    let deck = this.decks.get(theme.key)
    if (!deck) {
      const all = theme.offers.flatMap(offer =>
        theme.ways.flatMap(way => theme.proofs.map(proof => [offer, way, proof])),
      )
      deck = this.random.branch(theme.key).shuffled(all)
      this.decks.set(theme.key, deck)
    }
    const next = deck.pop()
    if (!next) throw new Error(`The theme ${theme.key} has too few sentences for its organisations.`)
    return next
  }
}

/** Each answer is said by one active organisation of its theme: one in the need's own place first, else the next one anywhere. */
function assignAnswers(speaking: readonly Organisation[]): Map<string, string> {
  const given = new Map<string, string>()
  const free = (theme: string, place: PlaceKey | null): Organisation | undefined =>
    speaking.find(
      one =>
        one.theme === theme &&
        !one.showcase &&
        one.status === 'Active' &&
        !given.has(one.number) &&
        (place === null || one.town.place === place),
    )
  for (const theme of themes) {
    for (const need of theme.needs) {
      for (const answer of answers[need.title] ?? []) {
        const one = free(theme.key, need.place) ?? free(theme.key, null)
        if (one) given.set(one.number, answer)
      }
    }
  }
  return given
}

/** Fills in town, figures and a year that lies before the statement and after the founding. */
function filled(part: string, { one, own, dated }: { one: Organisation; own: Random; dated: string }): string {
  const year = Math.max(Number(one.incorporated.slice(0, 4)), Number(dated.slice(0, 4)) - own.whole(1, 3))
  return part
    .replaceAll(
      '{town}',
      one.town.name.replace(/ (Le|Upon) /g, word => word.toLowerCase()),
    )
    .replaceAll('{year}', String(year))
    .replaceAll('{n}', String(own.whole(9, 96)))
    .replaceAll('{many}', own.whole(210, 8_900).toLocaleString('en-GB'))
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
