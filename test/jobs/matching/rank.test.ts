import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BadInput } from '../../../jobs/errors.js'
import { rankFiles } from '../../../jobs/matching/rank.js'

let folder = ''
const path = (name: string): string => join(folder, name)
const write = (name: string, ...lines: string[]): string => {
  writeFileSync(path(name), lines.join('\n'))
  return path(name)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wellmet-rank-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const corpus = [
  '{"id":"lunch","title":"Lunch clubs","text":"Lonely older people meet once a week."}',
  '',
  '{"id":"flood","text":"Gauges in the beck warn villages."}',
  '{"id":7,"title":"Befriending","text":"Volunteers visit lonely people."}',
]

describe('ranking a person’s own files', () => {
  it('writes a run in TREC form, best first, scores strictly falling', async () => {
    const files = {
      corpus: write('corpus.jsonl', ...corpus),
      queries: write(
        'queries.jsonl',
        '{"id":"q1","text":"volunteers visit lonely people"}',
        '{"id":"q2","text":"beck"}',
      ),
      out: path('run.trec'),
    }
    expect(await rankFiles(files)).toMatchObject({
      queries: 2,
      documents: 3,
      legs: ['words', 'characters', 'meaning', 'company'],
    })
    const rows = readFileSync(files.out, 'utf8')
      .trim()
      .split('\n')
      .map(line => line.split(' '))
    expect(rows.map(([query, q0, doc, rank, , tag]) => [query, q0, doc, rank, tag])).toEqual([
      ['q1', 'Q0', '7', '1', 'wellmet'],
      ['q1', 'Q0', 'lunch', '2', 'wellmet'],
      ['q2', 'Q0', 'flood', '1', 'wellmet'],
    ])
    expect(Number(rows[0]![4])).toBeGreaterThan(Number(rows[1]![4]))
  })

  it.each([
    ['a line that is no JSON', ['{"id":"a","text":"x"}', 'id,text'], 'line 2 is not JSON'],
    ['an id with a space', ['{"id":"a b","text":"x"}'], 'line 1: "id" must be a text without spaces'],
    ['a missing text', ['{"id":"a"}'], 'line 1: "text" is missing'],
    ['the same id twice', ['{"id":"a","text":"x"}', '{"id":"a","text":"y"}'], 'the id "a" stands in line 1 already'],
    ['an empty file', [''], 'holds no lines'],
  ])('names file and line of %s', async (_, lines, words) => {
    const wrong = write('wrong.jsonl', ...lines)
    const attempt = rankFiles({ corpus: wrong, queries: write('q.jsonl', '{"id":"q","text":"x"}'), out: path('run') })
    await expect(attempt).rejects.toThrow(BadInput)
    await expect(attempt).rejects.toThrow(words)
    await expect(attempt).rejects.toThrow(wrong)
    expect(readdirSync(folder).sort()).toEqual(['q.jsonl', 'wrong.jsonl'])
  })

  it('says which file is not there, and which cannot be written', async () => {
    const there = write('corpus.jsonl', ...corpus)
    const missing = rankFiles({ corpus: path('none.jsonl'), queries: there, out: path('run') })
    await expect(missing).rejects.toThrow('none.jsonl cannot be read (ENOENT)')
    const nowhere = rankFiles({ corpus: there, queries: there, out: join(folder, 'no', 'run') })
    await expect(nowhere).rejects.toThrow('cannot be written (ENOENT)')
  })
})
