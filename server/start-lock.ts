import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './database/embedded.js'

/** One `npm start` per data folder. A lock whose process is gone is taken over. */
export class StartLock {
  private constructor(private readonly file: string) {}

  /** Takes the lock, or throws with the address at which the running one can be opened. */
  static take(dataDir: string, address: string): StartLock {
    mkdirSync(dataDir, { recursive: true })
    const file = join(dataDir, 'start.json')
    for (;;) {
      try {
        const handle = openSync(file, 'wx')
        writeSync(handle, JSON.stringify({ pid: process.pid, address }))
        closeSync(handle)
        return new StartLock(file)
      } catch (problem) {
        if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
        const other = read(file)
        if (other && isAlive(other.pid)) {
          throw new Error(
            `Wellmet already runs from ${dataDir} (process ${other.pid}): open ${other.address}. For a second installation set WELLMET_DATA_DIR and PORT.`,
          )
        }
        rmSync(file, { force: true })
      }
    }
  }

  release(): void {
    rmSync(this.file, { force: true })
  }
}

function read(file: string): { pid: number; address: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { pid: number; address: string }
  } catch {
    return undefined
  }
}
