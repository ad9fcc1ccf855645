import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles } from './source-files.js'

// The word is "not adopted": it says nothing about quality. These words would.
const FORBIDDEN = /\b(rejected|rejection|loser|losers|unsuccessful)\b/i
// Publishers use them as values of their own fields, and a promise can be rejected.
const ALLOWED =
  /'unsuccessful'|rejection\.code|'rejected'|\.rejects|PromiseRejected|unhandledRejection|(reject|allSettled)/

describe('the words that people read', () => {
  it('never call an idea or its owner anything but not adopted', () => {
    const wrong = sourceFiles('server', 'client', 'jobs', 'sql').flatMap(file =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .map((line, i) => ({ line, at: `${file}:${i + 1}` }))
        .filter(({ line }) => FORBIDDEN.test(line) && !ALLOWED.test(line))
        .map(({ at }) => at),
    )
    expect(wrong).toEqual([])
  })
})
