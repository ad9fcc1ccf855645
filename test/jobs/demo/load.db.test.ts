import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Loaded, loadDemonstration } from '../../../jobs/demo/load.js'
import { stories } from '../../../sql/demo/stories.js'
import { useDatabase } from '../../setup/clone.js'

const DAY = '2027-03-10'

describe('the demonstration, loaded through the connectors', () => {
  const database = useDatabase()
  const workFolder = mkdtempSync(join(tmpdir(), 'wellmet-demo-'))
  let loaded: Loaded

  beforeAll(async () => {
    const request = { ownerUrl: database.ownerUrl, door: database.worker, workFolder }
    loaded = await loadDemonstration({ ...request, date: DAY })
  }, 60_000)
  afterAll(() => rmSync(workFolder, { recursive: true, force: true }))

  /** Rows of a query as lists of values. */
  const rows = async (query: string): Promise<unknown[][]> =>
    (await sql.raw<Record<string, unknown>>(query).execute(database.owner)).rows.map(row => Object.values(row))
  const counts = async (query: string): Promise<Record<string, number>> =>
    Object.fromEntries((await rows(query)).map(([key, n]) => [String(key), Number(n)]))
  const one = async (query: string): Promise<unknown> => (await rows(query))[0]?.[0]

  it('is told from the day that was given', async () => {
    expect(loaded).toMatchObject({ date: DAY, files: 19 })
    expect(await one(`select to_char(max(pulled_at), 'YYYY-MM-DD') from need`)).toBe(DAY)
    expect(await one(`select count(*)::int from pull where state <> 'complete'`)).toBe(0)
  })

  it('holds 2,000 companies on the register, and some that have left it', async () => {
    expect(
      await counts(
        `select case when status = 'left_register' then 'left' else 'on' end, count(*) from organisation group by 1`,
      ),
    ).toEqual({ on: 2_000, left: 39 })
    expect(await one(`select count(*)::int from organisation where source_ref !~ '^ZZ\\d{6}$'`)).toBe(0)
    expect(Number(await one(`select count(*) from organisation where locality_code = 'E06000047'`))).toBeGreaterThan(
      800,
    )
  })

  it('holds 120 needs, most of them in County Durham and one far away', async () => {
    expect(await counts(`select origin, count(*) from need group by 1`)).toEqual({
      consulted: 31,
      entered: 50,
      harvested: 39,
    })
    expect(
      await counts(`select l.name, count(*) from need n join locality l on l.code = n.locality_code group by 1`),
    ).toEqual({
      'County Durham': 54,
      Gateshead: 20,
      Herefordshire: 1,
      'North East Combined Authority': 2,
      Northumberland: 24,
      Sunderland: 19,
    })
    expect(await one(`select min(reference) || ' ' || max(reference) from need`)).toBe('ND-0001 ND-0120')
    expect(await one(`select count(*)::int from need where origin = 'harvested' and quote is null`)).toBe(0)
  })

  it('holds 60 submissions, 45 not adopted, each of these with a reason', async () => {
    expect(await counts(`select outcome, count(*) from submission group by 1`)).toEqual({
      funded: 9,
      ineligible: 6,
      not_adopted: 22,
      sifted_out: 17,
      withdrawn: 6,
    })
    expect(await one(`select count(distinct submission_id)::int from non_adoption`)).toBe(45)
    expect(await counts(`select tier, count(*) from consent group by 1`)).toEqual({ full: 11, teaser: 8, title: 2 })
  })

  it('quotes only answers with consent, and never a telephone number', async () => {
    expect(Number(await one(`select count(*) from need_evidence`))).toBeGreaterThan(100)
    expect(
      await one(`select count(*)::int from need_evidence e join answer a on a.id = e.answer_id join response r on r.id = a.response_id
        where not r.publish_consent or a.body <> e.quote`),
    ).toBe(0)
    expect(await one(`select count(*)::int from answer where body ~ '0191|@'`)).toBe(0)
    expect(Number(await one(`select count(*) from answer where body like '%left out%'`))).toBeGreaterThan(0)
  })

  it('shows dirty reality: a line cut off, postcodes missing or spoilt, capitals, figures that mean unknown', async () => {
    expect(await rows('select source_id, count(*)::int, min(reason) from parked_record group by 1 order by 1')).toEqual(
      [
        ['demo-companies-house', 1, '4 fields where 55 belong.'],
        ['demo-hub-directory', 1, '"company_number" is empty: the entry cannot be joined to an organisation.'],
      ],
    )
    expect(Number(await one('select count(*) from organisation where postcode is null'))).toBeGreaterThan(10)
    expect(
      Number(await one('select count(*) from organisation where postcode is null and postcode_as_written is not null')),
    ).toBeGreaterThan(0)
    expect(Number(await one('select max(length(name)) from organisation'))).toBeGreaterThan(140)
    expect(Number(await one('select count(*) from award where value_amount is null'))).toBeGreaterThan(0)
  })

  it('joins most suppliers by their number and leaves the rest to be joined', async () => {
    const share = Number(
      await one(`select count(l.mention_id)::float8 / count(*) from mention m left join mention_link l on l.mention_id = m.id
        where m.role = 'supplier'`),
    )
    expect(share).toBeGreaterThan(0.6)
    expect(share).toBeLessThan(0.8)
  })

  it('has one account per role of the switch', async () => {
    expect(
      await rows(`select a.display_name, m.role, coalesce(h.name, o.name) from account a left join membership m on m.account_id = a.id
        left join hub h on h.id = m.hub_id left join organisation o on o.id = m.organisation_id order by 1`),
    ).toEqual([
      ['Citizen', null, null],
      ['Commissioner', 'commissioner', 'Durham demonstration hub'],
      ['Data steward', 'hub_admin', 'Durham demonstration hub'],
      ['Hub officer', 'officer', 'Durham demonstration hub'],
      ['Innovator', 'innovator_admin', stories.portfolio.owner],
      ['Strategist', 'strategist', 'North East demonstration hub'],
    ])
  })

  it('tells the stories', async () => {
    const reasonsOf = (title: string) =>
      rows(`select r.code, i.state, k.tier from idea i join submission s on s.idea_id = i.id join non_adoption r on r.submission_id = s.id
        left join consent k on k.idea_id = i.id and k.revoked_at is null where i.title = '${title}'`)
    expect(await reasonsOf(stories.budget.idea)).toEqual([['budget', 'seeking', 'full']])
    expect(await reasonsOf(stories.portfolio.idea)).toEqual([['portfolio', 'seeking', 'teaser']])
    expect(await reasonsOf(stories.unknownReason.idea)).toEqual([['unknown', 'seeking', 'full']])
    expect(await reasonsOf(stories.withoutConsent.idea)).toEqual([['duplicate', 'not_adopted', null]])
    expect(await rows(`select status from organisation where name = '${stories.insolvent.organisation}'`)).toEqual([
      ['insolvent'],
    ])
    expect(
      await rows(`select o.locality_code, c.statement ~ 'British Sign Language' from organisation o join capability c on c.organisation_id = o.id
        where o.name = '${stories.noSupplierInReach.farSupplier}'`),
    ).toEqual([['E06000019', true]])
    expect(await one(`select count(*)::int from capability where statement ~* 'sign language'`)).toBe(1)
    expect(
      await rows(`select l.name, n.state from need n join locality l on l.code = n.locality_code
        where n.title in ('${stories.sharedMeaning.need}', '${stories.sharedMeaning.challenge}') order by 1`),
    ).toEqual([
      ['County Durham', 'open'],
      ['Herefordshire', 'in_challenge'],
    ])
  })
})
