import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Tx } from '../../server/database/doors.js'
import { hitsOf } from '../../server/features/alerts/alert-scope.read-model.js'
import { BadInput } from '../errors.js'
import type { JobTools } from '../runner/job.js'
import { answersOf, type Subscriber, subscribers, watchOf } from './alerts.read-model.js'
import { AlertsStore } from './alerts.store.js'
import { roomFor, writeDigest } from './compose.js'
import { compare, foundNow } from './find.js'

/** What was written: one mail in three forms for each alert that has something to say. */
export interface Previewed {
  subscriptions: number
  mails: number
  folder: string
  files: string[]
}

/**
 * Writes the mails that would be next into a folder: the same hand as the real ones, but nothing is kept, sent or
 * counted. The recipient of the .eml is left out: a preview has no business with addresses.
 */
export async function previewAlerts({ door, config }: JobTools, folder: string): Promise<Previewed> {
  makeFolder(folder)
  const running = await door.withSystem('wellmet_mail', tx => subscribers(tx))
  const files: string[] = []
  const names = new Set<string>()
  for (const subscriber of running) {
    const mail = await door.withSystem('wellmet_mail', async tx => {
      const items = await itemsFor(tx, subscriber)
      const chosen = items.slice(0, roomFor(subscriber.ceiling, 0))
      return chosen.length === 0
        ? null
        : writeDigest(tx, config, { subscriber, items: chosen, waiting: items.length - chosen.length })
    })
    if (mail === null) continue
    const base = join(folder, fileName(subscriber, names))
    writeFileSync(`${base}.txt`, `Subject: ${mail.subject}\n\n${mail.text}`)
    writeFileSync(`${base}.html`, mail.html)
    writeFileSync(`${base}.eml`, await asMessage(mail, config.mailFrom))
    files.push(`${base}.txt`, `${base}.html`, `${base}.eml`)
  }
  return { subscriptions: running.length, mails: files.length / 3, folder, files }
}

/** A file name that says which alert it is; a second alert of the same name carries its id as well. */
function fileName({ name, id }: Subscriber, taken: Set<string>): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
  const chosen = plain === '' || taken.has(plain) ? `${plain}-${id}`.replace(/^-/, '') : plain
  taken.add(chosen)
  return chosen
}

/** What waits, and what a look right now would add, best first. */
async function itemsFor(tx: Tx, subscriber: Subscriber) {
  const known = await AlertsStore.items(tx, subscriber.id)
  const current = foundNow(subscriber, await hitsOf(tx, watchOf(subscriber)), await answersOf(tx, subscriber.id))
  const mailed = known.filter(item => item.claimed)
  const { fresh } = compare(current, mailed)
  return fresh.map(({ content, rank, version }) => ({ id: version, rank, content })).sort((a, b) => a.rank - b.rank)
}

async function asMessage(
  mail: { subject: string; text: string; html: string; headers: object },
  from: string,
): Promise<Buffer> {
  const writer = createTransport({ streamTransport: true, buffer: true })
  const { subject, text, html } = mail
  const made = await writer.sendMail({
    from,
    subject,
    text,
    html,
    headers: { ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return made.message as Buffer
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (problem) {
    throw new BadInput(
      `The folder ${folder} cannot be made: ${(problem as Error).message}. Name another one after --out.`,
    )
  }
}
