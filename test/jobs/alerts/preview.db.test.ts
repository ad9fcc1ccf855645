import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeDue } from '../../../jobs/alerts/compose.js'
import { type Previewed, previewAlerts } from '../../../jobs/alerts/preview.js'
import { readConfig } from '../../../server/config/config.js'
import { wordsOfHtml, wordsOfText } from '../../builders/mail-words.js'
import { testSecrets, useDemonstration } from '../../setup/demonstration.js'

describe('the preview of the demonstration’s alerts', () => {
  const database = useDemonstration()
  const folder = mkdtempSync(join(tmpdir(), 'wellmet-preview-'))
  const tools = () => ({ door: database.worker, config: readConfig({}), secrets: testSecrets })
  let result: Previewed
  const files = (ending: string): string[] => result.files.filter(file => file.endsWith(ending))

  beforeAll(async () => {
    result = await previewAlerts(tools(), folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('writes each mail as text, as HTML and as a message', () => {
    expect(result).toMatchObject({ subscriptions: 2, mails: 2 })
    expect(result.files.map(file => file.slice(folder.length + 1)).sort()).toEqual([
      'needs-for-kettlegarth-listening-ltd.eml',
      'needs-for-kettlegarth-listening-ltd.html',
      'needs-for-kettlegarth-listening-ltd.txt',
      'new-needs-and-second-chances-here.eml',
      'new-needs-and-second-chances-here.html',
      'new-needs-and-second-chances-here.txt',
    ])
  })

  it('tells the innovator of its own idea, and why the recorded reason no longer bites', () => {
    const [mail = ''] = files('.txt')
      .map(file => readFileSync(file, 'utf8'))
      .filter(words => words.includes('Kettlegarth'))
    const words = mail.replaceAll(/\s+/g, ' ')
    expect(words).toContain(
      'Kettle, curtains, cat: the ordinary morning as an early sign, your idea: a second chance in County Durham',
    )
    expect(words).toContain('Recorded reason: portfolio')
    expect(words).toContain(
      'Why it no longer bites: it was scored above the line and left out for balance; this is another round.',
    )
  })

  it('writes messages whose two parts say the same, with one click to stop and nobody’s address', async () => {
    for (const file of files('.eml')) {
      const mail = await simpleParser(readFileSync(file))
      const [plain, rich] = [wordsOfText(mail.text ?? ''), wordsOfHtml(String(mail.html))]
      expect(rich.words).toEqual(plain.words)
      expect(new Set(rich.addresses)).toEqual(new Set(plain.addresses))
      expect(mail.to).toBeUndefined()
      const headers = new Map(mail.headerLines.map(({ key, line }) => [key, line.replace(/^[^:]+:\s*/, '')]))
      expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
      expect(headers.get('auto-submitted')).toBe('auto-generated')
    }
  })

  it('keeps, claims and sends nothing', async () => {
    const claimed = await database.owner
      .selectFrom('alert_item')
      .select('id')
      .where('outbox_message_id', 'is not', null)
      .execute()
    const mails = await database.owner.selectFrom('outbox_message').select('id').execute()
    const tokens = await database.owner.selectFrom('subscription').select('unsubscribe_token_hashes').execute()
    expect([claimed, mails, tokens.flatMap(row => row.unsubscribe_token_hashes)]).toEqual([[], [], []])
  })

  it('says what the mail says that leaves afterwards, word for word, but for the token', async () => {
    await composeDue(tools())
    const sent = await database.owner
      .selectFrom('outbox_message')
      .select(['subject', 'body_text', 'body_html'])
      .execute()
    expect(sent).toHaveLength(2)
    const previewed = files('.txt').map(file => readFileSync(file, 'utf8'))
    expect(previewed.map(blanked).sort()).toEqual(
      sent.map(mail => blanked(`Subject: ${mail.subject}\n\n${mail.body_text}`)).sort(),
    )
    expect(
      files('.html')
        .map(file => blanked(readFileSync(file, 'utf8')))
        .sort(),
    ).toEqual(sent.map(mail => blanked(mail.body_html)).sort())
  })

  it('says what is wrong with a folder that cannot be made', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    await expect(previewAlerts(tools(), join(file, 'below'))).rejects.toThrow(
      /cannot be made.*Name another one after --out/,
    )
  })
})

/** Every mail has a token of its own. */
const blanked = (text: string): string => text.replaceAll(/\/([afu])\/[\w-]{22}/g, '/$1/TOKEN')
