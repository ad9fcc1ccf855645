import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { Reader } from './reader.js'

/** An answer of the API: status, content type without parameters, and the parsed body. */
export interface Answer<T> {
  status: number
  type: string
  body: T
  text: string
}

/** Asks the application as a reader (or nobody), with the origin that a browser would send. */
export async function ask<T>(
  app: NestFastifyApplication,
  path: string,
  options: { as?: Reader; method?: 'GET' | 'POST'; body?: object; accept?: string } = {},
): Promise<Answer<T>> {
  const response = await app.inject({
    method: options.method ?? 'GET',
    url: `/api/v1${path}`,
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      accept: options.accept ?? 'application/json',
      ...(options.as ? { cookie: options.as.cookie } : {}),
    },
    ...(options.body ? { payload: options.body } : {}),
  })
  const type = String(response.headers['content-type'] ?? '').split(';')[0] ?? ''
  const body = (type.includes('json') ? JSON.parse(response.payload) : null) as T
  return { status: response.statusCode, type, body, text: response.payload }
}
