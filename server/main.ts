import { readConfig } from './config/config.js'
import { log } from './config/log.js'
import { openWebDoor } from './database/doors.js'
import { createApp } from './http/app.js'

/** The HTTP process. Expects DATABASE_WEB_URL: `npm start` gives it, and so does the compose file. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  if (!config.databaseWebUrl)
    throw new Error('DATABASE_WEB_URL is not set. Use npm start, or give the address of the wellmet_web role.')
  const door = openWebDoor(config.databaseWebUrl, {
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
