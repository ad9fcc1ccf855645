import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { map, type Observable } from 'rxjs'
import { csv, panelCsv } from './csv.js'
import type { Panel } from './panel.schemas.js'

type Row = Record<string, unknown>

/**
 * Every panel and every list is also a CSV file: the same address with `Accept: text/csv`.
 * Same filters, same rows; nested members are left to the JSON.
 */
@Injectable()
export class CsvInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    if (!request.headers.accept?.startsWith('text/csv')) return next.handle()
    const reply = context.switchToHttp().getResponse<FastifyReply>()
    return next.handle().pipe(
      map(body => {
        const text = asCsv(body)
        if (text === null) return body
        void reply.header('content-type', 'text/csv; charset=utf-8')
        return text
      }),
    )
  }
}

function asCsv(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  if ('columns' in body && 'data' in body) return panelCsv(body as Panel)
  if ('items' in body && Array.isArray(body.items)) return listCsv(body.items as Row[])
  return null
}

function listCsv(items: Row[]): string {
  const keys = [...new Set(items.flatMap(item => Object.keys(item).filter(key => isPlain(item[key]))))]
  return csv(
    keys,
    items.map(item => keys.map(key => item[key] as string | number | null)),
  )
}

const isPlain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value)
