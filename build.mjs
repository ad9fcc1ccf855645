// Builds what is asked for ("server", "client"), and only when its sources changed since the last time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const parts = {
  server: {
    sources: ['server', 'jobs', 'sql', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    make: makeServer,
  },
  client: { sources: ['client', 'vite.config.ts', 'package-lock.json'], make: makeClient },
}

/** Brings the named parts of dist/ up to date. Throws with the tool's own words when one does not build. */
export function build(...names) {
  for (const name of names.length > 0 ? names : Object.keys(parts)) {
    const { sources, make } = parts[name]
    const stamp = join(root, 'dist', `.${name}`)
    const hash = hashOf(sources)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
    process.stderr.write(`Building the ${name}\n`)
    make()
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, hash)
  }
}

function makeServer() {
  for (const folder of ['server', 'jobs', 'sql']) rmSync(join(root, 'dist', folder), { recursive: true, force: true })
  run('typescript/bin/tsc', ['-p', 'tsconfig.build.json'])
  const beside = [
    ...filesBelow('sql').filter(p => ['.sql', '.csv', '.json'].includes(extname(p))),
    ...filesBelow('server').filter(p => extname(p) === '.css'),
  ]
  for (const path of beside) cpSync(join(root, path), join(root, 'dist', path))
}

function makeClient() {
  run('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
}

function run(tool, args) {
  const result = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  if (result.status !== 0) throw new Error(`${tool} ended with ${result.status}:\n${result.stdout}${result.stderr}`)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesBelow).sort()) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesBelow(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full).flatMap(name => filesBelow(join(path, name)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build(...process.argv.slice(2))
  } catch (problem) {
    process.stderr.write(`${problem.message}\n`)
    process.exit(1)
  }
}
