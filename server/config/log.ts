import { pino } from 'pino'

/**
 * One JSON object a line, with ids and figures only: never a person's words, name or address.
 * Errors keep their class, message and stack; values of queries are not part of either.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { process: 'wellmet' },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: label => ({ level: label }) },
})
