import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config/config.js'
import { openWebDoor, type WebDoor } from '../../server/database/doors.js'
import { createApp, describeApi } from '../../server/http/app.js'
import { root } from '../rules/source-files.js'
import { useDemonstration } from '../setup/demonstration.js'

const FOLDER = join(root, 'sql/queries')
/** `npm run contract` sets it: then the snapshots are written instead of compared. */
const write = process.env.WRITE_CONTRACT === '1'
const OURS = /^(select set_config\('role'|select account_id, display_name|begin|commit|rollback)/

// What PostgreSQL is asked for each address of the API, as the hub officer of the demonstration: a reviewer reads the
// statement, not the builder's chain.
describe('the statements behind the API', () => {
  const database = useDemonstration()
  const heard: string[] = []
  let door: WebDoor
  let app: Awaited<ReturnType<typeof createApp>>
  let cookie = ''

  beforeAll(async () => {
    door = openWebDoor(database.webUrl, { max: 1, onProblem: () => {}, onStatement: text => heard.push(text) })
    app = await createApp(door, readConfig({}))
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
    const headers = { origin: 'http://localhost', host: 'localhost' }
    const session = await app.inject({
      method: 'POST',
      url: '/api/v1/session/demonstration',
      payload: { as: 'officer' },
      headers,
    })
    cookie = String(session.headers['set-cookie']).split(';')[0] ?? ''
  })
  afterAll(async () => {
    await app.close()
    await door.close()
  })

  it('are those of sql/queries', async () => {
    const found = new Map<string, string>()
    const samples = await sampleIds()
    for (const [path, methods] of Object.entries(describeApi(app).paths)) {
      if (!methods.get) continue
      const url = addressOf(path, samples)
      heard.length = 0
      const answer = await app.inject({ method: 'GET', url, headers: { cookie } })
      expect(answer.statusCode, `${url}: ${answer.body.slice(0, 300)}`).toBe(200)
      const statements = [...new Set(heard.filter(text => !OURS.test(text)).map(tidy))]
      found.set(`${fileName(path)}.sql`, `-- GET ${path}\n${statements.map(text => `\n${text};\n`).join('')}`)
    }
    if (write) {
      mkdirSync(FOLDER, { recursive: true })
      for (const [file, text] of found) writeFileSync(join(FOLDER, file), text)
    }
    expect(readdirSync(FOLDER).sort(), 'run: npm run contract').toEqual([...found.keys()].sort())
    for (const [file, text] of found)
      expect(readFileSync(join(FOLDER, file), 'utf8'), `${file}; run: npm run contract`).toBe(text)
  })

  async function sampleIds(): Promise<Record<string, string>> {
    const first = async (table: 'need' | 'match' | 'organisation' | 'framework_node') =>
      (await database.owner.selectFrom(table).select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()).id
    const match = await database.owner
      .selectFrom('match')
      .innerJoin('need', 'need.id', 'match.need_id')
      .innerJoin('hub', 'hub.id', 'need.hub_id')
      .select(['match.id', 'match.need_id', 'match.organisation_id'])
      .where('hub.name', 'like', 'Durham%')
      .where('match.organisation_id', 'is not', null)
      .orderBy('match.id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const node = await database.owner
      .selectFrom('alignment_link')
      .select('node_id')
      .where('item_kind', '=', 'need')
      .orderBy('node_id')
      .limit(1)
      .executeTakeFirstOrThrow()
    return {
      need: match.need_id,
      match: match.id,
      organisation: match.organisation_id ?? (await first('organisation')),
      node: node.node_id,
    }
  }
})

const KIND: Record<string, string> = { needs: 'need', matches: 'match', organisations: 'organisation' }

function addressOf(path: string, samples: Record<string, string>): string {
  const filled = path
    .replaceAll(/\/([\w-]+)\/\{id\}/g, (_, list: string) => `/${list}/${samples[KIND[list] ?? ''] ?? list}`)
    .replace('{code}', 'E06000047')
    .replace('{id}', 'find-a-tender')
  const query: Record<string, string> = {
    '/api/v1/links': `?node=${samples.node}&item=need&place=E06000047`,
    '/api/v1/search': '?q=home',
    '/api/v1/sources/parked': '?source=demo-companies-house',
    '/api/v1/organisations': '?q=care',
  }
  return filled + (query[path] ?? '')
}

const fileName = (path: string): string => path.replace('/api/v1/', '').replaceAll(/[{}]/g, '').replaceAll('/', '.')
const tidy = (text: string): string =>
  text
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trim()
