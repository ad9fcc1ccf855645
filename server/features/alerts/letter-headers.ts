import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Observable } from 'rxjs'

/** A token stands in the address of these pages: it is kept in no cache and told to nobody. */
@Injectable()
export class LetterHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    void context
      .switchToHttp()
      .getResponse<FastifyReply>()
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-store')
    return next.handle()
  }
}
