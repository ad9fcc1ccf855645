import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, describe, expect, it } from 'vitest'
import { backtestAlerts } from '../../../jobs/alerts/backtest.js'
import { ensureDemonstrationSubscriptions } from '../../../jobs/alerts/demonstration.js'
import { sendAlerts } from '../../../jobs/alerts/jobs.js'
import { readConfig } from '../../../server/config/config.js'
import { testSecrets, useDemonstration } from '../../setup/demonstration.js'

describe('the alerts of the demonstration', () => {
  const database = useDemonstration()
  const folder = mkdtempSync(join(tmpdir(), 'wellmet-mail-'))
  const tools = () => ({
    door: database.worker,
    config: readConfig({ WELLMET_DATA_DIR: folder }),
    secrets: testSecrets,
  })
  const mails = () => readdirSync(join(folder, 'mail'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are two, confirmed, with addresses that reach nobody, however often they are made', async () => {
    await ensureDemonstrationSubscriptions({ door: database.worker, secrets: testSecrets })
    const found = await database.owner
      .selectFrom('subscription')
      .select(['name', 'state', 'demonstration'])
      .orderBy('name')
      .execute()
    expect(found).toEqual([
      { name: 'Needs for Kettlegarth Listening Ltd', state: 'active', demonstration: true },
      { name: 'New needs and second chances here', state: 'active', demonstration: true },
    ])
  })

  it('land in the mail folder, one file a mail, each to one address that ends in .example', async () => {
    expect(await sendAlerts(tools())).toEqual({ due: 2, sent: 2, suppressed: 0, held: 0, failed: 0 })
    const outbox = await database.owner.selectFrom('outbox_message').select(['id', 'state']).execute()
    expect(mails().sort()).toEqual(outbox.map(({ id }) => `${id}.eml`).sort())
    expect(outbox.map(({ state }) => state)).toEqual(['accepted', 'accepted'])
    for (const name of mails()) {
      const { to } = await simpleParser(readFileSync(join(folder, 'mail', name)))
      expect(Array.isArray(to) ? [] : to?.value.map(({ address }) => address?.endsWith('.example'))).toEqual([true])
    }
  })

  it('are not sent twice', async () => {
    expect(await sendAlerts(tools())).toEqual({ due: 0, sent: 0, suppressed: 0, held: 0, failed: 0 })
    expect(mails()).toHaveLength(2)
  })

  it('can be back-tested without changing anything', async () => {
    const { alerts } = await backtestAlerts(tools())
    expect(alerts).toHaveLength(2)
    for (const { now, ninety_days, answers } of alerts) {
      expect(now).toBeGreaterThan(0)
      expect(ninety_days).toBeGreaterThanOrEqual(0)
      expect(answers).toBe(0)
    }
  })
})
