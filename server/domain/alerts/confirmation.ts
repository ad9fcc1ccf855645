import { identity, senderLine } from './digest.words.js'
import { html } from './html.js'
import { actionHtml, closingHtml, headHtml, mailFrame, paragraphHtml } from './mail-html.js'
import { wrap } from './mail-text.js'

/** What the mail that asks for a confirmation needs to know. It goes to an address that has not agreed to anything yet. */
export interface ConfirmationFacts {
  alertName: string
  cadence: string
  ceiling: number
  hub: { name: string; postalAddress: string; demonstration: boolean }
  base: string
  confirmToken: string
  stopToken: string
}

export interface MailBody {
  subject: string
  text: string
  html: string
}

/** The mail that asks whether somebody wants an alert: one question, one link, nothing else. */
export function confirmationMail(facts: ConfirmationFacts): MailBody {
  const name = facts.alertName.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const subject = `Do you want this alert? ${name}`.slice(0, 160)
  const headline = 'Somebody asked for this alert in your name. Was it you?'
  const lede = `“${name}”, ${facts.cadence}, at most ${facts.ceiling} items a week.`
  const body = [
    'If it was you, open the page below and press the button there. Until then nothing else is sent to this address.',
    'If it was not, do nothing: the request ends by itself after seven days.',
  ]
  const action = { words: 'Confirm this alert', address: `${facts.base}/s/${facts.confirmToken}` }
  const stop = { words: 'This was not me: stop it', address: `${facts.base}/u/${facts.stopToken}` }
  const sender = senderLine(facts.hub)
  const closing = identity(facts.hub)
  const text = [
    `WELLMET, ${sender}`,
    `${wrap(headline)}\n${wrap(lede)}`,
    wrap(body[0]!),
    `${action.words}: ${action.address}`,
    wrap(body[1]!),
    `${stop.words}: ${stop.address}`,
    wrap(closing),
  ].join('\n\n')
  const markup = html`${headHtml(headline, lede)}${paragraphHtml(body[0]!)}${actionHtml(action)}${paragraphHtml(body[1]!)}${closingHtml(closing, [stop])}`
  return { subject, text: `${text}\n`, html: mailFrame({ subject, preheader: '', sender, body: markup }) }
}
