// Builds what changed, then starts. A killed npm leaves its children behind, so we watch for our parent.
import { build } from './build.mjs'

try {
  build('server', 'client')
} catch (problem) {
  process.stderr.write(`${problem.message}\n`)
  process.exit(1)
}
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.emit('SIGTERM')
}, 500).unref()
await import('./dist/server/start.js')
