import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every TypeScript and Svelte file below the named folders, as paths from the root. */
export function sourceFiles(...folders: string[]): string[] {
  const below = (path: string): string[] =>
    statSync(join(root, path)).isDirectory()
      ? readdirSync(join(root, path)).flatMap(name => below(`${path}/${name}`))
      : [path]
  return folders
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(below)
    .filter(path => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts'))
}
