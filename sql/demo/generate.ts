import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeAwards } from './awards.js'
import { type Calendar, createCalendar } from './calendar.js'
import { challengesFile, ideaOwners, submissionsFile } from './challenge-files.js'
import { type ConsultedPlace, consultationOf, type MadeConsultation } from './consultation-files.js'
import { contractsFinderFile } from './contracts-finder-file.js'
import { directoryFile } from './directory-file.js'
import { findATenderFiles } from './find-a-tender-file.js'
import { needsFile } from './need-files.js'
import { makeOrganisations } from './organisations.js'
import { createRandom, type Random } from './random.js'
import { registerSnapshot, SNAPSHOT_MONTHS } from './register-file.js'
import { notices } from './texts/notices.js'
import type { PlaceKey } from './texts/theme.js'

/** The demonstration hubs, by key. */
export type HubKey = 'durham' | 'northumberland' | 'gateshead' | 'sunderland' | 'herefordshire' | 'north-east'

/** A file that was written, for the connector that reads it, in the order in which they are to be pulled. */
export interface MadeFile {
  connector: string
  name: string
  /** The hub whose own file it is. */
  hub: HubKey | null
}

export interface GenerateRequest {
  folder: string
  /** The day that the demonstration is told from: YYYY-MM-DD. */
  date: string
  seed?: string
}

type Tools = { random: Random; calendar: Calendar }

/** Writes the demonstration's files in the publishers' forms. The same seed and day give the same bytes. */
export function generateDemonstration({ folder, date, seed = 'wellmet' }: GenerateRequest): MadeFile[] {
  mkdirSync(folder, { recursive: true })
  const tools: Tools = { random: createRandom(seed), calendar: createCalendar(date) }
  const files = contents(tools)
  for (const { name, text, mapping } of files) {
    writeFileSync(join(folder, name), text)
    if (mapping) writeFileSync(join(folder, `${name}.mapping.json`), `${JSON.stringify(mapping, null, 2)}\n`)
  }
  return files.map(({ connector, name, hub }) => ({ connector, name, hub }))
}

type Content = MadeFile & { text: string; mapping?: Record<string, unknown> }

function contents({ random, calendar }: Tools): Content[] {
  const tools = (branch: string): Tools => ({ random: random.branch(branch), calendar })
  const organisations = makeOrganisations(random.branch('organisations'), calendar)
  const awards = makeAwards(organisations, tools('awards'))
  // Since the end of February 2025 new procurements are published on the national service.
  const national = awards.filter((award, i) => award.on >= '2025-02-24' && i % 3 === 0)
  const consultations = (['durham', 'northumberland'] as const).map(place =>
    consultationOf(place, tools(`consultation ${place}`)),
  )
  const owners = ideaOwners(organisations, tools('owners'))
  const newRegime = notices.filter(notice => notice.type.startsWith('UK'))
  return [
    ...SNAPSHOT_MONTHS.map(
      (month, i): Content => ({
        connector: 'companies-house',
        name: `BasicCompanyDataAsOneFile-${calendar.monthStart(month)}.csv`,
        hub: null,
        text: registerSnapshot(organisations, i, tools('register')),
      }),
    ),
    {
      connector: 'hub-directory',
      name: 'business-directory.csv',
      hub: 'durham',
      text: directoryFile(organisations, tools('directory')),
    },
    {
      connector: 'contracts-finder',
      name: 'contracts-finder.ndjson',
      hub: null,
      text: contractsFinderFile(
        notices.filter(notice => !newRegime.includes(notice)),
        awards.filter(award => !national.includes(award)),
        tools('contracts finder'),
      ),
    },
    ...findATenderFiles(newRegime, national, tools('find a tender')).map(
      (text, i): Content => ({
        connector: 'find-a-tender',
        name: `find-a-tender-${i + 1}.json`,
        hub: null,
        text,
      }),
    ),
    ...(['durham', 'north-east', 'rural'] as const).flatMap((programme): Content[] => {
      const hub = programme === 'rural' ? 'herefordshire' : programme
      return [
        {
          connector: 'challenges',
          name: `challenges-${programme}.csv`,
          hub,
          text: challengesFile(programme, calendar),
        },
        {
          connector: 'challenges',
          name: `submissions-${programme}.csv`,
          hub,
          text: submissionsFile(programme, owners, tools(`submissions ${programme}`)),
        },
      ]
    }),
    ...consultations.map(
      (made): Content => ({
        connector: 'consultations',
        name: `answers-${made.place}.csv`,
        hub: made.place,
        text: made.csv,
        mapping: made.mapping,
      }),
    ),
    ...(['durham', 'northumberland', 'gateshead', 'sunderland'] as const).map(
      (place): Content => ({
        connector: 'hub-needs',
        name: `needs-${place}.csv`,
        hub: place,
        text: needsFile(place, consultationFor(place, consultations), tools('needs')),
      }),
    ),
  ]
}

const consultationFor = (
  place: PlaceKey | ConsultedPlace,
  made: readonly MadeConsultation[],
): MadeConsultation | null => made.find(one => one.place === place) ?? null
