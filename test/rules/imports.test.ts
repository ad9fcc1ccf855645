import { readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles } from './source-files.js'

// Who may know whom. A rule names a room, and the rooms that its files may import from.
const RULES: { room: string; may: string[]; because: string }[] = [
  { room: 'sql', may: ['sql'], because: 'the floor knows nobody' },
  { room: 'server/domain', may: ['server/domain'], because: 'rules are pure: no Nest, no SQL, no clock' },
  { room: 'server/config', may: ['server/config'], because: 'settings are read before anything else exists' },
  {
    room: 'server/database',
    may: ['server/database', 'server/config', 'sql'],
    because: 'the doors know the floor and the settings',
  },
  {
    room: 'server/http',
    may: [
      'server/http',
      'server/config',
      'server/database',
      'server/domain',
      'server/app.module',
      'server/features/accounts',
    ],
    because: 'the edge translates; it asks accounts who is calling',
  },
  {
    room: 'server/features',
    may: ['server/features', 'server/domain', 'server/http', 'server/config', 'server/database', 'sql'],
    because: 'a feature is built from rules, the edge and the doors',
  },
  { room: 'server', may: ['server', 'sql'], because: "the web process never does the worker's work: it inserts a job" },
  {
    room: 'jobs',
    may: ['jobs', 'server/domain', 'server/config', 'server/database', 'server/features', 'sql'],
    because: 'jobs use rules, stores and read models',
  },
  { room: 'client', may: ['client'], because: 'the client knows only its generated API types' },
]

const files = sourceFiles('server', 'jobs', 'sql', 'client')
const imports = new Map(files.map(file => [file, importsOf(file)]))

describe('imports', () => {
  it.each(RULES)('$room: $because', ({ room, may }) => {
    const wrong = files
      .filter(file => roomOf(file) === room)
      .flatMap(file =>
        (imports.get(file) ?? [])
          .filter(to => !may.some(m => to === m || to.startsWith(`${m}/`) || to.startsWith(`${m}.`)))
          .map(to => `${file} -> ${to}`),
      )
    expect(wrong).toEqual([])
  })

  it("jobs use a feature's stores and read models, never its controllers", () => {
    const wrong = files
      .filter(file => file.startsWith('jobs/'))
      .flatMap(file =>
        (imports.get(file) ?? [])
          .filter(to => /\.(controller|service|module)\.js$/.test(to))
          .map(to => `${file} -> ${to}`),
      )
    expect(wrong).toEqual([])
  })

  it("a feature uses another feature's read model, schemas or sentences only", () => {
    const wrong = files
      .filter(file => file.startsWith('server/features/'))
      .flatMap(file =>
        (imports.get(file) ?? [])
          .filter(
            to =>
              to.startsWith('server/features/') &&
              featureOf(to) !== featureOf(file) &&
              /\.(controller|service|store)\.js$/.test(to),
          )
          .map(to => `${file} -> ${to}`),
      )
    expect(wrong).toEqual([])
  })

  it('only stores, read models, the doors, the runner and loads speak SQL', () => {
    const speaks =
      /^(sql\/|server\/database\/|jobs\/runner\/|jobs\/demo\/|jobs\/sources\/.*(load|store)[\w-]*\.ts$)|(\.store|\.read-model)\.ts$|server\/http\/health\.controller\.ts$/
    const wrong = files.filter(
      file =>
        !file.startsWith('client/') &&
        !speaks.test(file) &&
        /from 'kysely'|from 'pg'/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it('the rules in server/domain touch no clock, chance, environment or framework', () => {
    const forbidden =
      /Date\.now\(|new Date\(\)|Math\.random\(|process\.env|@nestjs|from 'kysely'|from 'node:(fs|net|http)/
    const wrong = files.filter(
      file =>
        file.startsWith('server/domain/') && forbidden.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    )
    expect(wrong).toEqual([])
  })

  it('go in no circle', () => {
    expect(circles()).toEqual([])
  })
})

/** The innermost room with a rule that a file lies in. */
function roomOf(file: string): string | undefined {
  return RULES.map(r => r.room)
    .filter(room => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

const featureOf = (path: string): string | undefined => path.split('/')[2]

/** Paths from the root of everything a file imports by a relative path. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const script = file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(m => m[1]).join('\n')
    : text
  return ts
    .preProcessFile(script, true, true)
    .importedFiles.map(i => i.fileName)
    .filter(name => name.startsWith('.'))
    .map(name => normalize(relative(root, join(root, dirname(file), name))))
}

function circles(): string[] {
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const walk = (file: string, path: string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      return
    }
    state.set(file, 'open')
    for (const to of imports.get(file) ?? []) {
      const target = to.replace(/\.js$/, '.ts')
      if (imports.has(target)) walk(target, [...path, file])
    }
    state.set(file, 'done')
  }
  for (const file of files) walk(file, [])
  return found
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '')
