import 'reflect-metadata'
import { hostname } from 'node:os'
import { Injectable, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { Interval, ScheduleModule } from '@nestjs/schedule'
import { readConfig } from '../server/config/config.js'
import { log } from '../server/config/log.js'
import { openWorkerDoor } from '../server/database/doors.js'
import { openInstallation } from '../server/database/installation.js'
import { secretsOf } from '../server/database/secrets.js'
import { sendDue } from './alerts/send.js'
import { jobTable } from './runner/job.js'
import { RunStore } from './runner/run-store.js'
import { Runner } from './runner/runner.js'
import { jobs, schedules } from './schedule.js'

const config = readConfig(process.env)
const workerUrl = config.databaseWorkerUrl ?? (await openInstallation(config)).workerUrl
const door = openWorkerDoor(workerUrl, {
  max: 6,
  statementTimeout: 60_000,
  onProblem: problem => log.warn({ err: problem }, 'database connection lost'),
})
const tools = { door, config, secrets: secretsOf(config.dataDir) }
const store = new RunStore(door, `${hostname()}-${process.pid}`)
const runner = new Runner(store, jobTable(jobs), tools)
let stopping = false

/** Publishers must be able to reach whoever pulls: without a public address nothing is pulled by itself. */
const ours = schedules.filter(schedule => config.publicUrl !== undefined || !schedule.name.startsWith('pull '))

/** The clock only wakes: which period is due and who works it off is decided in PostgreSQL. */
@Injectable()
class Clock {
  private working = false
  private sending = false

  @Interval(5_000)
  async work(): Promise<void> {
    if (this.working || stopping) return
    this.working = true
    try {
      for (const schedule of ours) await store.tick(schedule)
      if ((await runner.drain(() => stopping)) > 0) await store.sweep()
    } catch (problem) {
      log.warn({ err: problem }, 'the worker could not reach the database; it tries again')
    } finally {
      this.working = false
    }
  }

  @Interval(10_000)
  async send(): Promise<void> {
    if (this.sending || stopping) return
    this.sending = true
    try {
      await sendDue(tools)
    } catch (problem) {
      log.warn({ err: problem }, 'mail could not be sent; it stays in the outbox')
    } finally {
      this.sending = false
    }
  }
}

@Module({ imports: [ScheduleModule.forRoot()], providers: [Clock] })
class WorkerModule {}

const app = await NestFactory.createApplicationContext(WorkerModule, { logger: false })
process.send?.({ ready: true })

const stop = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  await app.close()
  await door.close()
  process.exit(0)
}
process.once('disconnect', () => void stop())
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
