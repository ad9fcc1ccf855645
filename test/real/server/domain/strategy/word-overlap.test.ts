import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { Corpus } from '../../../../../server/domain/strategy/corpus.js'
import type { Item, Priority } from '../../../../../server/domain/strategy/items.js'
import { linkItems } from '../../../../../server/domain/strategy/link.js'
import { describeShared, sharedPath } from '../../../../setup/shared.js'

// Expert labels of another field (the 17 goals), as a yardstick of the word overlap. Its thresholds are not tuned to it.
describeShared('reference/tagging_benchmark_sdg_dev.csv', 'the word overlap on 625 expert-labelled texts', () => {
  it('agrees with the experts in 83% of cases, mean over the classes', () => {
    const nodes = readFileSync(sharedPath('reference/sdg_nodes.jsonl'), 'utf8').trim().split('\n')
    const priorities: Priority[] = nodes.map(line => ({ ...JSON.parse(line), sicPrefixes: [], cpvPrefixes: [] }))
    const rows: { text: string; sdg: string; label: string }[] = parse(
      readFileSync(sharedPath('reference/tagging_benchmark_sdg_dev.csv')),
      { columns: true },
    )
    const items = rows.map(
      (row, i): Item => ({ kind: 'need', id: String(i), passages: [{ field: 'text', text: row.text }], codes: [] }),
    )
    const linked = new Set(linkItems(new Corpus(items), priorities).map(s => `${s.itemId} ${s.priorityId}`))
    const classes = new Map<string, { n: number; right: number }>()
    for (const [i, { sdg, label }] of rows.entries()) {
      const tally = classes.get(sdg) ?? { n: 0, right: 0 }
      tally.n++
      if (linked.has(`${i} ${sdg}`) === (label === 'True')) tally.right++
      classes.set(sdg, tally)
    }
    const shares = [...classes.values()].map(c => c.right / c.n)
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    expect(classes.size).toBe(17)
    expect(mean).toBeGreaterThan(0.83)
  })
})
