import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { log } from '../config/log.js'
import { Conflict, DomainError, Forbidden, InvalidValue, NotFound } from '../domain/errors.js'

/** An error as RFC 9457 describes it, with our stable code and the request's id. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  request_id: string
  errors?: { field: string; message: string }[]
}

/** The body, query or path does not have the form that the schema asks for. */
export class ValidationProblem extends Error {
  override name = 'ValidationProblem'

  constructor(readonly issues: readonly StandardSchemaV1.Issue[]) {
    super('Some values are missing or not of the right form.')
  }
}

const titles: Record<number, string> = {
  400: 'This request cannot be read',
  401: 'Nobody is signed in',
  403: 'This is not for your role',
  404: 'There is no such page or record',
  409: 'This has changed in between',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not ready yet',
}

/** Turns every error into problem+json, in one place. What is unexpected says nothing of the inside and is logged whole. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const problem = problemOf(error, String(request.id))
    if (problem.status >= 500)
      log.error({ request_id: request.id, route: request.routeOptions?.url, err: error }, 'request failed')
    void reply.status(problem.status).header('content-type', 'application/problem+json').send(problem)
  }
}

/** The problem document of an error. */
export function problemOf(error: unknown, requestId: string): Problem {
  const make = (status: number, code: string, detail: string): Problem => ({
    type: 'about:blank',
    title: titles[status] ?? 'This did not work',
    status,
    detail,
    code,
    request_id: requestId,
  })
  if (error instanceof ValidationProblem) {
    return { ...make(400, 'invalid_request', error.message), errors: error.issues.map(fieldError) }
  }
  if (error instanceof InvalidValue) {
    return { ...make(400, error.code, error.message), errors: [{ field: error.field, message: error.message }] }
  }
  if (error instanceof DomainError) return make(statusOf(error), error.code, error.message)
  if (error instanceof HttpException) {
    const status = error.getStatus()
    return make(status, `http_${status}`, status === 404 ? 'There is nothing at this address.' : error.message)
  }
  if (isPoolExhausted(error)) return make(503, 'busy', 'The database is busy. Try again in a few seconds.')
  return make(500, 'unexpected', 'The rest of the page is live. Try again; if it stays, report the request number.')
}

const statusOf = (error: DomainError): number =>
  error instanceof NotFound ? 404 : error instanceof Forbidden ? 403 : error instanceof Conflict ? 409 : 400

const isPoolExhausted = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('timeout exceeded when trying to connect')

const fieldError = (issue: StandardSchemaV1.Issue): { field: string; message: string } => ({
  field: (issue.path ?? []).map(step => (typeof step === 'object' ? step.key : step)).join('.'),
  message: issue.message,
})
