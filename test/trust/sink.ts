import { createHash } from 'node:crypto'
import { appendFileSync, writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

// A relay for the trust runs, in a process of its own. It follows a seeded plan of faults, keeps an append-only ledger of
// what it accepted (one Message-ID a line, written before it answers), and tells its parent how far it has come.

const [ledger = '', seed = '', faultShare = '0.1'] = process.argv.slice(2)
const KINDS = ['refused', 'dropped before', 'dropped after'] as const
const attempts = new Map<string, number>()
let taken = 0
let manyRecipients = 0

/** The fate of one attempt: the same in every run with the same seed. */
function faultOf(messageId: string): (typeof KINDS)[number] | null {
  const attempt = (attempts.get(messageId) ?? 0) + 1
  attempts.set(messageId, attempt)
  const dice = createHash('sha256').update(`${seed} ${messageId} ${attempt}`).digest()
  if (dice.readUInt32BE(0) / 2 ** 32 >= Number(faultShare)) return null
  return KINDS[dice.readUInt32BE(4) % KINDS.length] ?? null
}

async function messageIdOf(stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return /^Message-ID:\s*(<[^>]+>)/im.exec(Buffer.concat(parts).toString('latin1'))?.[1] ?? '<none>'
}

function hangUp(session: SMTPServerSession): void {
  for (const connection of server.connections as Set<{ id: string; _socket: Socket }>)
    if (connection.id === session.id) connection._socket.destroy()
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData(stream, session, answer) {
    messageIdOf(stream).then(messageId => {
      if (session.envelope.rcptTo.length !== 1) manyRecipients += 1
      const fault = faultOf(messageId)
      if (fault === 'refused') return answer(Object.assign(new Error('4.3.0 try again later'), { responseCode: 451 }))
      if (fault === 'dropped before') return hangUp(session)
      appendFileSync(ledger, `${messageId}\n`)
      taken += 1
      process.send?.({ taken, manyRecipients })
      if (fault === 'dropped after') return hangUp(session)
      return answer(null, 'accepted')
    }, answer)
  },
})
server.on('error', () => {})
writeFileSync(ledger, '')
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : null })
})
process.once('disconnect', () => process.exit(0))
