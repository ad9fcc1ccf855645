import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../../../server/config/config.js'
import type { ParkedRecords, SourceBoard } from '../../../../server/features/sources/sources.schemas.js'
import { createApp } from '../../../../server/http/app.js'
import { addHub, addReader, type Reader } from '../../../builders/reader.js'
import { ask } from '../../../builders/request.js'
import { addPull, addSource } from '../../../builders/source.js'
import { useDatabase } from '../../../setup/clone.js'

// Made sources: one well, one silent, one by hand, one that answers nothing.
describe('the board of sources', () => {
  const database = useDatabase()
  let app: NestFastifyApplication
  let dataDir: string
  let steward: Reader
  let officer: Reader
  let operator: Reader
  const mails: Record<string, string> = {}

  const open = async (env: NodeJS.ProcessEnv) => {
    const made = await createApp(database.web, readConfig({ WELLMET_DATA_DIR: dataDir, ...env }))
    await made.init()
    await made.getHttpAdapter().getInstance().ready()
    return made
  }

  const mail = async (key: string, subject: string, options: { demonstration: boolean; hubId: string }) => {
    const address = { address_hash: Buffer.from(key), address_enc: Buffer.from(key) }
    const subscription = await database.owner
      .insertInto('subscription')
      .values({
        ...address,
        name: key,
        query: '{}',
        cadence: 'weekly',
        demonstration: options.demonstration,
        hub_id: options.hubId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const row = await database.owner
      .insertInto('outbox_message')
      .values({
        ...address,
        subscription_id: subscription.id,
        kind: 'digest',
        period_key: '2026-W47',
        idempotency_key: key,
        item_count: 1,
        subject,
        body_text: 'Body that nobody sees here',
        body_html: '<p>Body</p>',
        receiving_domain: 'hub.example',
        message_id: `<${key}@wellmet.example>`,
        body_hash: Buffer.from(key),
        state: key === 'private' ? 'queued' : 'accepted',
        created_at: '2026-11-23T07:00:00Z',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    mails[key] = row.id
  }

  beforeAll(async () => {
    const db = database.owner
    await database.setNow('2026-11-24T10:00:00Z')
    dataDir = await mkdtemp(join(tmpdir(), 'wellmet-sources-'))
    const hubId = await addHub(db, { name: 'Made hub' })
    const otherHub = await addHub(db, { name: 'Other hub' })
    steward = await addReader(db, { role: 'hub_admin', hubId })
    officer = await addReader(db, { role: 'officer', hubId })
    operator = await addReader(db, { role: 'operator', hubId })
    await addSource(db, {
      id: 'demo-notices',
      name: 'Alpha notices',
      demonstration: true,
      expected_every: '1 day',
      last_success_at: '2026-11-24T05:00:00Z',
    })
    await addSource(db, {
      id: 'register',
      name: 'Beta register',
      expected_every: '1 day',
      last_success_at: '2026-11-21T10:00:00Z',
    })
    await addSource(db, { id: 'uploads', name: 'Gamma uploads', last_success_at: '2026-01-01T00:00:00Z' })
    await addSource(db, { id: 'portal', name: 'Delta portal', state: 'failing', state_reason: 'Answers 503.' })
    for (let i = 1; i <= 14; i++) {
      const started_at = `2026-11-${String(i).padStart(2, '0')}T05:00:00Z`
      await addPull(db, { source_id: 'demo-notices', started_at, read: 100 + i, new: 10, gone: 1 })
    }
    const pull_id = await addPull(db, {
      source_id: 'register',
      started_at: '2026-11-20T05:00:00Z',
      read: 7,
      state: 'thin',
    })
    for (const [i, state] of (['parked', 'parked', 'mended'] as const).entries()) {
      await db
        .insertInto('parked_record')
        .values({
          source_id: 'register',
          pull_id,
          position: `line ${i + 2}`,
          reason: 'No company number.',
          excerpt: 'Excerpt',
          fingerprint: Buffer.from([i]),
          state,
          parked_at: `2026-11-20T05:00:0${i}Z`,
        })
        .execute()
    }
    await mail('demo', '3 for Harelaw: Visits that notice decline early', { demonstration: true, hubId })
    await mail('private', 'A private subject', { demonstration: false, hubId })
    await mail('elsewhere', 'A subject of another hub', { demonstration: false, hubId: otherHub })
    await mkdir(join(dataDir, 'mail'))
    await writeFile(join(dataDir, 'mail', `${mails.demo}.eml`), 'Subject: made')
    app = await open({})
  })
  afterAll(async () => {
    await app?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const board = async (query = '', as?: Reader) =>
    (await ask<SourceBoard>(app, `/sources${query}`, as ? { as } : {})).body

  it('puts the worst first, with states as they are now', async () => {
    const body = await board()
    expect(body.items.map(i => [i.name, i.state, i.reason])).toEqual([
      ['Delta portal', 'failing', 'Answers 503.'],
      ['Beta register', 'late', 'Expected every 1 day, silent for 3 days.'],
      ['Alpha notices', 'ok', null],
      ['Gamma uploads', 'ok', null],
    ])
    expect(body).toMatchObject({
      headline: 'Two of four sources are healthy. Delta portal is failing.',
      lede: 'Beta register last came in whole 3 days ago; pulls catch up by themselves. 2 records could not be read and are parked; nothing was thrown away.',
      total: 4,
      healthy: 2,
    })
    expect((await board('?state=unwell')).items.map(i => i.id)).toEqual(['portal', 'register'])
    expect((await board('?sort=name')).items.map(i => i.id)).toEqual(['demo-notices', 'register', 'portal', 'uploads'])
  })

  it('shows the last twelve pulls beside the usual band, oldest first', async () => {
    const notices = (await board()).items.find(i => i.id === 'demo-notices')
    expect(notices?.pulls.map(p => p.read)).toEqual([103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114])
    expect(notices?.pulls[0]).toEqual({ at: '2026-11-03T05:00:00.000Z', read: 103, state: 'complete' })
    // Median of the last eight, 110.5: half of it, and three times it.
    expect(notices?.usual).toEqual({ low: 56, high: 331 })
    expect(notices).toMatchObject({
      rows: 126,
      parked: 0,
      demonstration: true,
      attribution: 'Contains made information.',
    })
  })

  it('tells everybody how many records are parked, and their reasons only to stewards and operators', async () => {
    const register = (await board()).items.find(i => i.id === 'register')
    expect([register?.parked, (await board()).parked]).toEqual([2, []])
    const reasons = [{ source: 'register', reason: 'No company number.', n: 2 }]
    expect((await board('', officer)).parked).toEqual([])
    expect((await board('', steward)).parked).toEqual(reasons)
    expect((await board('', operator)).parked).toEqual(reasons)
  })

  it('opens parked records to stewards and says to others who may see them', async () => {
    const parked = async (as?: Reader) =>
      (await ask<ParkedRecords>(app, '/sources/parked?source=register', as ? { as } : {})).body
    expect(await parked()).toEqual({
      readable: false,
      why: 'Only stewards of a hub see these. You are not signed in.',
      total: 2,
      items: [],
    })
    expect((await parked(officer)).why).toBe('Only stewards of a hub see these. You are signed in as officer.')
    const body = await parked(steward)
    expect(body).toMatchObject({ readable: true, why: null, total: 2 })
    expect(body.items.map(i => [i.position, i.reason, i.parked_at])).toEqual([
      ['line 3', 'No company number.', '2026-11-20T05:00:01.000Z'],
      ['line 2', 'No company number.', '2026-11-20T05:00:00.000Z'],
    ])
    expect((await ask(app, '/sources/parked?source=nowhere')).status).toBe(404)
    expect((await ask(app, '/sources/parked')).status).toBe(400)
  })

  it('shows the folder with its files while no relay is set, and subjects only to those who may read them', async () => {
    const { mail: shown } = await board()
    expect(shown).toEqual({
      to: 'folder',
      folder: join(dataDir, 'mail'),
      counts: [
        { state: 'accepted', n: 2 },
        { state: 'queued', n: 1 },
      ],
      recent: [
        {
          at: '2026-11-23T07:00:00.000Z',
          kind: 'digest',
          subject: '3 for Harelaw: Visits that notice decline early',
          state: 'accepted',
          file: `${mails.demo}.eml`,
        },
      ],
    })
    const subjects = async (as: Reader) => (await board('', as)).mail.recent.map(m => m.subject).sort()
    expect(await subjects(officer)).toEqual(['3 for Harelaw: Visits that notice decline early'])
    expect(await subjects(steward)).toEqual(['3 for Harelaw: Visits that notice decline early', 'A private subject'])
    expect(await subjects(operator)).toHaveLength(3)
    expect(JSON.stringify(await board('', operator))).not.toContain('Body')
  })

  it('names the relay instead where one is set', async () => {
    const relayed = await open({ SMTP_URL: 'smtp://127.0.0.1:2525' })
    const { body } = await ask<SourceBoard>(relayed, '/sources')
    expect([body.mail.to, body.mail.folder, body.mail.recent[0]?.file]).toEqual(['relay', null, null])
    await relayed.close()
  })
})

describe('the board without a source', () => {
  const database = useDatabase()

  it('says what to do', async () => {
    const app = await createApp(database.web, readConfig({ WELLMET_DATA_DIR: join(tmpdir(), 'wellmet-nowhere') }))
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
    const { body } = await ask<SourceBoard>(app, '/sources')
    expect(body).toMatchObject({
      headline: 'No source has been taken yet',
      items: [],
      total: 0,
      healthy: 0,
      mail: { counts: [], recent: [] },
    })
    await app.close()
  })
})
