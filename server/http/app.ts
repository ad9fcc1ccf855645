import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import { StandardSchemaValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import type { FastifyInstance } from 'fastify'
import { AppModule } from '../app.module.js'
import type { Config } from '../config/config.js'
import type { WebDoor } from '../database/doors.js'
import { SessionService } from '../features/accounts/session.service.js'
import { CsvInterceptor } from './csv.interceptor.js'
import { installLetterBodies } from './letter-bodies.js'
import { NestLog } from './nest-log.js'
import { ProblemFilter, ValidationProblem } from './problem.js'
import { installSessions } from './session-hook.js'

/** The built client lies beside the compiled server, or in dist/ when the sources themselves are run. */
const publicFolders = ['../../public/', '../../dist/public/'].map(path => fileURLToPath(new URL(path, import.meta.url)))
const compress = promisify(gzip)

/** Policy of every page: our own scripts, styles and fonts, nothing inline, nobody else, no framing. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
}

/** Builds the web application over an open door to the database. It does not listen yet. */
export async function createApp(door: WebDoor, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ genReqId: requestId, bodyLimit: 256 * 1024, trustProxy: !config.loopback })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(door, config), adapter, {
    logger: new NestLog(),
  })
  const fastify = adapter.getInstance() as unknown as FastifyInstance
  await app.register(cookie as never)
  await app.register(helmet as never, {
    contentSecurityPolicy,
    strictTransportSecurity: config.loopback ? false : { maxAge: 31536000 },
  })
  installSessions(fastify, token => app.get(SessionService).actorOf(token))
  installLetterBodies(fastify)
  installEtagAndCompression(fastify)
  app.setGlobalPrefix('api/v1', {
    exclude: ['health/*path', 'u/*path', 's/*path', 'a/*path', 'f/*path', 'letters.css'],
  })
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: issues => new ValidationProblem(issues) }))
  app.useGlobalFilters(new ProblemFilter())
  app.useGlobalInterceptors(new CsvInterceptor())
  app.enableShutdownHooks()
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  })
  await serveClient(app, fastify)
  return app
}

/** The OpenAPI document: made from the same schemas that check requests. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Wellmet')
    .setDescription(
      'Needs, organisations, ideas, matches with their evidence, alignment and the local economy. Every list is also a CSV: ask with Accept: text/csv.',
    )
    .setVersion('1')
    .build()
  return SwaggerModule.createDocument(app, about)
}

/** An inbound request id is taken when it is short and plain; anything else gets one of ours. */
function requestId(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID()
}

function installEtagAndCompression(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    void reply.header('x-request-id', String(request.id))
    if (request.url.startsWith('/api/v1')) void reply.header('cache-control', 'no-store')
    if (typeof payload !== 'string' || payload.length < 1024) return payload
    if (!request.headers['accept-encoding']?.includes('gzip') || reply.getHeader('content-encoding')) return payload
    void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length')
    return compress(payload)
  })
}

/** The built client, and its page for every address that is not a file or the API. */
async function serveClient(app: NestFastifyApplication, fastify: FastifyInstance): Promise<void> {
  const publicFolder = publicFolders.find(folder => existsSync(join(folder, 'index.html')))
  if (!publicFolder) return
  const page = readFileSync(join(publicFolder, 'index.html'))
  await app.register(fastifyStatic as never, {
    root: join(publicFolder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  })
  fastify.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w{2,5}$/.test(request.url.split('?')[0] ?? '')) {
      return reply
        .status(404)
        .header('content-type', 'application/problem+json')
        .send({
          type: 'about:blank',
          title: 'There is no such page or record',
          status: 404,
          detail: 'There is nothing at this address.',
          code: 'http_404',
          request_id: String(request.id),
        })
    }
    return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}
