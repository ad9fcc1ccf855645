import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { type Actor, anonymous } from '../database/actor.js'

/** Who is asking, with the words that the frame shows. */
export interface SignedIn extends Actor {
  displayName: string
  hubName: string | null
  organisationName: string | null
  demonstration: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: SignedIn
  }
}

export const nobody: SignedIn = {
  ...anonymous,
  displayName: 'Visitor',
  hubName: null,
  organisationName: null,
  demonstration: false,
}

/** The actor of this request: set before routing from the session cookie, or nobody. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn =>
    context.switchToHttp().getRequest<FastifyRequest>().actor ?? nobody,
)
