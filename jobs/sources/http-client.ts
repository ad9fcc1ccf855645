import { lookup as systemLookup } from 'node:dns'
import { createWriteStream } from 'node:fs'
import { isIP, type LookupFunction } from 'node:net'
import { type Readable, Transform, type TransformCallback, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, type Dispatcher, request } from 'undici'
import { Unreachable } from '../errors.js'
import { isPrivateAddress, sameRegistrableDomain } from './addresses.js'

/** A host that may be asked, by name; `port` and `insecure` are for a publisher's stand-in on this machine. */
export interface AllowedHost {
  host: string
  port?: number
  /** Explicit leave to use http and a private address. */
  insecure?: boolean
}

/** Limits in milliseconds and bytes. Bytes are counted after decompression. */
export interface HttpLimits {
  connectMs: number
  firstByteMs: number
  idleMs: number
  totalMs: number
  maxBytes: number
  redirects: number
}

export const defaultLimits: HttpLimits = {
  connectMs: 10_000,
  firstByteMs: 60_000,
  idleMs: 60_000,
  totalMs: 600_000,
  maxBytes: 10_000_000,
  redirects: 5,
}

export interface HttpSettings {
  allow: AllowedHost[]
  /** Least time between two requests. */
  delayMs: number
  limits?: Partial<HttpLimits>
  userAgent: string
  /** Waiting, so that tests need not. */
  sleep: (ms: number) => Promise<void>
  /** Finds the address of a name; tests replace it. */
  lookup?: LookupFunction
}

export interface HttpAnswer {
  address: string
  status: number
  contentType: string | null
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** The publisher said no, for now: how long it asks us to wait, in milliseconds, when it says so. */
export class PublisherDown extends Unreachable {
  override name = 'PublisherDown'
  constructor(
    message: string,
    readonly status: number | null = null,
    readonly retryAfterMs: number | null = null,
  ) {
    super(message)
  }
}

/** An address that is not on the list of this source, or that leads into a private network. No connection is made. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress'
}

/** A waiting time longer than this is left to the next slot instead of a sleeping worker. */
const LONGEST_WAIT_MS = 360_000
const REFUSALS_IN_A_ROW = 3

/** The one way out for every source: listed hosts only, one connection, a pause between requests, limits on everything. */
export class HttpClient {
  requests = 0
  bytes = 0
  private readonly agent: Agent
  private readonly limits: HttpLimits
  private refusals = 0
  private first = true

  constructor(private readonly settings: HttpSettings) {
    this.limits = { ...defaultLimits, ...settings.limits }
    this.agent = new Agent({
      connections: 1,
      pipelining: 1,
      headersTimeout: this.limits.firstByteMs,
      bodyTimeout: this.limits.idleMs,
      connect: { timeout: this.limits.connectMs, lookup: this.checkedLookup },
    })
  }

  /**
   * Fetches an address. 403, 429 and 503 are waited for as the publisher asks (Retry-After; 5 minutes for a bare 403)
   * and tried again, three times in a row at most. Throws RefusedAddress or PublisherDown.
   */
  async get(address: string, expected: 'json' | 'html' | 'csv' | 'zip' | 'xml'): Promise<HttpAnswer> {
    const { response, url } = await this.open(address)
    const body = await this.collect(response, url)
    const contentType = String(response.headers['content-type'] ?? '') || null
    refuseWrongContent(expected, contentType, body, url)
    return { address: url.href, status: response.statusCode, contentType, headers: response.headers, body }
  }

  /** Fetches a large file into `path`. Same rules and limits as `get`. */
  async download(address: string, path: string): Promise<void> {
    const { response, url } = await this.open(address)
    await this.within(url, signal => pipeline([...this.decoded(response, url), createWriteStream(path)], { signal }))
  }

  async close(): Promise<void> {
    await this.agent.destroy()
  }

  private async open(address: string): Promise<{ response: Dispatcher.ResponseData; url: URL }> {
    for (;;) {
      const answer = await this.follow(this.checked(address))
      const { statusCode } = answer.response
      if (statusCode >= 200 && statusCode < 300) {
        this.refusals = 0
        return answer
      }
      await answer.response.body.dump().catch(() => {})
      const down = refusal(answer.url, statusCode, answer.response.headers['retry-after'])
      if (down.retryAfterMs === null || ++this.refusals >= REFUSALS_IN_A_ROW || down.retryAfterMs > LONGEST_WAIT_MS)
        throw down
      await this.settings.sleep(down.retryAfterMs)
    }
  }

  private async follow(start: URL): Promise<{ response: Dispatcher.ResponseData; url: URL }> {
    let url = start
    for (let hop = 0; hop <= this.limits.redirects; hop++) {
      const response = await this.send(url)
      const location = response.headers.location
      if (response.statusCode < 300 || response.statusCode >= 400 || typeof location !== 'string')
        return { response, url }
      await response.body.dump().catch(() => {})
      const next = new URL(location, url)
      if (!sameRegistrableDomain(url.hostname, next.hostname))
        throw new RefusedAddress(`${url.host} sends us on to ${next.host}, which is somebody else: not followed.`)
      url = this.checked(next.href)
    }
    throw new PublisherDown(`${start.host} sent us on more than ${this.limits.redirects} times.`)
  }

  private async send(url: URL): Promise<Dispatcher.ResponseData> {
    if (!this.first) await this.settings.sleep(this.settings.delayMs)
    this.first = false
    this.requests++
    return this.within(url, signal =>
      request(url, {
        dispatcher: this.agent,
        signal,
        headers: { 'user-agent': this.settings.userAgent, 'accept-encoding': 'gzip, deflate, br' },
      }),
    )
  }

  /** Runs one step under the total time limit; whatever breaks in the network becomes PublisherDown. */
  private async within<T>(url: URL, step: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await step(AbortSignal.timeout(this.limits.totalMs))
    } catch (problem) {
      if (problem instanceof PublisherDown || problem instanceof RefusedAddress) throw problem
      const inner = problem instanceof Error && problem.cause instanceof RefusedAddress ? problem.cause : null
      throw inner ?? new PublisherDown(`${url.host} could not be read: ${(problem as Error).message}`)
    }
  }

  private async collect(response: Dispatcher.ResponseData, url: URL): Promise<Buffer> {
    const chunks: Buffer[] = []
    const end = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk)
        done()
      },
    })
    await this.within(url, signal => pipeline([...this.decoded(response, url), end], { signal }))
    return Buffer.concat(chunks)
  }

  private decoded(response: Dispatcher.ResponseData, url: URL): (Readable | Transform)[] {
    const encoding = response.headers['content-encoding']
    const decoder =
      encoding === 'gzip'
        ? createGunzip()
        : encoding === 'br'
          ? createBrotliDecompress()
          : encoding === 'deflate'
            ? createInflate()
            : null
    const body: Readable = response.body
    return [body, ...(decoder ? [decoder] : []), this.counter(url)]
  }

  private counter(url: URL): Transform {
    const { maxBytes } = this.limits
    let seen = 0
    return new Transform({
      transform: (chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) => {
        seen += chunk.length
        this.bytes += chunk.length
        if (seen > maxBytes) done(new PublisherDown(`${url.host} sent more than ${maxBytes} bytes: stopped.`))
        else done(null, chunk)
      },
    })
  }

  /** Parses and checks an address before anything is opened. URL parsing has already turned 127.1, 0x7f.1 and the like into 127.0.0.1. */
  private checked(address: string): URL {
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const entry = this.entryFor(host, url.port)
    if (!entry) throw new RefusedAddress(`${url.host} is not on the list of hosts of this source.`)
    if (entry.insecure) return url
    if (url.protocol !== 'https:') throw new RefusedAddress(`${url.href} is not https.`)
    if (isIP(host) !== 0 && isPrivateAddress(host)) throw new RefusedAddress(`${host} is a private address.`)
    return url
  }

  private entryFor(host: string, port: string): AllowedHost | undefined {
    return this.settings.allow.find(
      entry => entry.host === host && (entry.port === undefined ? port === '' : String(entry.port) === port),
    )
  }

  /** What the name resolves to is checked too, and the connection goes to exactly the address that was checked. */
  private readonly checkedLookup: LookupFunction = (hostname, options, callback) => {
    const lookup = this.settings.lookup ?? (systemLookup as LookupFunction)
    lookup(hostname, options, (problem, address, family) => {
      const found = typeof address === 'string' ? [address] : address.map(a => a.address)
      const insecure = this.settings.allow.some(entry => entry.host === hostname && entry.insecure)
      const wrong = insecure ? undefined : found.find(isPrivateAddress)
      if (wrong && !problem) {
        callback(new RefusedAddress(`${hostname} leads to the private address ${wrong}: not opened.`), '', 0)
      } else callback(problem, address, family)
    })
  }
}

function refusal(url: URL, status: number, retryAfter: string | string[] | undefined): PublisherDown {
  const says = `${url.host} answered ${status} for ${url.pathname}`
  const seconds = typeof retryAfter === 'string' && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null
  if (status === 403)
    return new PublisherDown(`${says}: the rate limit may have been passed.`, 403, (seconds ?? 300) * 1000)
  if (status === 429 || status === 503) return new PublisherDown(`${says}.`, status, (seconds ?? 60) * 1000)
  return new PublisherDown(`${says}.`, status)
}

/** A login or block page with status 200 is "down", not "empty". */
function refuseWrongContent(expected: string, contentType: string | null, body: Buffer, url: URL): void {
  const start = body
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  const html =
    start.startsWith('<!doctype html') || start.startsWith('<html') || (contentType ?? '').includes('text/html')
  if (expected !== 'html' && html)
    throw new PublisherDown(
      `${url.host} sent a web page where ${expected.toUpperCase()} is due: it is down or wants a sign-in.`,
    )
}
