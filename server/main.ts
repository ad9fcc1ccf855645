import { readConfig } from './config/config.js'
import { log } from './config/log.js'
import { openWebDoor } from './database/doors.js'
import { openInstallation } from './database/installation.js'
import { createApp } from './http/app.js'

/** The HTTP process. `npm start` gives it DATABASE_WEB_URL; with DATABASE_URL alone it brings the database up to date itself. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const door = openWebDoor(config.databaseWebUrl ?? (await openInstallation(config)).webUrl, {
    max: 10,
    statementTimeout: 5_000,
    onProblem: problem => log.warn({ err: problem }, 'database connection lost'),
  })
  const app = await createApp(door, config)
  app.getHttpServer().headersTimeout = 5_000
  await app.listen(config.port, config.host)
  // Whoever started us hears when we can be asked, and takes us along when it goes.
  process.send?.({ ready: true })
  process.once('disconnect', () => process.exit(0))
  const stop = async () => {
    await app.close()
    await door.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

main().catch(problem => {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(1)
})
