import { Controller, Get, Inject, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { anonymous } from '../database/actor.js'
import { WEB_DOOR } from '../database/database.module.js'
import type { WebDoor } from '../database/doors.js'

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@Inject(WEB_DOOR) private readonly door: WebDoor) {}

  /** The process runs. Never asks the database. */
  @Get('live')
  live(): { live: true } {
    return { live: true }
  }

  /** The process can answer: the database is there and its schema is known. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ ready: boolean }> {
    const ready = await this.door
      .withActor(anonymous, tx => sql`select 1 from source limit 1`.execute(tx))
      .then(
        () => true,
        () => false,
      )
    if (!ready) void reply.status(503)
    return { ready }
  }
}
