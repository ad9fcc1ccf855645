import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Unreachable } from '../../../jobs/errors.js'
import { pull } from '../../../jobs/sources/pull.js'
import { CANARIES, madeRelease, madeTenders, releasePackage } from '../../fixtures/publisher/made-notices.js'
import { madeCompanies } from '../../fixtures/publisher/made-register.js'
import {
  CONTRACTS_FINDER,
  FIND_A_TENDER,
  type Publisher,
  REGISTER,
  startPublisher,
} from '../../fixtures/publisher/publisher.js'
import { useDatabase } from '../../setup/clone.js'

describe('a live pull', () => {
  const database = useDatabase()
  let publisher: Publisher
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wellmet-made-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(async () => {
    await sql`truncate source cascade`.execute(database.owner)
    publisher = await startPublisher()
    return () => publisher.stop()
  })

  const take = (sourceId: string, since?: string, until?: string) =>
    pull(
      database.worker,
      {
        sourceId,
        cause: 'schedule',
        ...(since ? { since: new Date(since) } : {}),
        ...(until ? { until: new Date(until) } : {}),
      },
      { ...publisher.tools, folder },
    )
  const mark = async (id: string) =>
    (await database.owner.selectFrom('source').select(['mark', 'state']).where('id', '=', id).executeTakeFirst()) ??
    null
  const pulls = () =>
    database.owner.selectFrom('pull').select(['state', 'reason', 'read', 'mark_after']).orderBy('started_at').execute()
  const notices = async () =>
    Number(
      (
        await database.owner
          .selectFrom('notice')
          .select(e => e.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  /** Every kept row of the notices' tables without ids and times of taking: equal tables give equal text. */
  const tables = async (): Promise<string> => {
    const kept = await sql<{ all: string }>`select jsonb_build_array(
      (select jsonb_agg(to_jsonb(n) - 'id' - 'pulled_at' - 'buyer_mention_id' order by ocid) from notice n),
      (select jsonb_agg(to_jsonb(n) - 'id' - 'reference' - 'notice_id' - 'pulled_at' - 'created_at' - 'text_version' - 'row_hash' order by source_ref) from need n),
      (select jsonb_agg(to_jsonb(m) - 'id' - 'pulled_at' order by source_ref) from mention m),
      (select jsonb_agg(jsonb_build_array(ocid, release_id, body) order by ocid, release_id) from notice_release))::text as all`.execute(
      database.owner,
    )
    return kept.rows[0]!.all
  }

  describe('of the register', () => {
    it('reads the index, takes all parts, and knows the version the next time', async () => {
      const made = madeCompanies(30)
      publisher.register = { date: '2026-11-01', parts: [made.slice(0, 20), made.slice(20)] }
      expect(await take('companies-house')).toMatchObject({ state: 'complete', read: 30, new: 30 })
      expect(publisher.asked).toEqual([
        REGISTER,
        '/BasicCompanyData-2026-11-01-part1_2.zip',
        '/BasicCompanyData-2026-11-01-part2_2.zip',
      ])
      expect(await mark('companies-house')).toEqual({ mark: '2026-11-01', state: 'ok' })
      expect(await take('companies-house')).toMatchObject({ state: 'skipped-same-version', read: 0 })
      expect(publisher.asked).toHaveLength(4)
    })

    it('fails with a sentence when the index has a gap', async () => {
      publisher.fault(REGISTER, {
        kind: 'body',
        body: '<a href="BasicCompanyData-2026-11-01-part1_2.zip">',
        contentType: 'text/html',
      })
      await expect(take('companies-house')).rejects.toBeInstanceOf(Unreachable)
      expect(await pulls()).toMatchObject([{ state: 'failed', reason: expect.stringContaining('missing 2') }])
      expect(await mark('companies-house')).toEqual({ mark: null, state: 'failing' })
    })
  })

  describe('of Find a Tender', () => {
    const SOURCE = 'find-a-tender'

    it('goes in windows of six hours, oldest first, and moves the mark to the end of the last', async () => {
      publisher.notices.findATender = madeTenders(5, '2026-11-02T09:00:00Z')
      expect(await take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T20:00:00Z')).toMatchObject({
        state: 'complete',
        new: 5,
      })
      expect(publisher.asked).toEqual([
        `${FIND_A_TENDER}?updatedFrom=2026-11-02T06:00:00&updatedTo=2026-11-02T12:00:00&limit=100`,
        `${FIND_A_TENDER}?updatedFrom=2026-11-02T12:00:00&updatedTo=2026-11-02T18:00:00&limit=100`,
        `${FIND_A_TENDER}?updatedFrom=2026-11-02T18:00:00&updatedTo=2026-11-02T20:00:00&limit=100`,
      ])
      expect(publisher.tools.waited).toEqual([10_000, 10_000])
      expect(await mark(SOURCE)).toEqual({ mark: '2026-11-02T20:00:00.000Z', state: 'ok' })
    })

    it('begins the next pull a quarter of an hour before the mark', async () => {
      await take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')
      await take(SOURCE, undefined, '2026-11-02T14:00:00Z')
      expect(publisher.asked[1]).toContain('updatedFrom=2026-11-02T11:45:00&updatedTo=2026-11-02T14:00:00')
    })

    it('follows the pages', async () => {
      publisher.notices.findATender = madeTenders(250, '2026-11-02T07:00:00Z')
      expect(await take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')).toMatchObject({ read: 250, new: 250 })
      expect(publisher.asked).toHaveLength(3)
    })

    it('halves a window whose full page has no next link, until nothing is missing', async () => {
      publisher.notices.findATender = madeTenders(250, '2026-11-02T07:00:00Z')
      publisher.losesNextAboveMinutes = 100
      const result = await take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')
      expect([result.state, result.new, await notices()]).toEqual(['complete', 250, 250])
      expect(await mark(SOURCE)).toEqual({ mark: '2026-11-02T12:00:00.000Z', state: 'ok' })
    })

    it('gives the same tables when two overlapping windows come in either order', async () => {
      const revised = { ocid: 'ocds-made-0003', id: 'made-3b-2026', date: '2026-11-02T09:30:00Z', title: 'Revised' }
      publisher.notices.findATender = [...madeTenders(60, '2026-11-02T08:30:00Z'), madeRelease(revised)]
      const early = ['2026-11-02T08:00:00Z', '2026-11-02T09:20:00Z'] as const
      const late = ['2026-11-02T08:45:00Z', '2026-11-02T11:00:00Z'] as const
      await take(SOURCE, ...early)
      await take(SOURCE, ...late)
      const oneOrder = await tables()
      await sql`truncate source cascade`.execute(database.owner)
      await take(SOURCE, ...late)
      await take(SOURCE, ...early)
      expect(await notices()).toBe(60)
      expect(await tables()).toBe(oneOrder)
    })

    it.each([
      ['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 11 }, [11_000, 10_000]],
      ['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 120 }, [120_000, 10_000]],
      ['half a page', { kind: 'truncated' }, [10_000]],
    ] as const)('waits out %s', async (_, fault, waited) => {
      publisher.notices.findATender = madeTenders(3, '2026-11-02T07:00:00Z')
      publisher.fault(FIND_A_TENDER, fault)
      expect(await take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')).toMatchObject({
        state: 'complete',
        new: 3,
      })
      expect(publisher.tools.waited).toEqual(waited)
    })

    it.each([
      ['500', { kind: 'status', status: 500 }, 'answered 500'],
      ['400, since the parameters have changed', { kind: 'status', status: 400 }, 'answered 400'],
      [
        'a web page with status 200',
        { kind: 'body', body: '<html>Sign in</html>', contentType: 'text/html' },
        'a web page where JSON is due',
      ],
      ['a next link to itself', { kind: 'self-next' }, 'leads back to a page we had'],
      ['a redirect to somebody else', { kind: 'other-host' }, 'which is somebody else'],
    ] as const)('fails on %s: nothing is loaded and the mark stays', async (_, fault, words) => {
      publisher.notices.findATender = madeTenders(3, '2026-11-02T07:00:00Z')
      publisher.fault(FIND_A_TENDER, fault)
      await expect(take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')).rejects.toThrow(words)
      expect(await pulls()).toMatchObject([
        { state: 'failed', reason: expect.stringContaining(words), mark_after: null },
      ])
      expect([await notices(), await mark(SOURCE)]).toEqual([0, { mark: null, state: 'failing' }])
      expect(await take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')).toMatchObject({
        state: 'complete',
        new: 3,
      })
    })

    it('detects a page that comes again under another cursor', async () => {
      const page = releasePackage(
        madeTenders(3, '2026-11-02T07:00:00Z'),
        `${publisher.origin}${FIND_A_TENDER}?limit=100&cursor=again`,
      )
      publisher.fault(FIND_A_TENDER, { kind: 'body', body: page })
      publisher.fault(FIND_A_TENDER, { kind: 'body', body: page })
      await expect(take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')).rejects.toThrow(
        'repeats a page we had',
      )
    })

    it('takes an empty list for what it is', async () => {
      expect(await take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')).toMatchObject({
        state: 'complete',
        read: 0,
      })
      expect((await mark(SOURCE))?.mark).toBe('2026-11-02T12:00:00.000Z')
    })

    it('a poor weekday after three rich ones is thin: loaded, and the mark stays', async () => {
      for (const day of ['2026-10-12', '2026-10-19', '2026-10-26']) {
        publisher.notices.findATender = madeTenders(20, `${day}T09:00:00Z`)
        await take(SOURCE, `${day}T06:00:00Z`, `${day}T12:00:00Z`)
      }
      await sql`update source set mark = '2026-11-02T06:00:00.000Z'`.execute(database.owner)
      publisher.notices.findATender = [
        madeRelease({ ocid: 'ocds-made-9', id: 'made-9-2026', date: '2026-11-02T09:00:00Z' }),
      ]
      expect(await take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')).toMatchObject({
        state: 'thin',
        new: 1,
        reason: '1 records where 20 are usual: fewer than expected.',
      })
      expect(await mark(SOURCE)).toEqual({ mark: '2026-11-02T06:00:00.000Z', state: 'thin' })
      await sql`update pull set started_at = started_at - interval '25 hours' where state = 'thin'`.execute(
        database.owner,
      )
      expect(await take(SOURCE, '2026-11-02T06:00:00Z', '2026-11-02T12:00:00Z')).toMatchObject({
        state: 'complete',
        new: 0,
      })
      expect((await mark(SOURCE))?.mark).toBe('2026-11-02T12:00:00.000Z')
    })
  })

  describe('of Contracts Finder', () => {
    it('goes in windows of fifteen days and sends only documented parameters', async () => {
      publisher.notices.contractsFinder = madeTenders(2, '2026-10-20T09:00:00Z')
      expect(await take('contracts-finder', '2026-10-01T00:00:00Z', '2026-10-31T00:00:00Z')).toMatchObject({ new: 2 })
      expect(publisher.asked).toEqual([
        `${CONTRACTS_FINDER}?publishedFrom=2026-10-01T01:00:00&publishedTo=2026-10-16T01:00:00&limit=100`,
        `${CONTRACTS_FINDER}?publishedFrom=2026-10-16T01:00:00&publishedTo=2026-10-31T00:00:00&limit=100`,
      ])
      expect(publisher.tools.waited).toEqual([1_000])
    })

    it('waits five minutes after a 403 and goes on', async () => {
      publisher.fault(CONTRACTS_FINDER, {
        kind: 'status',
        status: 403,
        body: 'Forbidden: rate limit may have been exceeded',
      })
      publisher.notices.contractsFinder = madeTenders(2, '2026-10-20T09:00:00Z')
      expect(await take('contracts-finder', '2026-10-18T00:00:00Z', '2026-10-21T00:00:00Z')).toMatchObject({ new: 2 })
      expect(publisher.tools.waited).toEqual([300_000, 1_000])
    })
  })

  describe('what is kept of notices', () => {
    const file = (...releases: object[]): string => {
      const path = join(folder, 'made-notices.json')
      writeFileSync(path, releasePackage(releases))
      return path
    }
    const fromFile = (...releases: object[]) =>
      pull(database.worker, { sourceId: 'find-a-tender', cause: 'file', file: file(...releases) })
    const made = { ocid: 'ocds-made-1', date: '2026-11-02T10:00:00Z' }
    const supplier = { identifier: { scheme: 'GB-COH', id: '9000001' } }

    it('is nothing about a contact person, in any kept table', async () => {
      await fromFile(
        madeRelease({ ...made, id: 'made-1', noticeType: 'UK4' }),
        madeRelease({ ...made, id: 'made-2', tag: ['award'], noticeType: 'UK6', supplier }),
        { ...madeRelease({ ...made, id: 'made-3' }), date: 'soon' },
      )
      const kept = await sql<{ all: string }>`select concat_ws(' ',
        (select string_agg(t::text, '') from notice t), (select string_agg(t::text, '') from notice_release t),
        (select string_agg(t::text, '') from mention t), (select string_agg(t::text, '') from need t),
        (select string_agg(t::text, '') from award t), (select string_agg(t::text, '') from parked_record t),
        (select string_agg(t::text, '') from pull t)) as all`.execute(database.owner)
      for (const canary of CANARIES) expect(kept.rows[0]!.all).not.toContain(canary)
      expect(kept.rows[0]!.all).toContain('made-3')
    })

    it('is a need with its quote, its buyer as owner, and events when the deadline moves', async () => {
      await fromFile(madeRelease({ ...made, id: 'made-1', noticeType: 'UK4', closes: '2026-12-01T12:00:00Z' }))
      await fromFile(
        madeRelease({
          ...made,
          id: 'made-2',
          noticeType: 'UK4',
          date: '2026-11-03T10:00:00Z',
          closes: '2026-12-08T12:00:00Z',
        }),
      )
      const needs = await database.owner
        .selectFrom('need')
        .select(['origin', 'state', 'hub_id', 'owner_text', 'closes_at', 'source_ref', 'cpv', 'stage_text'])
        .execute()
      expect(needs).toEqual([
        {
          origin: 'harvested',
          state: 'open',
          hub_id: null,
          owner_text: 'Made County Council',
          closes_at: new Date('2026-12-08T12:00:00Z'),
          source_ref: 'ocds-made-1',
          cpv: ['85320000'],
          stage_text: 'Open tender',
        },
      ])
      expect(await database.owner.selectFrom('need_event').select(['kind', 'reason']).execute()).toEqual([
        { kind: 'deadline', reason: 'As published in a newer notice' },
      ])
    })

    it('joins a supplier by its company number at once, whichever came first, and never by name', async () => {
      const award = madeRelease({ ...made, id: 'made-1', tag: ['award'], noticeType: 'UK6', supplier })
      const byName = madeRelease({
        ...made,
        ocid: 'ocds-made-2',
        id: 'made-2',
        tag: ['award'],
        supplier: { name: 'MADE COMPANY 2 LIMITED' },
      })
      await fromFile(award, byName)
      const links = () =>
        database.owner.selectFrom('mention_link').select(['decided_by', 'score', 'evidence']).execute()
      expect(await links()).toEqual([])
      publisher.register = { date: '2026-11-01', parts: [madeCompanies(2)] }
      await take('companies-house')
      expect(await links()).toEqual([
        {
          decided_by: 'identifier',
          score: '1',
          evidence: [
            {
              kind: 'identifier',
              scheme: 'GB-COH',
              number: '09000001',
              text: 'GB-COH 09000001 stands in the notice and in the register',
            },
          ],
        },
      ])
    })

    it('is the latest of two versions of one release, and both are kept', async () => {
      await fromFile(madeRelease({ ...made, id: 'made-1', title: 'First' }))
      expect(await fromFile(madeRelease({ ...made, id: 'made-1', title: 'Second' }))).toMatchObject({
        new: 0,
        changed: 1,
      })
      const titles = await database.owner.selectFrom('notice').select(['title', 'release_count']).execute()
      expect(titles).toEqual([{ title: 'Second', release_count: 1 }])
      const releases = await database.owner.selectFrom('notice_release').select('release_id').execute()
      expect(releases).toHaveLength(2)
    })

    it('costs one record where the database refuses one', async () => {
      const surrogate = madeRelease({ ...made, ocid: 'ocds-made-2', id: 'made-2', title: 'half a sign \ud83d' })
      const others = [1, 3, 4].map(n => madeRelease({ ...made, ocid: `ocds-made-${n}`, id: `made-${n}` }))
      expect(await fromFile(others[0]!, surrogate, ...others.slice(1))).toMatchObject({
        new: 3,
        parked: 1,
        parkedRecords: [{ position: 'release 2 of 4 (ocds-made-2, made-2)' }],
      })
    })
  })
})
