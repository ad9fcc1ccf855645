import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { openWebDoor, openWorkerDoor, type WebDoor, type WorkerDoor } from '../../server/database/doors.js'
import { connect } from '../../sql/connection.js'
import type { Database } from '../../sql/tables/database.js'

/** A database of one test file: the owner's view for arranging and asserting, and the two doors as the product uses them. */
export interface TestDatabase {
  name: string
  ownerUrl: string
  webUrl: string
  workerUrl: string
  owner: Kysely<Database>
  web: WebDoor
  worker: WorkerDoor
  /** Pins what pages and alerts take for the present moment. */
  setNow(iso: string): Promise<void>
}

/** What a clone is made of: the migrated template, or another one that `prepare` makes first. */
export interface Origin {
  template: string
  prepare?: () => Promise<void>
}

/** Clones a template for this file and drops the clone at the end. Call at the top of a describe. */
export function useDatabase(origin: Origin = { template: 'wellmet' }): TestDatabase {
  const template = inject('ownerUrl')
  const name = `t_${randomBytes(6).toString('hex')}`
  const at = (user: string): string => template.replace('owner@', `${user}@`).replace('/wellmet?', `/${name}?`)
  const limits = { max: 6, onProblem: () => {} }
  const database = {
    name,
    ownerUrl: at('owner'),
    webUrl: at('wellmet_web'),
    workerUrl: at('wellmet_worker'),
  } as TestDatabase
  beforeAll(async () => {
    await origin.prepare?.()
    await admin(template, `create database ${name} template ${origin.template} strategy file_copy`)
    await copySettings(template, origin.template, name)
    database.owner = connect(database.ownerUrl, limits).db
    database.web = openWebDoor(database.webUrl, limits)
    database.worker = openWorkerDoor(database.workerUrl, limits)
    database.setNow = iso => admin(template, `alter database ${name} set wellmet.now = '${iso}'`)
  })
  afterAll(async () => {
    await Promise.all([database.owner?.destroy(), database.web?.close(), database.worker?.close()])
    await admin(template, `drop database if exists ${name} with (force)`)
  })
  return database
}

/** Settings of a database are not part of its template: the pinned day is set again. */
async function copySettings(url: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace('/wellmet?', '/postgres?') })
  await client.connect()
  try {
    const found = await client.query<{ setting: string }>(
      `select unnest(setconfig) as setting from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase where d.datname = $1`,
      [from],
    )
    for (const { setting } of found.rows) {
      const [key = '', value = ''] = setting.split(/=(.*)/s)
      await client.query(`alter database ${to} set ${key} = ${client.escapeLiteral(value)}`)
    }
  } finally {
    await client.end()
  }
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace('/wellmet?', '/postgres?') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
