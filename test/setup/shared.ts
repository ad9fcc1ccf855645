import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe } from 'vitest'

const root = resolve(process.env.WELLMET_SHARED ?? '../shared')

/** Path of a file of the real test material. */
export const sharedPath = (relative: string): string => resolve(root, relative)

/**
 * A suite over real public files. Where they are absent it is skipped and says what it needs;
 * in CI, where they are present, a missing file is a failure.
 */
export function describeShared(relative: string, name: string, body: () => void): void {
  const there = existsSync(sharedPath(relative))
  if (!there && process.env.CI && existsSync(root)) throw new Error(`CI needs ../shared/${relative} for "${name}"`)
  describe.skipIf(!there)(there ? name : `${name} (skipped: needs ../shared/${relative})`, body)
}
