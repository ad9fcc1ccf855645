// The command line: builds the server part when it changed, then runs the command.
import { build } from './build.mjs'

try {
  build('server')
} catch (problem) {
  process.stderr.write(`${problem.message}\n`)
  process.exit(1)
}
await import('./dist/jobs/cli.js')
