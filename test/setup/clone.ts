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

/** Clones the migrated template for this file and drops the clone at the end. Call at the top of a describe. */
export function useDatabase(): TestDatabase {
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
    await admin(template, `create database ${name} template wellmet strategy file_copy`)
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

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace('/wellmet?', '/postgres?') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
