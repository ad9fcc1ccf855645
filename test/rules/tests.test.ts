import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles } from './source-files.js'

const tests = sourceFiles('test').filter(file => file.endsWith('.test.ts'))
const text = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('the tests', () => {
  it('are all run: none is marked as the only one', () => {
    expect(
      tests.filter(file => /\b(it|test|describe)\.only\b/.test(text(file)) && !file.startsWith('test/rules/')),
    ).toEqual([])
  })

  it('all assert something', () => {
    expect(tests.filter(file => !/\bexpect\(|\bexpect\.|assert/.test(text(file)))).toEqual([])
  })

  it('never assert how long something took', () => {
    expect(tests.filter(file => /expect\([^)]*(elapsed|duration|performance\.now|Date\.now)/.test(text(file)))).toEqual(
      [],
    )
  })
})
