// Runs the promises: npm run trust -- [NUMBER ...] [--small] [--json] [--mails N] [--kills N] [--seed WORD].
// Exit codes: 0 every promise holds, 1 one does not, 2 wrong words. Builds what it needs, brings its own database.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(fileURLToPath(import.meta.url))
const told = options()
process.chdir(root)
const compiled = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.trust.json'], {
  encoding: 'utf8',
})
if (compiled.status !== 0) {
  process.stderr.write(`The trust runs do not compile:\n${compiled.stdout}${compiled.stderr}`)
  process.exit(1)
}
cpSync('sql/roles.sql', 'dist/trust/sql/roles.sql')

const { startEmbedded } = await import('./dist/trust/server/database/embedded.js')
const { runTrust } = await import('./dist/trust/test/trust/trust.js')
const dataDir = mkdtempSync(join(tmpdir(), 'wellmet-trust-'))
const server = await startEmbedded({ dataDir, durable: false })
const tidy = async () => {
  await server.release()
  rmSync(dataDir, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void tidy().then(() => process.exit(130)))
process.once('uncaughtException', problem => {
  process.stderr.write(`${problem.stack}\n`)
  void tidy().then(() => process.exit(1))
})
try {
  const holds = await runTrust(told.names, { ...told, ownerUrl: server.url, dataDir })
  process.exitCode = holds ? 0 : 1
} catch (problem) {
  process.stderr.write(`${problem instanceof RangeError ? problem.message : problem.stack}\n`)
  process.exitCode = problem instanceof RangeError ? 2 : 1
} finally {
  await tidy()
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        small: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        mails: { type: 'string' },
        kills: { type: 'string' },
        seed: { type: 'string', default: 'wellmet' },
      },
    })
    const count = name => {
      if (values[name] === undefined) return undefined
      if (!/^[0-9]{1,6}$/.test(values[name])) throw new Error(`--${name} takes a number, not "${values[name]}".`)
      return Number(values[name])
    }
    return { ...values, names: positionals, mails: count('mails'), kills: count('kills') }
  } catch (problem) {
    process.stderr.write(`${problem.message} Try: npm run trust -- 2.1 --small\n`)
    process.exit(2)
  }
}
