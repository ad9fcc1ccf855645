import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { sectors2025 } from '../../sql/reference/frameworks-2025.js'
import { describeShared, sharedPath } from '../setup/shared.js'

// Our own SIC rows of the eight sectors of 2025, beside the published list.
const LIST = 'reference/industrial_strategy_2025_sic.csv'

interface Line {
  sector_name: string
  sic_code: string
}

describeShared(LIST, 'the eight sectors and the published industry codes', () => {
  const lines = parse(readFileSync(sharedPath(LIST)), { columns: true }) as Line[]
  const published = (title: string): string[] => [
    ...new Set(
      lines
        .filter(line => key(line.sector_name) === key(title) && /^\d{2,5}$/.test(line.sic_code))
        .map(line => line.sic_code),
    ),
  ]

  it('agree on most codes, and say where they do not', () => {
    const agreement = sectors2025.nodes.map(node => {
      const theirs = published(node.title)
      const ours = node.sic ?? []
      const covered = theirs.filter(code => ours.some(prefix => code.startsWith(prefix) || prefix.startsWith(code)))
      const beyond = ours.filter(prefix => !theirs.some(code => code.startsWith(prefix) || prefix.startsWith(code)))
      return { sector: node.title, codes: theirs.length, covered: covered.length, beyond: beyond.join(' ') }
    })
    console.table(agreement)
    const covered = agreement.reduce((sum, one) => sum + one.covered, 0)
    const all = agreement.reduce((sum, one) => sum + one.codes, 0)
    expect(all).toBeGreaterThan(80)
    expect(covered / all).toBeGreaterThan(0.9)
  })
})

const key = (name: string): string =>
  name
    .toLowerCase()
    .replace(' industries', '')
    .replace(/[^a-z]/g, '')
