import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import { cookieOptions, SESSION_COOKIE } from '../../http/session-hook.js'
import { type Session, type SwitchRole, session, switchRole } from './session.schemas.js'
import { SessionService } from './session.service.js'

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  /** Who is asking, and whom one may act as in the demonstration. */
  @Get()
  @ApiOkResponse({ standardSchema: session })
  async show(@CurrentActor() actor: SignedIn): Promise<Session> {
    return this.sessions.describe(actor)
  }

  /** Acts as another role of the demonstration, on this machine only. */
  @Post('demonstration')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: session })
  async switchTo(
    @Body({ schema: switchRole }) body: SwitchRole,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const { token, actor } = await this.sessions.switchTo(body.as)
    void reply.setCookie(SESSION_COOKIE, token, cookieOptions)
    return this.sessions.describe(actor)
  }
}
