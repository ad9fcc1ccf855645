import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { BadInput } from '../../../jobs/errors.js'
import { pull } from '../../../jobs/sources/pull.js'
import { sourcesHealth } from '../../../jobs/sources/sources.read-model.js'
import type { WorkerDoor } from '../../../server/database/doors.js'
import { type MadeCompany, madeCompanies, madeRegister } from '../../fixtures/publisher/made-register.js'
import { zip } from '../../fixtures/publisher/zip.js'
import { useDatabase } from '../../setup/clone.js'

const SOURCE = 'companies-house'
const NOVEMBER = 'BasicCompanyDataAsOneFile-2026-11-01.csv'
const DECEMBER = 'BasicCompanyDataAsOneFile-2026-12-01.csv'

describe('a pull of a file', () => {
  const database = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'wellmet-made-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(() => sql`truncate source cascade`.execute(database.owner))

  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const take = (path: string, more: { full?: boolean; sourceId?: string; door?: WorkerDoor } = {}) =>
    pull(more.door ?? database.worker, {
      sourceId: more.sourceId ?? SOURCE,
      cause: 'file',
      file: path,
      ...(more.full ? { full: true } : {}),
    })
  const taken = (name: string, companies: MadeCompany[], more = {}) => take(file(name, madeRegister(companies)), more)
  const source = () =>
    database.owner
      .selectFrom('source')
      .select(['state', 'mark', 'state_reason'])
      .where('id', '=', SOURCE)
      .executeTakeFirst()
  const rows = async (table: 'organisation' | 'pull' | 'parked_record' | 'raw_document') =>
    Number(
      (
        await database.owner
          .selectFrom(table)
          .select(e => e.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )

  it('says nothing new the second time', async () => {
    const made = madeCompanies(50)
    expect(await taken('made.csv', made)).toMatchObject({ state: 'complete', read: 50, new: 50, changed: 0, parked: 0 })
    expect(await taken('made.csv', made)).toMatchObject({
      state: 'complete',
      read: 50,
      new: 0,
      changed: 0,
      unchanged: 50,
    })
    expect(await rows('raw_document')).toBe(1)
  })

  it('writes names, activities, identifiers and the place, and which rule placed it', async () => {
    await sql`insert into locality (code, name, kind) values ('E06000047', 'County Durham', 'unitary') on conflict do nothing`.execute(
      database.owner,
    )
    await sql`insert into outward_code values ('DH1', 'E06000047', 54.77, -1.57) on conflict do nothing`.execute(
      database.owner,
    )
    await taken('made.csv', [
      { number: 'ZZ000001', name: 'MADE LTD', previous: [{ name: 'OLD LTD' }], sic: ['62012 - Software'] },
      { number: 'ZZ000002', name: 'TOWN LTD', postcode: '', town: 'CONSETT' },
      { number: 'ZZ000003', name: 'AWAY LTD', postcode: 'SW1A 1AA', town: 'DURHAM' },
    ])
    const organisations = await database.owner
      .selectFrom('organisation')
      .select(['source_ref', 'locality_code', 'locality_rule'])
      .orderBy('source_ref')
      .execute()
    expect(organisations.map(o => [o.source_ref, o.locality_code, o.locality_rule])).toEqual([
      ['ZZ000001', 'E06000047', 'outward code'],
      ['ZZ000002', 'E06000047', 'post town'],
      ['ZZ000003', null, null],
    ])
    const names = await database.owner
      .selectFrom('organisation_name')
      .select(['kind', 'name'])
      .orderBy('name')
      .execute()
    expect(names.map(n => `${n.kind} ${n.name}`)).toContain('previous OLD LTD')
    expect(
      await database.owner
        .selectFrom('organisation_identifier')
        .select(['scheme', 'identifier'])
        .orderBy('identifier')
        .limit(1)
        .execute(),
    ).toEqual([{ scheme: 'GB-COH', identifier: 'ZZ000001' }])
  })

  it('notes what changed in the register as events', async () => {
    await taken('made.csv', [{ number: '1', name: 'OLD LTD' }])
    const changed = { number: '1', name: 'NEW LTD', status: 'Liquidation', postcode: 'NE61 2EF' }
    expect(await taken('made.csv', [changed])).toMatchObject({ new: 0, changed: 1 })
    const events = await database.owner
      .selectFrom('registry_event')
      .select(['kind', 'before', 'after'])
      .orderBy('kind')
      .execute()
    expect(events).toEqual([
      { kind: 'moved', before: 'DH1 5TS', after: 'NE61 2EF' },
      { kind: 'renamed', before: 'OLD LTD', after: 'NEW LTD' },
      { kind: 'status_changed', before: 'active', after: 'insolvent' },
    ])
  })

  describe('that holds spoilt records', () => {
    const spoilt = `${madeRegister(madeCompanies(300))}"a","b"\r\n"a","b"\r\n`

    it('parks each once, however often it is taken', async () => {
      const path = file('spoilt.csv', spoilt)
      expect(await take(path)).toMatchObject({
        state: 'complete',
        read: 302,
        new: 300,
        parked: 2,
        parkedRecords: [
          { position: 'line 302', reason: '2 fields where 55 belong.' },
          { position: 'line 303', reason: '2 fields where 55 belong.' },
        ],
      })
      expect(await take(path)).toMatchObject({ read: 302, unchanged: 300, parked: 2 })
      expect(await rows('parked_record')).toBe(2)
    })

    it('is thin when more than one in a hundred is spoilt, and what can be read is loaded', async () => {
      const lines = madeRegister(madeCompanies(10)).split('\r\n')
      lines[3] = 'spoilt'
      expect(await take(file(NOVEMBER, lines.join('\r\n')))).toMatchObject({ state: 'thin', new: 9, parked: 1 })
      expect(await source()).toMatchObject({ state: 'thin', mark: null })
    })
  })

  describe('that is the whole register', () => {
    it('moves the mark and finds what has left', async () => {
      const made = madeCompanies(100)
      await taken(NOVEMBER, made)
      expect(await source()).toMatchObject({ state: 'ok', mark: '2026-11-01' })
      expect(await taken(DECEMBER, made.slice(1))).toMatchObject({ state: 'complete', unchanged: 99, gone: 1 })
      expect(await source()).toMatchObject({ mark: '2026-12-01' })
      const gone = await database.owner
        .selectFrom('organisation')
        .select('source_ref')
        .where('status', '=', 'left_register')
        .execute()
      expect(gone).toEqual([{ source_ref: '09000001' }])
      expect(await taken(DECEMBER, made)).toMatchObject({ changed: 1, gone: 0 })
    })

    it('is thin at half its size: nothing is gone and the mark stays', async () => {
      const made = madeCompanies(100)
      await taken(NOVEMBER, made)
      expect(await taken(DECEMBER, made.slice(50))).toMatchObject({
        state: 'thin',
        gone: 0,
        reason: '50 records where 100 are usual: fewer than expected.',
      })
      expect(await source()).toMatchObject({ state: 'thin', mark: '2026-11-01' })
    })

    it('is failing after three thin pulls in a row', async () => {
      await taken(NOVEMBER, madeCompanies(100))
      for (const n of [10, 11, 12]) await taken(DECEMBER, madeCompanies(n))
      expect((await source())?.state).toBe('failing')
    })

    it('is not taken for whole under another name, unless somebody says so', async () => {
      const made = madeCompanies(100)
      await taken(NOVEMBER, made)
      expect(await taken('sample.csv', made.slice(4))).toMatchObject({ state: 'complete', gone: 0 })
      expect(await taken('sample.csv', made.slice(4), { full: true })).toMatchObject({ state: 'complete', gone: 4 })
    })
  })

  it('keeps the demonstration apart', async () => {
    await taken(NOVEMBER, [{ number: 'ZZ000001', name: 'MADE LTD' }], { sourceId: `demo-${SOURCE}` })
    expect(await taken(NOVEMBER, madeCompanies(3))).toMatchObject({ new: 3, gone: 0 })
    const sources = await database.owner.selectFrom('source').select(['id', 'demonstration']).orderBy('id').execute()
    expect(sources).toEqual([
      { id: SOURCE, demonstration: false },
      { id: `demo-${SOURCE}`, demonstration: true },
    ])
  })

  it('that is killed between the last record and the commit leaves the mark, and the next one completes', async () => {
    const path = file(NOVEMBER, madeRegister(madeCompanies(20)))
    const killed: WorkerDoor = {
      ...database.worker,
      withSystem: (role, work) =>
        database.worker.withSystem(role, async tx => {
          const done = await work(tx)
          if (typeof done === 'object' && done !== null && 'parkedRecords' in done) throw new Error('killed')
          return done
        }),
    }
    await expect(take(path, { door: killed })).rejects.toThrow('killed')
    expect(await rows('organisation')).toBe(0)
    expect(await source()).toMatchObject({ mark: null })
    expect(await take(path)).toMatchObject({ state: 'complete', new: 20 })
    expect(await source()).toMatchObject({ mark: '2026-11-01', state: 'ok' })
    expect(await rows('organisation')).toBe(20)
  })

  describe('that is not what was asked for', () => {
    it.each([
      ['a header of another file', 'id,name\r\n1,x\r\n', 'other.csv: column 1 is "id" where "CompanyName" belongs'],
      [
        'an archive of something else',
        zip([{ name: 'readme.txt', content: 'x' }]),
        'Expected a zip with one Companies House CSV',
      ],
    ])('%s changes nothing', async (_, content, words) => {
      const path = file('other.csv', content)
      const problem = await take(path).catch((caught: unknown) => caught)
      expect(problem).toBeInstanceOf(BadInput)
      expect(String(problem)).toContain(words)
      expect([await rows('pull'), await rows('raw_document'), await source()]).toEqual([0, 0, undefined])
    })

    it('a path without a file, and a source that does not exist, are named', async () => {
      await expect(take(join(folder, 'nowhere.csv'))).rejects.toThrow(
        `There is no file ${join(folder, 'nowhere.csv')}.`,
      )
      await expect(take('x', { sourceId: 'nothing' })).rejects.toThrow(
        /There is no source called "nothing". Sources: companies-house, /,
      )
      expect(await rows('pull')).toBe(0)
    })
  })

  it('shows in the health of the sources', async () => {
    await taken('made.csv', madeCompanies(3))
    expect(await sourcesHealth(database.worker)).toMatchObject([
      {
        id: SOURCE,
        state: 'ok',
        rows: 3,
        parked: 0,
        mark: null,
        attribution: expect.stringContaining('Companies House'),
      },
    ])
  })
})
