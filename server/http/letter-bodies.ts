import type { FastifyInstance } from 'fastify'

const UNREAD = 'application/x-unread'

/**
 * Requests to the pages behind a mail's links are told everything by their address. A mailbox posts to them with any
 * content type, or none, or an empty body that claims to be JSON: whatever comes is taken and not looked at.
 */
export function installLetterBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(UNREAD, { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, _body, done) =>
    done(null, null),
  )
  fastify.addHook('onRequest', async request => {
    if (request.method === 'POST' && /^\/[usaf]\//.test(request.url)) request.raw.headers['content-type'] = UNREAD
  })
}
