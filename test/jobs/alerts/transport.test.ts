import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLedger } from '../../../jobs/alerts/ledger.js'
import { PACE } from '../../../jobs/alerts/outbox.store.js'
import { type Letter, openTransport, outcomeOf, TIMEOUTS } from '../../../jobs/alerts/transport.js'
import { readConfig } from '../../../server/config/config.js'

const letter: Letter = {
  id: '1',
  messageId: '<1@wellmet.example>',
  to: 'ada@made.example',
  subject: 'Made',
  text: 'Made',
  html: '<p>Made</p>',
  headers: {},
}

describe('the end of a hand-over', () => {
  it.each([
    [
      { responseCode: 451, code: 'EMESSAGE' },
      { kind: 'refused', code: '451', permanent: false },
    ],
    [
      { responseCode: 550, code: 'EENVELOPE' },
      { kind: 'refused', code: '550', permanent: true },
    ],
    [
      { code: 'ESOCKET', syscall: 'connect', command: 'CONN' },
      { kind: 'refused', code: 'ESOCKET', permanent: false },
    ],
    [
      { code: 'EDNS', command: 'CONN' },
      { kind: 'refused', code: 'EDNS', permanent: false },
    ],
    [
      { code: 'ECONNECTION', command: 'CONN', message: 'Connection closed unexpectedly' },
      { kind: 'unclear', code: 'ECONNECTION' },
    ],
    [
      { code: 'ETIMEDOUT', command: 'CONN', message: 'Timeout' },
      { kind: 'unclear', code: 'ETIMEDOUT' },
    ],
    [
      { name: 'AbortError', message: 'aborted' },
      { kind: 'unclear', code: 'lost' },
    ],
  ])('%j is %j', (problem, outcome) => {
    expect(outcomeOf({ message: '', ...problem })).toEqual(outcome)
  })

  it('is unclear when the line breaks after the whole mail was sent, and the mail is sent once', async () => {
    let seen = 0
    const relay = await listen(data => {
      seen += 1
      return data
    })
    const { port } = relay.address() as { port: number }
    const transport = openTransport(readConfig({ SMTP_URL: `smtp://127.0.0.1:${port}` }))
    expect(await transport.send(letter)).toEqual({ kind: 'unclear', code: 'ECONNECTION' })
    expect(seen).toBe(1)
    transport.close()
    relay.close()
  })

  it('is a refusal that can be repeated when nobody listens', async () => {
    const transport = openTransport(readConfig({ SMTP_URL: 'smtp://127.0.0.1:1' }))
    expect(await transport.send(letter)).toEqual({ kind: 'refused', code: 'ESOCKET', permanent: false })
    transport.close()
  })

  it('comes before the lease ends, whatever the relay does', () => {
    expect(TIMEOUTS.whole).toBeLessThan(PACE.lease * 1000)
    expect(TIMEOUTS.connect + TIMEOUTS.greeting + TIMEOUTS.socket).toBeLessThan(PACE.lease * 1000)
  })
})

/** A relay that takes a whole mail and hangs up instead of answering. */
async function listen(taken: (mail: string) => unknown): Promise<Server> {
  const server = createServer(socket => {
    let mail: string | null = null
    socket.on('error', () => {})
    socket.write('220 made\r\n')
    socket.on('data', chunk => {
      const text = chunk.toString()
      if (mail !== null) {
        mail += text
        if (!mail.endsWith('\r\n.\r\n')) return
        taken(mail)
        socket.destroy()
      } else if (text.startsWith('DATA')) {
        mail = ''
        socket.write('354 go on\r\n')
      } else socket.write('250 well\r\n')
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return server
}

describe('the ledger of a relay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wellmet-ledger-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('in a file is read anew at every question, with or without angle brackets', async () => {
    const path = join(folder, 'accepted.log')
    writeFileSync(path, '<1@wellmet.example>\n2@wellmet.example\r\n')
    const ledger = openLedger(`file:${path}`)!
    const ask = async () => [
      ...(await ledger.accepted(['<1@wellmet.example>', '<2@wellmet.example>', '<3@wellmet.example>'])),
    ]
    expect(await ask()).toEqual(['<1@wellmet.example>', '<2@wellmet.example>'])
    appendFileSync(path, '<3@wellmet.example>\n')
    expect(await ask()).toHaveLength(3)
  })

  it('that cannot be read says so instead of "not seen"', async () => {
    await expect(openLedger(`file:${join(folder, 'absent')}`)!.accepted(['<1@x.example>'])).rejects.toThrow('ENOENT')
  })

  it('is none when nothing is set, and a setting that is none stops the sender', () => {
    expect(openLedger(undefined)).toBeNull()
    expect(() => openLedger('https://relay.example/log')).toThrow('{message_id}')
  })
})
