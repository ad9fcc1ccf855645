import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Unreachable } from '../../../../jobs/errors.js'
import { pull } from '../../../../jobs/sources/pull.js'
import { useDatabase } from '../../../setup/clone.js'

// A stand-in for a publisher's feed, with made calls.
const item = (n: number): string =>
  `<item><title>Made call ${n}</title><link>https://calls.example/${n}</link><pubDate>Mon, 23 Nov 2026 09:00:00 +0000</pubDate>
   <description>&lt;p&gt;We need thing ${n}.&lt;/p&gt;</description></item>`
const feed = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Made</title>${items}</channel></rss>`

describe('the feed of a programme, over HTTP', () => {
  const database = useDatabase()
  let server: Server
  let answer: { status: number; type: string; body: string }

  beforeEach(async () => {
    await sql`truncate source cascade`.execute(database.owner)
    await database.setNow('2026-11-25T10:00:00Z')
    answer = { status: 200, type: 'application/rss+xml', body: feed(item(1) + item(2)) }
    server = createServer((_, response) => {
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
    })
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  })
  afterEach(() => new Promise(done => server.close(done)))

  const take = () => {
    const { port } = server.address() as AddressInfo
    const allow = [{ host: '127.0.0.1', port, insecure: true }]
    const standIns = { challenges: { address: `http://127.0.0.1:${port}/feed/`, allow } }
    const sleep = async () => {}
    return pull(database.worker, { sourceId: 'challenges', cause: 'schedule' }, { standIns, sleep })
  }
  const state = async () =>
    (await database.owner.selectFrom('source').select('state').where('id', '=', 'challenges').executeTakeFirst())?.state

  it('gives open calls without a deadline, and nothing new the second time', async () => {
    expect(await take()).toMatchObject({ state: 'complete', read: 2, new: 2, parked: 0 })
    expect(await take()).toMatchObject({ read: 2, new: 0, changed: 0, unchanged: 2 })
    const calls = await database.owner
      .selectFrom('challenge')
      .select(['title', 'problem', 'state', 'closes_at', 'opens_on'])
      .orderBy('title')
      .execute()
    expect(calls[0]).toEqual({
      title: 'Made call 1',
      problem: 'We need thing 1.',
      state: 'open_call',
      closes_at: null,
      opens_on: '2026-11-23',
    })
  })

  it.each([
    ['an empty list', { status: 200, type: 'application/rss+xml', body: feed('') }],
    ['a web page', { status: 200, type: 'text/html', body: '<!doctype html><html><body>Sign in</body></html>' }],
    ['a refusal', { status: 500, type: 'text/plain', body: 'no' }],
  ])('counts %s as down and keeps what it holds', async (_, down) => {
    await take()
    answer = down
    await expect(take()).rejects.toThrow(Unreachable)
    expect(await state()).toBe('failing')
    expect(await database.owner.selectFrom('challenge').select('id').execute()).toHaveLength(2)
  })
})
