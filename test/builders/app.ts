import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { readConfig } from '../../server/config/config.js'
import type { WebDoor } from '../../server/database/doors.js'
import { createApp } from '../../server/http/app.js'

/** The web application over a test's database, ready to be asked without listening. */
export async function startApp(web: WebDoor): Promise<NestFastifyApplication> {
  const app = await createApp(web, readConfig({}))
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  return app
}
