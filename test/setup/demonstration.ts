import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { demonstrate } from '../../jobs/demo/demonstrate.js'
import { openWorkerDoor } from '../../server/database/doors.js'
import { type TestDatabase, useDatabase } from './clone.js'

/** The day that the tests' demonstration is told from. */
export const STORY_DAY = '2026-11-24'

const TEMPLATE = 'wellmet_demonstration'

/**
 * A database with the whole demonstration in it: pulled, matched, compared with the strategy, its alerts found.
 * It is made once a run, by whichever file asks first, and cloned for each file.
 */
export function useDemonstration(): TestDatabase {
  return useDatabase({ template: TEMPLATE, prepare: () => makeOnce(inject('ownerUrl')) })
}

async function makeOnce(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl.replace('/wellmet?', '/postgres?') })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4711)')
    const there = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE])
    if (there.rowCount === 0) await make(client, ownerUrl)
  } finally {
    await client.end()
  }
}

async function make(client: pg.Client, ownerUrl: string): Promise<void> {
  const fresh = `${TEMPLATE}_fresh`
  await client.query(`drop database if exists ${fresh}`)
  await client.query(`create database ${fresh} template wellmet`)
  const url = ownerUrl.replace('/wellmet?', `/${fresh}?`)
  const door = openWorkerDoor(url.replace('owner@', 'wellmet_worker@'), { max: 4, onProblem: () => {} })
  const workFolder = mkdtempSync(join(tmpdir(), 'wellmet-story-'))
  try {
    await demonstrate({ ownerUrl: url, door, date: STORY_DAY, workFolder, secrets: testSecrets })
  } finally {
    await door.close()
    rmSync(workFolder, { recursive: true, force: true })
  }
  await client.query(`alter database ${fresh} rename to ${TEMPLATE}`)
}

/** Keys of the tests' installation: fixed, so that hashes can be compared. */
export const testSecrets = {
  webPassword: 'web',
  workerPassword: 'worker',
  addressKey: Buffer.alloc(32, 1).toString('base64'),
  addressPepper: Buffer.alloc(32, 2).toString('base64'),
}
