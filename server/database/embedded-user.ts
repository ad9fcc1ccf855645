import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * PostgreSQL refuses to run as root. How it is run instead:
 * plain (we are not root), nobody (that user can reach the files), namespace (a user namespace in which root is called
 * nobody: works under folders that only root may enter), relocate (neither works: keep the data where nobody can reach it).
 */
export type Launcher = 'plain' | 'nobody' | 'namespace'

/** Chooses the way to run the server for a data folder and the folder of its binaries. */
export function chooseLauncher(dataDir: string, native: string): Launcher | 'relocate' {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return 'plain'
  if (othersCanReach(dataDir) && othersCanReach(native)) return 'nobody'
  return namespaceWorks() ? 'namespace' : 'relocate'
}

/** A folder of our own outside the closed one, the same for the same installation. */
export const relocatedDataDir = (dataDir: string): string =>
  join('/var/lib', `wellmet-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`)

/** Whether a user without rights of its own may enter every folder on the way. */
function othersCanReach(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function namespaceWorks(): boolean {
  const probe = spawnSync('unshare', ['--user', '--map-user=65534', '--map-group=65534', '--', 'true'], {
    timeout: 5000,
  })
  return probe.status === 0
}
