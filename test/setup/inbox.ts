import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** One mail as a real SMTP server accepted it. */
export interface Received {
  from: string
  to: string[]
  mail: ParsedMail
}

/** A real SMTP server of the tests, on a free port of this machine, with everything it accepted. */
export interface Inbox {
  url: string
  received: Received[]
  close(): Promise<void>
}

export async function openInbox(): Promise<Inbox> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope
      void simpleParser(stream).then(mail => {
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(one => one.address), mail })
        done()
      }, done)
    },
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, received, close: () => new Promise(done => server.close(() => done())) }
}
