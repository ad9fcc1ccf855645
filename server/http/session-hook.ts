import type { FastifyInstance, FastifyRequest } from 'fastify'
import { nobody, type SignedIn } from './actor.js'

export const SESSION_COOKIE = 'wellmet_session'

/** The demonstration runs over plain HTTP on loopback, so the cookie carries neither prefix nor Secure. */
export const cookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 12 * 60 * 60 } as const

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Puts the actor on every request before it is routed, and refuses changes that another site asks for:
 * a browser always sends Origin with those, and it must be ours. Mail links that act by token are the one exception.
 */
export function installSessions(app: FastifyInstance, actorOf: (token: string) => Promise<SignedIn | null>): void {
  app.addHook('onRequest', async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE]
    request.actor = (token ? await actorOf(token) : null) ?? nobody
    if (SAFE_METHODS.has(request.method) || isLetterLink(request) || isOurOrigin(request)) return
    await reply
      .status(403)
      .header('content-type', 'application/problem+json')
      .send({
        type: 'about:blank',
        title: 'This request comes from another site',
        status: 403,
        detail: "Changes can only be made from Wellmet's own pages.",
        code: 'foreign_origin',
        request_id: String(request.id),
      })
  })
}

/** Pages behind the links of mails: a token says who acts, no cookie counts, and their no-referrer policy sends Origin: null. */
const isLetterLink = (request: FastifyRequest): boolean => /^\/[usaf]\//.test(request.url)

function isOurOrigin(request: FastifyRequest): boolean {
  const origin = request.headers.origin
  if (origin === undefined) return request.actor?.accountId === null && request.headers['sec-fetch-site'] === undefined
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}
