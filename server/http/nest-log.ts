import type { LoggerService } from '@nestjs/common'
import { log } from '../config/log.js'

/** Nest's own messages, through the same log and quieter. */
export class NestLog implements LoggerService {
  log(message: unknown): void {
    log.debug({ nest: String(message) })
  }
  warn(message: unknown): void {
    log.warn({ nest: String(message) })
  }
  error(message: unknown, stack?: unknown): void {
    log.error({ nest: String(message), stack: typeof stack === 'string' ? stack : undefined })
  }
  debug(): void {}
  verbose(): void {}
}
