import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Config } from '../../server/config/config.js'
import { type Ledger, openLedger } from './ledger.js'

/** One mail to one mailbox, ready to leave. */
export interface Letter {
  id: string
  messageId: string
  to: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

/** What came of a hand-over. `unclear`: the relay may or may not have it, and must be asked. */
export type Outcome =
  | { kind: 'accepted'; code: string }
  | { kind: 'refused'; code: string; permanent: boolean }
  | { kind: 'unclear'; code: string }

export interface Transport {
  send(letter: Letter): Promise<Outcome>
  /** Who can say what was accepted; null when nobody can. */
  ledger: Ledger | null
  close(): void
}

/** Milliseconds. Connecting, the greeting and a silence on the line; `whole` bounds the hand-over and stays below the lease. */
export const TIMEOUTS = { connect: 5_000, greeting: 5_000, socket: 20_000, whole: 40_000 }

/** The way that mail leaves: the relay of SMTP_URL, or else files in the data folder for everybody to look at. */
export const openTransport = (config: Config, timeouts = TIMEOUTS): Transport =>
  config.smtpUrl ? relay(config.smtpUrl, config, timeouts) : folder(config)

function relay(url: string, config: Config, timeouts: typeof TIMEOUTS): Transport {
  const { hostname, port, protocol, username, password } = new URL(url)
  const pool = createTransport({
    pool: true,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (protocol === 'smtps:' ? 465 : 25)),
    secure: protocol === 'smtps:',
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    maxConnections: 5,
    // The pool must not hand a mail over a second time by itself: after a broken connection only the ledger knows.
    maxRequeues: 0,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    tls: { minVersion: 'TLSv1.2' },
    ...signing(config),
  })
  return {
    ledger: openLedger(config.mailLedger),
    close: () => pool.close(),
    async send(letter) {
      try {
        const sent = await pool.sendMail({ ...message(letter, config), signal: AbortSignal.timeout(timeouts.whole) })
        return { kind: 'accepted', code: sent.response.slice(0, 200) }
      } catch (problem) {
        return outcomeOf(problem)
      }
    },
  }
}

/** What goes wrong before a single command: the host is not found or does not answer, or there is no secure line to it. */
const NEVER_REACHED = { syscalls: ['connect', 'getaddrinfo'], codes: ['EDNS', 'ETLS'] }
const NEVER_GREETED = /^(Connection timeout|Greeting never received)/

/**
 * A reply with a number is a definite answer, and so is a relay that was never reached. Everything else may have happened
 * after the relay took the mail: nodemailer says `command: 'CONN'` also for a line that broke while the answer to
 * the whole mail was awaited, so that word proves nothing.
 */
export function outcomeOf(problem: unknown): Outcome {
  const { responseCode, code, syscall, message } = problem as NodeJS.ErrnoException & { responseCode?: number }
  if (typeof responseCode === 'number' && responseCode >= 400)
    return { kind: 'refused', code: String(responseCode), permanent: responseCode >= 500 }
  const neverReached =
    NEVER_REACHED.syscalls.includes(syscall ?? '') ||
    NEVER_REACHED.codes.includes(code ?? '') ||
    NEVER_GREETED.test(message)
  if (neverReached) return { kind: 'refused', code: code ?? 'unreachable', permanent: false }
  return { kind: 'unclear', code: code ?? 'lost' }
}

/** Without a relay: one file for each mail, under its final name only when it is whole, so a crash cannot double it. */
function folder(config: Config): Transport {
  const place = join(config.dataDir, 'mail')
  const file = (messageId: string) => join(place, `${messageId.replace(/^<|@.*$/g, '').replaceAll(/[^\w-]/g, '_')}.eml`)
  const writer = createTransport({ streamTransport: true, buffer: true, ...signing(config) })
  return {
    ledger: { accepted: async messageIds => new Set(messageIds.filter(id => existsSync(file(id)))) },
    close: () => {},
    async send(letter) {
      const made = await writer.sendMail(message(letter, config))
      mkdirSync(place, { recursive: true, mode: 0o700 })
      const beside = `${file(letter.messageId)}.${process.pid}`
      writeFileSync(beside, made.message as Buffer, { mode: 0o600 })
      renameSync(beside, file(letter.messageId))
      return { kind: 'accepted', code: 'written to the mail folder' }
    },
  }
}

/** The recipient is an object, never a text that a mailer could read as a list; bodies cannot name files or addresses. */
function message(letter: Letter, config: Config): SendMailOptions {
  return {
    from: config.mailFrom,
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: letter.messageId,
    headers: { 'Auto-Submitted': 'auto-generated', ...letter.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function signing(config: Config) {
  if (!config.dkim) return {}
  const domainName = /@([^>\s]+)>?\s*$/.exec(config.mailFrom)?.[1] ?? ''
  return { dkim: { domainName, keySelector: config.dkim.selector, privateKey: config.dkim.key } }
}
