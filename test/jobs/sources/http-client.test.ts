import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HttpClient, type HttpSettings } from '../../../jobs/sources/http-client.js'

const servers: Server[] = []
const clients: HttpClient[] = []
let waited: number[] = []

beforeEach(() => {
  waited = []
})
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}

function client(more: Partial<HttpSettings> = {}): HttpClient {
  const made = new HttpClient({
    allow: [],
    delayMs: 250,
    userAgent: 'Wellmet/test',
    sleep: ms => {
      waited.push(ms)
      return Promise.resolve()
    },
    ...more,
  })
  clients.push(made)
  return made
}

const here = (port: number) => ({ allow: [{ host: '127.0.0.1', port, insecure: true }] })

describe('addresses that are refused', () => {
  const spellings = [
    'http://127.0.0.1:{port}/',
    'https://127.0.0.1:{port}/',
    'https://127.1:{port}/',
    'https://2130706433:{port}/',
    'https://0x7f.1:{port}/',
    'https://0177.0.0.1:{port}/',
    'https://localhost:{port}/',
    'https://localhost.:{port}/',
    'https://[::1]:{port}/',
    'https://[::ffff:127.0.0.1]:{port}/',
    'https://[0:0:0:0:0:ffff:7f00:1]:{port}/',
    'https://①②⑦.⓪.⓪.①:{port}/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://192.168.0.1/',
    'https://elsewhere.example/',
    'https://listed.example.evil.test/',
    'http://listed.example/',
    'https://listed.example:8443/',
    'file:///etc/passwd',
    'ftp://listed.example/',
  ]

  it('open no socket, in whatever spelling', async () => {
    let sockets = 0
    const listener = createTcpServer(() => sockets++)
    await new Promise<void>(ready => listener.listen(0, '127.0.0.1', ready))
    const port = String((listener.address() as AddressInfo).port)
    const asked = client({ allow: [{ host: 'listed.example' }] })
    for (const spelling of spellings)
      await expect(asked.get(spelling.replace('{port}', port), 'json'), spelling).rejects.toThrow()
    listener.close()
    expect([sockets, asked.requests]).toEqual([0, 0])
  })

  it('are refused by what a listed name resolves to', async () => {
    const asked = client({
      allow: [{ host: 'listed.example' }],
      lookup: (_name, options, callback) =>
        options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4),
    })
    await expect(asked.get('https://listed.example/', 'json')).rejects.toThrow('leads to the private address 127.0.0.1')
  })

  it('are refused as literals even when somebody listed them', async () => {
    const asked = client({ allow: [{ host: '10.0.0.1' }] })
    await expect(asked.get('https://10.0.0.1/', 'json')).rejects.toThrow('10.0.0.1 is a private address')
  })

  it('are refused as the target of a redirect to somebody else', async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: 'http://elsewhere.example/' }).end())
    await expect(client(here(port)).get(`http://127.0.0.1:${port}/`, 'json')).rejects.toThrow('which is somebody else')
  })
})

describe('a publisher that asks us to wait', () => {
  it('is waited for as long as it says, then asked again', async () => {
    let n = 0
    const port = await serve((_, response) =>
      n++ === 0 ? response.writeHead(429, { 'retry-after': '11' }).end() : response.end('{}'),
    )
    const answer = await client(here(port)).get(`http://127.0.0.1:${port}/`, 'json')
    expect([answer.body.toString(), waited]).toEqual(['{}', [11_000, 250]])
  })

  it('is left alone after three refusals in a row; a bare 403 means five minutes', async () => {
    const port = await serve((_, response) => response.writeHead(403).end('<html>Forbidden</html>'))
    const asked = client(here(port))
    await expect(asked.get(`http://127.0.0.1:${port}/x`, 'json')).rejects.toThrow(
      `127.0.0.1:${port} answered 403 for /x: the rate limit may have been passed.`,
    )
    expect([asked.requests, waited]).toEqual([3, [300_000, 250, 300_000, 250]])
  })

  it('is left to the next slot when it wants longer than a worker should sleep', async () => {
    const port = await serve((_, response) => response.writeHead(503, { 'retry-after': '7200' }).end())
    const asked = client(here(port))
    await expect(asked.get(`http://127.0.0.1:${port}/`, 'json')).rejects.toMatchObject({ retryAfterMs: 7_200_000 })
    expect(asked.requests).toBe(1)
  })

  it('is not asked twice for an error of its own', async () => {
    const port = await serve((_, response) => response.writeHead(500).end())
    await expect(client(here(port)).get(`http://127.0.0.1:${port}/`, 'json')).rejects.toMatchObject({ status: 500 })
  })
})

describe('what comes back', () => {
  it('is a web page where JSON is due: down, not empty', async () => {
    const port = await serve((_, response) => response.end('<!DOCTYPE html><html>Sign in</html>'))
    await expect(client(here(port)).get(`http://127.0.0.1:${port}/`, 'json')).rejects.toThrow(
      'a web page where JSON is due',
    )
  })

  it('is counted after unpacking and stopped at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    const port = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    const asked = client({ ...here(port), limits: { maxBytes: 100_000 } })
    await expect(asked.get(`http://127.0.0.1:${port}/`, 'json')).rejects.toThrow('more than 100000 bytes')
  })

  it('may be packed', async () => {
    const port = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}')),
    )
    expect((await client(here(port)).get(`http://127.0.0.1:${port}/`, 'json')).body.toString()).toBe('{"a":1}')
  })

  it('must not trickle for ever', async () => {
    const timers: NodeJS.Timeout[] = []
    const port = await serve((_, response) => {
      response.writeHead(200)
      timers.push(setInterval(() => response.write('x'), 20))
    })
    const asked = client({ ...here(port), limits: { totalMs: 300 } })
    await expect(asked.get(`http://127.0.0.1:${port}/`, 'json')).rejects.toThrow('could not be read')
    timers.forEach(clearInterval)
  })

  it('carries who asks', async () => {
    const port = await serve((request, response) => response.end(JSON.stringify(request.headers['user-agent'])))
    expect((await client(here(port)).get(`http://127.0.0.1:${port}/`, 'json')).body.toString()).toBe('"Wellmet/test"')
  })
})
