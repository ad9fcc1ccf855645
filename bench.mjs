// Runs the benchmarks: npm run bench -- [NAME ...] [--full] [--quick] [--json]. Builds what it needs first.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const words = process.argv.slice(2)
const flags = new Set(words.filter(word => word.startsWith('--')))
const names = words.filter(word => !word.startsWith('--'))
const wrong = [...flags].filter(flag => !['--full', '--quick', '--json'].includes(flag))
if (wrong.length > 0) {
  process.stderr.write(`There is no option ${wrong.join(' ')}. There are --full, --quick and --json.\n`)
  process.exit(2)
}
process.chdir(root)
const compiled = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.bench.json'], {
  encoding: 'utf8',
})
if (compiled.status !== 0) {
  process.stderr.write(`The benchmarks do not compile:\n${compiled.stdout}${compiled.stderr}`)
  process.exit(1)
}

const { runBench } = await import('./dist/bench/test/bench/bench.js')
const undo = []
const tidy = async () => {
  for (const step of undo.splice(0)) await step()
}
process.once('SIGINT', () => void tidy().then(() => process.exit(130)))
process.once('SIGTERM', () => void tidy().then(() => process.exit(143)))
const options = { full: flags.has('--full'), quick: flags.has('--quick'), json: flags.has('--json'), databaseUrl }
try {
  await runBench(names, options)
} catch (problem) {
  process.stderr.write(`${problem instanceof RangeError ? problem.message : problem.stack}\n`)
  process.exitCode = problem instanceof RangeError ? 2 : 1
} finally {
  await tidy()
}

/** The server of DATABASE_URL, else an embedded one of this run alone, gone at its end. */
async function databaseUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const { startEmbedded } = await import('./dist/bench/server/database/embedded.js')
  const dataDir = mkdtempSync(join(tmpdir(), 'wellmet-bench-'))
  undo.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const server = await startEmbedded({ dataDir, durable: false })
  undo.unshift(() => server.release())
  return server.url
}
