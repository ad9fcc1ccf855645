import type { Calendar } from './calendar.js'
import { toCsv } from './csv.js'
import type { Organisation } from './organisations.js'
import type { Random } from './random.js'
import { themeOf } from './texts/index.js'
import type { Theme } from './texts/theme.js'

const COLUMNS = ['entry', 'company_number', 'organisation', 'statement', 'basis', 'dated']

/** The hub's own list: what organisations say they can do, in their words. One entry names no company number. */
export function directoryFile(
  organisations: readonly Organisation[],
  tools: { random: Random; calendar: Calendar },
): string {
  const speaking = organisations.filter(one => one.theme !== null)
  const statements = new Statements(tools.random)
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

/** Puts statements together so that no two are the same. */
class Statements {
  private readonly decks = new Map<string, string[][]>()
  constructor(private readonly random: Random) {}

  of(one: Organisation, calendar: Calendar): { statement: string; basis: string; dated: string } {
    const own = this.random.branch(one.number)
    const theme = themeOf(one.theme!)
    const parts = this.deal(theme)
    const thisYear = Number(calendar.today.slice(0, 4))
    const founded = Number(one.incorporated.slice(0, 4))
    const year = Math.max(founded, thisYear - own.whole(0, 3))
    const filled = parts
      .map(part =>
        part.replaceAll(
          '{town}',
          one.town.name.replace(/ (Le|Upon) /g, word => word.toLowerCase()),
        ),
      )
      .map(part => part.replaceAll('{year}', String(year)))
      .map(part =>
        part
          .replaceAll('{n}', String(own.whole(9, 96)))
          .replaceAll('{many}', own.whole(210, 8_900).toLocaleString('en-GB')),
      )
    const oldest = Math.min(1_100, Math.max(30, daysBetween(one.incorporated, calendar.today) - 20))
    return {
      statement: filled.join(' '),
      basis: own.chance(0.22) ? 'contract' : 'stated',
      // Some never say when they wrote it.
      dated: own.chance(0.06) ? '' : calendar.day(-own.whole(15, oldest)),
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

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
