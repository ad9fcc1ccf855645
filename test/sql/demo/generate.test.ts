import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { answers } from '../../../sql/demo/directory-file.js'
import { generateDemonstration } from '../../../sql/demo/generate.js'
import { stories } from '../../../sql/demo/stories.js'
import { challenges } from '../../../sql/demo/texts/challenge.js'
import { ideas } from '../../../sql/demo/texts/ideas.js'
import { themes } from '../../../sql/demo/texts/index.js'
import { notices } from '../../../sql/demo/texts/notices.js'
import { countyDurham } from '../../../sql/reference/frameworks-county-durham.js'
import { countBy } from '../../setup/count.js'

const DAY = '2026-11-25'
const folders: string[] = []
const generated = (date = DAY, seed?: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'wellmet-made-'))
  folders.push(folder)
  const files = generateDemonstration({ folder, date, ...(seed ? { seed } : {}) })
  return { folder, files }
}
const hashes = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map(
      name =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
const table = (folder: string, name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, name)), { columns: true }) as Record<string, string>[]

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('the generator of the demonstration', () => {
  const one = generated()
  const needs = themes.flatMap(theme => theme.needs)

  it('gives the same bytes for the same seed and day, and others for another seed or day', () => {
    expect(hashes(generated().folder)).toEqual(hashes(one.folder))
    expect(hashes(generated(DAY, 'another').folder)).not.toEqual(hashes(one.folder))
    expect(hashes(generated('2027-03-02').folder)).not.toEqual(hashes(one.folder))
  })

  it('writes the register as its publisher does: 55 columns, a bare header with blanks, quoted fields, CR LF', () => {
    const text = readFileSync(join(one.folder, 'BasicCompanyDataAsOneFile-2026-11-01.csv'), 'utf8')
    const [header = '', first = ''] = text.split('\r\n')
    expect(header.split(',')).toHaveLength(55)
    expect(header).toMatch(/^CompanyName, CompanyNumber,/)
    expect(first).toMatch(/^"[^"]+","ZZ\d{6}","","",/)
    // 2,000 companies, the header, and a line that is cut off.
    expect(text.trimEnd().split('\r\n')).toHaveLength(2_002)
  })

  it('tells of 120 needs: 81 of hubs, 30 of notices, 9 of challenges', () => {
    expect([needs.length, notices.length, challenges.length]).toEqual([81, 30, 9])
  })

  it('tells of 60 submissions of which 45 were not adopted, with every reason there is', () => {
    expect(countBy(ideas, idea => idea.outcome)).toEqual({
      funded: 9,
      ineligible: 6,
      not_adopted: 22,
      sifted_out: 17,
      withdrawn: 6,
    })
    const codes = ideas.flatMap(idea => (idea.reasons ?? []).map(reason => reason.code))
    expect(Object.keys(countBy(codes, code => code)).sort()).toEqual([
      'budget',
      'capacity',
      'duplicate',
      'eligibility',
      'evidence',
      'portfolio',
      'readiness',
      'scope',
      'unknown',
    ])
    expect(ideas.filter(idea => idea.consent)).toHaveLength(22)
  })

  it('says nothing twice', () => {
    const said = [
      ...needs.flatMap(need => [need.title, need.text, need.outcome]),
      ...notices.flatMap(notice => [notice.title, notice.text]),
      ...challenges.map(challenge => challenge.problem),
      ...table(one.folder, 'business-directory.csv').map(entry => entry.statement ?? ''),
    ]
    expect(said.length - new Set(said).size).toBe(0)
  })

  it('has texts long enough to be compared: 40 words in a need, but for the draft', () => {
    const short = needs.filter(need => `${need.outcome} ${need.text}`.split(/\s+/).length < 40)
    expect(short.map(need => need.state ?? 'open')).toEqual([])
  })

  it('answers only needs that there are', () => {
    const titles = new Set(needs.map(need => need.title))
    expect(Object.keys(answers).filter(title => !titles.has(title))).toEqual([])
  })

  it('uses mail addresses and company numbers that nobody has', () => {
    const all = one.files.map(file => readFileSync(join(one.folder, file.name), 'utf8')).join('\n')
    const addresses = all.match(/[\w.]+@[\w.-]+/g) ?? []
    expect(addresses.filter(address => !address.endsWith('.example') && !address.endsWith('.example.'))).toEqual([])
    const numbers = table(one.folder, 'business-directory.csv').map(entry => entry.company_number ?? '')
    expect(numbers.filter(number => number !== '' && !/^ZZ00\d{4}$/.test(number))).toEqual([])
  })

  it('never calls anybody rejected, failed or a loser', () => {
    const all = one.files.map(file => readFileSync(join(one.folder, file.name), 'utf8')).join('\n')
    expect(all.match(/\b(?:rejected|loser|losing bid|failed (?:bid|idea|application))\b/gi)).toBeNull()
  })
})

describe('the stories', () => {
  const needs = themes.flatMap(theme => theme.needs)
  const need = (title: string) => needs.find(one => one.title === title)
  const idea = (title: string) => ideas.find(one => one.title === title)

  it('a county and a distant council mean the same in different words', () => {
    const ours = need(stories.sharedMeaning.need)
    const theirs = challenges.find(one => one.title === stories.sharedMeaning.challenge)
    expect([ours?.place, theirs?.place]).toEqual(['durham', 'herefordshire'])
    expect(ours?.text).toMatch(/social isolation/i)
    expect(`${theirs?.title} ${theirs?.problem}`).not.toMatch(/social isolation/i)
    expect(ours?.text).not.toMatch(/loneliness/i)
  })

  it('a good idea was refused for its price, and a richer need can pay it', () => {
    const refused = idea(stories.budget.idea)
    const [, total] = need(stories.budget.richerNeed)?.money ?? [null, null]
    const money = refused?.reasons?.[0]?.details?.money
    expect(refused?.reasons?.map(reason => reason.code)).toEqual(['budget'])
    expect([money, refused?.price, total]).toEqual([200_000, 230_000, 500_000])
  })

  it('a priority of the local strategy is mentioned by no need', () => {
    const node = countyDurham.nodes.find(one => one.code === stories.emptyPriority.code)
    expect(node?.title).toBe(stories.emptyPriority.title)
    const words = [...needs, ...notices, ...challenges.map(one => ({ title: one.title, text: one.problem }))]
      .map(one => `${one.title} ${one.text}`)
      .join(' ')
    expect(words.match(/\b(?:tourist|tourism|visitor|hotel|attraction|heritage|festival|overnight)/gi)).toBeNull()
  })

  it('a reason is not known and stays so', () => {
    expect(idea(stories.unknownReason.idea)?.reasons).toEqual([{ code: 'unknown' }])
    expect(idea(stories.unknownReason.idea)?.consent).toBe('full')
  })

  it('an idea above the line was left out for balance', () => {
    const left = idea(stories.portfolio.idea)
    expect([left?.score, left?.reasons?.[0]?.details?.line, left?.reasons?.[0]?.code]).toEqual([78, 70, 'portfolio'])
  })

  it('an idea without its owner’s yes has no tier', () => {
    expect(idea(stories.withoutConsent.idea)?.consent).toBeUndefined()
  })
})
