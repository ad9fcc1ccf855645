// Every check of the repository, in order; the first words of a failure are what to mend.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const tool = (name, path) => ({ name, path: join(root, 'node_modules', path) })
const checks = [
  ['types', tool('tsc', 'typescript/bin/tsc'), []],
  [
    'types and accessibility of components',
    tool('svelte-check', 'svelte-check/bin/svelte-check'),
    ['--fail-on-warnings', '--output', 'human'],
  ],
  ['lint and format', tool('biome', '@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.']],
  ['unused code', tool('knip', 'knip/bin/knip.js'), []],
  [
    'import rules, SQL and API drift',
    tool('vitest', 'vitest/vitest.mjs'),
    ['run', '--project', 'unit', '--project', 'db', 'test/rules', 'test/sql'],
  ],
  ['build', { name: 'build', path: join(root, 'build.mjs') }, []],
]

let failed = 0
for (const [title, { path }, args] of checks) {
  const started = Date.now()
  const result = spawnSync(process.execPath, [path, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  const ok = result.status === 0
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`)
  if (!ok) {
    failed++
    process.stdout.write(`${result.stdout}${result.stderr}`.split('\n').slice(-120).join('\n'))
  }
}
process.exit(failed > 0 ? 1 : 0)
