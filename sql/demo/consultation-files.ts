import type { Calendar } from './calendar.js'
import { toCsv } from './csv.js'
import type { Random } from './random.js'
import { asides, helpers } from './texts/asides.js'
import { themes } from './texts/index.js'
import type { Theme } from './texts/theme.js'

export type ConsultedPlace = 'durham' | 'northumberland'

/** One made response, with what the needs file has to know of it. */
export interface MadeResponse {
  id: string
  theme: string
  against: boolean
  consent: boolean
  /** Number of the question whose answer is about the theme. */
  question: 1 | 2
}

export interface MadeConsultation {
  place: ConsultedPlace
  csv: string
  /** How to read the export: kept beside it. */
  mapping: Record<string, unknown>
  responses: MadeResponse[]
}

const QUESTIONS = [
  '1. What is hardest where you live?',
  '2. What would make the biggest difference?',
  '3. Who already helps?',
]
const CONSENT = 'May we publish your answers, without your name?'
const COLUMNS = ['Response ID', 'Submitted', 'Are you answering as', 'Area', ...QUESTIONS, CONSENT]

const ABOUT = {
  durham: {
    prefix: 'DAL',
    title: 'Living well in the dales and the pit villages',
    overview:
      'What is hard in everyday life, and what would help? The hub reads every answer; needs that come out of it say which answers they rest on.',
    locality: 'E06000047',
    areas: [
      'Weardale',
      'Teesdale',
      'Easington',
      'Bishop Auckland',
      'Stanley',
      'Consett',
      'Peterlee',
      'Durham',
      'Spennymoor',
    ],
    opens: -92,
    closes: -50,
    wishesPerTheme: 3,
  },
  northumberland: {
    prefix: 'NVL',
    title: 'Valleys, coast and towns: everyday life',
    overview: 'Three questions about everyday life, asked on paper, by telephone and online.',
    locality: 'E06000057',
    areas: ['Coquetdale', 'Tynedale', 'Berwick', 'Blyth', 'Ashington', 'Alnwick', 'Redesdale'],
    opens: -150,
    closes: -108,
    wishesPerTheme: 2,
  },
} as const

/** A hub's export: a title line, a header, one row a response; answers of several lines and empty ones among them. */
export function consultationOf(place: ConsultedPlace, tools: { random: Random; calendar: Calendar }): MadeConsultation {
  const about = ABOUT[place]
  const speakers = tools.random.shuffled(themes.flatMap(theme => speakersOf(theme, place)))
  const extras = new Deck(tools.random.branch('asides'), asides)
  const rows = speakers.map((speaker, i) => rowOf(speaker, { ...tools, place, index: i, aside: extras.next() }))
  const table = toCsv(
    COLUMNS,
    rows.map(row => row.cells),
  )
  return {
    place,
    csv: `${about.title} (export)\n${table}`,
    mapping: {
      consultation: {
        ref: `${about.prefix}-${tools.calendar.today.slice(0, 4)}`,
        title: about.title,
        overview: about.overview,
        department: 'Demonstration hub',
        locality: about.locality,
        opens: tools.calendar.day(about.opens),
        closes: tools.calendar.day(about.closes),
      },
      skip_rows: 1,
      columns: { id: 'Response ID', submitted: 'Submitted', respondent: 'Are you answering as', consent: CONSENT },
      consent_yes: ['Yes'],
      questions: QUESTIONS,
    },
    responses: rows.map(row => row.made),
  }
}

interface Speaker {
  theme: Theme
  words: string
  who: string
  against: boolean
  question: 1 | 2
}

/** The first three voices in five of a theme speak in the county, the others in the valleys; wishes are heard in both. */
function speakersOf(theme: Theme, place: ConsultedPlace): Speaker[] {
  const cut = Math.ceil(theme.voices.length * 0.6)
  const far = theme.key === 'sign-language' || theme.key === 'manufacturing'
  const voices = far
    ? (place === 'northumberland') === (theme.key === 'sign-language')
      ? theme.voices
      : []
    : place === 'durham'
      ? theme.voices.slice(0, cut)
      : theme.voices.slice(cut).filter(voice => !voice.against)
  if (voices.length === 0) return []
  const against = place === 'durham' ? theme.voices.filter(voice => voice.against) : []
  const all = [...new Set([...voices, ...against])]
  return [
    ...all.map(
      (voice): Speaker => ({ theme, words: voice.words, who: voice.who, against: voice.against ?? false, question: 1 }),
    ),
    ...theme.wishes
      .slice(0, ABOUT[place].wishesPerTheme)
      .map((words): Speaker => ({ theme, words, who: 'person', against: false, question: 2 })),
  ]
}

type RowTools = { random: Random; calendar: Calendar; place: ConsultedPlace; index: number; aside: string }

function rowOf(speaker: Speaker, { random, calendar, place, index, aside }: RowTools) {
  const about = ABOUT[place]
  const id = `${about.prefix}-${String(index + 1).padStart(4, '0')}`
  const own = random.branch(id)
  const consent = own.chance(0.74)
  // People say something of themselves; bodies and businesses keep to the matter.
  const personal = speaker.who === 'person' || speaker.who === 'family member'
  const how = personal ? own.weighted({ after: 50, before: 30, bare: speaker.question === 1 ? 20 : 0 }) : 'bare'
  // People write how to reach them although nobody asked: the import has to leave it out.
  const contact = index === 11 ? ' Ring me on 0191 498 0123 or write to reader@household.example.' : ''
  const said =
    how === 'bare' ? speaker.words : how === 'after' ? `${speaker.words} ${aside}` : `${aside}\n${speaker.words}`
  const spoken = `${said}${contact}`
  const first = speaker.question === 1 ? spoken : ''
  const second = speaker.question === 2 ? spoken : ''
  return {
    made: { id, theme: speaker.theme.key, against: speaker.against, consent, question: speaker.question },
    cells: {
      'Response ID': id,
      Submitted: calendar.register(calendar.day(own.whole(about.opens, about.closes))),
      'Are you answering as': speaker.who,
      Area: own.pick(about.areas),
      [QUESTIONS[0]!]: first,
      [QUESTIONS[1]!]: second,
      [QUESTIONS[2]!]: own.chance(0.35) ? own.pick(helpers) : '',
      [CONSENT]: consent ? 'Yes' : own.chance(0.6) ? 'No' : '',
    },
  }
}

/** Deals all cards before one comes again. */
class Deck<T> {
  private left: T[] = []
  constructor(
    private readonly random: Random,
    private readonly cards: readonly T[],
  ) {}

  next(): T {
    if (this.left.length === 0) this.left = this.random.shuffled(this.cards)
    return this.left.pop()!
  }
}
