import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

/** A setting that stops the start. The message names the variable, what is wrong, and what to write instead. */
export class ConfigProblem extends Error {
  constructor(readonly problems: string[]) {
    super(`Wellmet does not start with these settings:\n${problems.map(p => `  - ${p}`).join('\n')}`)
    this.name = 'ConfigProblem'
  }
}

const url = (...protocols: string[]) =>
  z.string().refine(value => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address beginning with ${protocols.map(p => `${p}//`).join(' or ')}`,
  })

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: url('http:', 'https:').optional(),
  WELLMET_DATA_DIR: z.string().default('.wellmet'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_WEB_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_WORKER_URL: url('postgres:', 'postgresql:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().min(3).default('Wellmet <alerts@wellmet.example>'),
  MAIL_LEDGER: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

/** What the process was told, read once. Addresses are absolute, the data folder is an absolute path. */
export interface Config {
  host: string
  port: number
  publicUrl: string | undefined
  dataDir: string
  databaseUrl: string | undefined
  databaseWebUrl: string | undefined
  databaseWorkerUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  mailLedger: string | undefined
  dkim: { selector: string; key: string } | undefined
  logLevel: string
  /** Listening on this machine only, with no public address: the demonstration and its switch may exist. */
  loopback: boolean
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || (isIP(host) === 4 && host.startsWith('127.')) || host === '::1'

/** A bare name such as `mail` is a neighbour in the same private network, never a host of the internet. */
const isNeighbour = (host: string): boolean => isLoopback(host) || (isIP(host) === 0 && !host.includes('.'))

/** Each secret may also stand in a file: NAME_FILE holds the path. */
function withFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = {}
  for (const name of Object.keys(settings.shape)) {
    const file = env[`${name}_FILE`]
    if (file) result[name] = readFileSync(file, 'utf8').trim()
    else if (env[name]) result[name] = env[name]
  }
  return result
}

/**
 * Reads the environment. Throws a ConfigProblem that names every variable at fault.
 * On loopback nothing has to be set; a public address, a relay or an outside database brings its rules with it.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = settings.safeParse(withFiles(env))
  if (!parsed.success) throw new ConfigProblem(parsed.error.issues.map(i => `${i.path.join('.')} ${i.message}`))
  const s = parsed.data
  const loopback = isLoopback(s.HOST) && (!s.PUBLIC_URL || isLoopback(new URL(s.PUBLIC_URL).hostname))
  const config: Config = {
    host: s.HOST,
    port: s.PORT,
    publicUrl: s.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: resolve(s.WELLMET_DATA_DIR),
    databaseUrl: s.DATABASE_URL,
    databaseWebUrl: s.DATABASE_WEB_URL,
    databaseWorkerUrl: s.DATABASE_WORKER_URL,
    smtpUrl: s.SMTP_URL,
    mailFrom: s.MAIL_FROM,
    mailLedger: s.MAIL_LEDGER,
    dkim: s.DKIM_SELECTOR && s.DKIM_KEY ? { selector: s.DKIM_SELECTOR, key: s.DKIM_KEY } : undefined,
    logLevel: s.LOG_LEVEL,
    loopback,
  }
  const unsafe = unsafeSettings(config)
  if (unsafe.length > 0) throw new ConfigProblem(unsafe)
  return config
}

function unsafeSettings(config: Config): string[] {
  const problems: string[] = []
  const relay = config.smtpUrl ? new URL(config.smtpUrl) : undefined
  const outsideRelay = relay !== undefined && !isNeighbour(relay.hostname)
  if (!config.loopback && !config.publicUrl)
    problems.push('HOST is reachable from outside, so PUBLIC_URL must say the address that people use')
  if (!config.loopback && config.publicUrl?.startsWith('http:'))
    problems.push('PUBLIC_URL must begin with https:// when it is reachable from outside')
  if (outsideRelay && !config.dkim)
    problems.push(
      'SMTP_URL names an outside relay, so DKIM_SELECTOR and DKIM_KEY must be set, or receivers refuse the mail',
    )
  if (outsideRelay && config.mailFrom.includes('wellmet.example'))
    problems.push('MAIL_FROM must be an address of your own when mail leaves this machine')
  return problems
}

/** The address that links in mails and the start message use. */
export const publicAddress = (config: Pick<Config, 'publicUrl' | 'host' | 'port'>): string =>
  config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
