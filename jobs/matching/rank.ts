import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { buildRankIndex, LEGS, rankTexts } from '../../server/domain/matching/rank.js'
import { BadInput } from '../errors.js'

export interface RankFiles {
  /** JSON lines {id, title, text}. */
  corpus: string
  /** JSON lines {id, text}. */
  queries: string
  /** Where the run is written, in TREC form: query Q0 doc rank score tag. */
  out: string
  /** Most documents a query. */
  depth?: number
}

export interface RankFilesResult {
  queries: number
  documents: number
  legs: string[]
  ms: number
}

interface Line {
  id: string
  title: string
  text: string
}

const TAG = 'wellmet'
const DEPTH = 1000
/** Scores are written with this many places; equal ones are told apart by one unit, so that any reader keeps our order. */
const PLACES = 8

/**
 * Ranks a person's own texts with the engine of the product. The run appears under its name only when it is complete.
 * Throws BadInput, which names file and line, when something cannot be read.
 */
export async function rankFiles({ corpus, queries, out, depth = DEPTH }: RankFiles): Promise<RankFilesResult> {
  const started = performance.now()
  if (!Number.isInteger(depth) || depth < 1) throw new BadInput(`--depth must be a whole number from 1, not ${depth}.`)
  const documents = await readLines(corpus)
  const asked = await readLines(queries)
  const index = buildRankIndex(documents)
  await writeWhole(out, async write => {
    for (const query of asked) {
      const ranked = rankTexts(index, query.text, depth)
      await write(
        trecLines(
          query.id,
          ranked.map(({ doc, score }) => ({ id: documents[doc]!.id, score })),
        ),
      )
    }
  })
  return { queries: asked.length, documents: documents.length, legs: LEGS, ms: Math.round(performance.now() - started) }
}

function trecLines(query: string, ranked: readonly { id: string; score: number }[]): string {
  let last = Number.POSITIVE_INFINITY
  let lines = ''
  ranked.forEach(({ id, score }, at) => {
    last = Math.min(score, last - 10 ** -PLACES)
    lines += `${query} Q0 ${id} ${at + 1} ${last.toFixed(PLACES)} ${TAG}\n`
  })
  return lines
}

/** Reads JSON lines; empty lines are passed over. A missing title is an empty one. */
async function readLines(path: string): Promise<Line[]> {
  const lines: Line[] = []
  const seen = new Map<string, number>()
  let number = 0
  try {
    for await (const raw of createInterface({
      input: createReadStream(path, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number++
      if (raw.trim() === '') continue
      const line = readLine(raw, `${path}, line ${number}`)
      const before = seen.get(line.id)
      if (before !== undefined)
        throw new BadInput(
          `${path}, line ${number}: the id "${line.id}" stands in line ${before} already. Give each line its own id.`,
        )
      seen.set(line.id, number)
      lines.push(line)
    }
  } catch (problem) {
    throw isFileProblem(problem)
      ? new BadInput(`${path} cannot be read (${problem.code}). Check the path and its permissions.`)
      : problem
  }
  if (lines.length === 0)
    throw new BadInput(`${path} holds no lines. Expected one JSON object a line, such as {"id":"1","text":"..."}.`)
  return lines
}

function readLine(raw: string, place: string): Line {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    throw new BadInput(`${place} is not JSON. Expected one object a line, such as {"id":"1","text":"..."}.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput(`${place} is not a JSON object. Expected {"id":"1","text":"..."}.`)
  const { id, title = '', text } = value as Record<string, unknown>
  const name = typeof id === 'number' ? String(id) : id
  if (typeof name !== 'string' || !/^\S+$/.test(name))
    throw new BadInput(`${place}: "id" must be a text without spaces. The run separates its columns by spaces.`)
  if (typeof text !== 'string') throw new BadInput(`${place}: "text" is missing or not a text.`)
  if (typeof title !== 'string') throw new BadInput(`${place}: "title" is not a text. Leave it out when there is none.`)
  return { id: name, title, text }
}

/** Writes to a file beside the wanted one and renames it at the end: a killed run leaves no half answer. */
async function writeWhole(
  path: string,
  fill: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const partial = `${path}.${process.pid}.part`
  const stream = createWriteStream(partial)
  const failed = new Promise<never>((_, reject) => stream.on('error', reject))
  failed.catch(() => {})
  try {
    await Promise.race([
      fill(async text => {
        if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed])
      }),
      failed,
    ])
    stream.end()
    await Promise.race([once(stream, 'close'), failed])
    await rename(partial, path)
  } catch (problem) {
    stream.destroy()
    await rm(partial, { force: true })
    throw isFileProblem(problem)
      ? new BadInput(`${path} cannot be written (${problem.code}). Check that its folder exists and has room.`)
      : problem
  }
}

const isFileProblem = (problem: unknown): problem is NodeJS.ErrnoException =>
  problem instanceof Error && typeof (problem as NodeJS.ErrnoException).code === 'string' && 'syscall' in problem
