import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** Remembers which Message-IDs the relay has accepted. Asked when a hand-over ended without an answer. */
export interface Ledger {
  /** The Message-IDs among these that the relay has. Throws when it cannot tell: silence is never an answer. */
  accepted(messageIds: string[]): Promise<Set<string>>
}

/** How long one question to a ledger may take, in milliseconds. */
const PATIENCE = 10_000

const bare = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '')

/**
 * The ledger that MAIL_LEDGER names: `file:PATH` (one accepted Message-ID a line) or an address with `{message_id}`,
 * which answers 200 for seen and 404 for not. Null when there is none.
 */
export function openLedger(setting: string | undefined): Ledger | null {
  if (!setting) return null
  if (setting.startsWith('file:')) return fileLedger(setting.slice('file:'.length))
  if (/^https?:/.test(setting) && setting.includes('{message_id}')) return addressLedger(setting)
  throw new Error(
    `MAIL_LEDGER is "${setting}". Write file:PATH, or an http address that contains {message_id}, or leave it out.`,
  )
}

/** Read to its end on every question: the relay goes on writing. */
const fileLedger = (path: string): Ledger => ({
  async accepted(messageIds) {
    const wanted = new Map(messageIds.map(id => [bare(id), id]))
    const found = new Set<string>()
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      const id = wanted.get(bare(line))
      if (id !== undefined) found.add(id)
    }
    return found
  },
})

const addressLedger = (template: string): Ledger => ({
  async accepted(messageIds) {
    const found = new Set<string>()
    for (const id of messageIds) {
      const response = await fetch(template.replace('{message_id}', encodeURIComponent(bare(id))), {
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      })
      await response.body?.cancel()
      if (response.status === 200) found.add(id)
      else if (response.status !== 404) throw new Error(`The mail ledger answered ${response.status}`)
    }
    return found
  },
})
