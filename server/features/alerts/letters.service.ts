import { Injectable } from '@nestjs/common'
import { day } from '../../domain/economy/figures.js'
import { NotFound } from '../../domain/errors.js'
import { londonDay } from '../../domain/needs/words.js'
import { uuidOf } from '../../http/ids.js'
import { AlertsService, hashOfToken } from './alerts.service.js'
import { type About, AlertsStore, type Held } from './alerts.store.js'
import { type Button, letterPage } from './letter-pages.js'

/** What a link of a mail may say of a need or an idea. */
const VERDICTS: Record<string, { button: string; done: string }> = {
  fit: { button: 'Good fit', done: 'Kept: a good fit' },
  not_fit: { button: 'Not for us', done: 'Kept: not for you' },
  later: { button: 'Later', done: 'Kept: later' },
}

const UNKNOWN = 'This link leads nowhere: it is not complete, or the alert is gone. Nothing was changed.'

interface Asked {
  verdict: string
  need: string | undefined
  idea: string | undefined
}

/** What the pages behind a mail's links say, and what their buttons do. Every page names the (masked) address it is about. */
@Injectable()
export class LettersService {
  constructor(
    private readonly store: AlertsStore,
    private readonly alerts: AlertsService,
  ) {}

  async confirmPage(token: string): Promise<string> {
    const held = await this.held(token)
    if (held.state !== 'pending') return this.describe(held, token)
    return letterPage({
      title: 'Do you want this alert?',
      lines: [
        `“${held.name}”, ${held.cadence}, to ${this.alerts.masked(held)}.`,
        'It begins when you press the button.',
      ],
      buttons: [{ to: `/s/${token}`, words: 'Yes, begin this alert' }],
    })
  }

  async confirm(token: string): Promise<string> {
    await this.held(token)
    await this.store.confirm(hashed(token))
    const held = await this.held(token)
    if (held.state === 'pending')
      return letterPage({
        title: 'This request has ended',
        lines: ['It was not confirmed within seven days. Ask for the alert again on the Alerts page.'],
      })
    if (held.state !== 'active') return this.describe(held, token)
    return letterPage({
      title: 'Your alert is on',
      lines: [
        `“${held.name}” goes to ${this.alerts.masked(held)}, ${held.cadence}, at most ${held.ceiling} items a week.`,
        'Each mail has a link that stops it.',
      ],
    })
  }

  async stopPage(token: string): Promise<string> {
    const held = await this.held(token)
    if (held.state === 'unsubscribed') return this.describe(held, token)
    return letterPage({
      title: 'Stop this alert?',
      lines: [`“${held.name}” goes to ${this.alerts.masked(held)}. Stopping takes effect at once.`],
      buttons: [stopButton(token)],
    })
  }

  async stop(token: string): Promise<string> {
    const held = await this.held(token)
    await this.store.stop(hashed(token))
    return letterPage({
      title: 'This alert has stopped',
      lines: [
        `Nothing more of “${held.name}” is sent to ${this.alerts.masked(held)}.`,
        'To have it again, ask for it on the Alerts page and confirm it once more.',
      ],
    })
  }

  async alertPage(token: string): Promise<string> {
    return this.describe(await this.held(token), token)
  }

  async pause(token: string, pause: boolean): Promise<string> {
    await this.held(token)
    await this.store.pause(hashed(token), pause)
    return this.describe(await this.held(token), token)
  }

  async answerPage(token: string, asked: Asked): Promise<string> {
    const { about, words, item } = await this.item(token, asked)
    return letterPage({
      title: `${words.button}?`,
      lines: [`About “${item.title}”. Your answer changes what your alert brings.`],
      buttons: [{ to: answerAddress(token, asked.verdict, about), words: words.button }],
    })
  }

  async answer(token: string, asked: Asked): Promise<string> {
    const { about, words, item } = await this.item(token, asked)
    await this.store.answer(hashed(token), about, asked.verdict)
    return letterPage({
      title: words.done,
      lines: [`About “${item.title}”.`, 'To say something else, use another link of the same mail.'],
    })
  }

  private describe(held: Held, token: string): string {
    const lines = held.items.map(item =>
      item.idea === null ? item.title : `${item.idea}, a second chance for: ${item.title}`,
    )
    const manage = !held.for_confirmation
    return letterPage({
      title: held.name,
      lines: [
        `To ${this.alerts.masked(held)}, ${held.cadence}, at most ${held.ceiling} items a week.`,
        stateWords(held),
      ],
      buttons: manage ? buttonsFor(held, token) : [],
      ...(manage && lines.length > 0 ? { items: { heading: 'What this alert has found', lines } } : {}),
    })
  }

  private async held(token: string): Promise<Held> {
    const held = await this.store.holderOf(hashed(token))
    if (held === null) throw new NotFound(UNKNOWN)
    return held
  }

  private async item(token: string, { verdict, need, idea }: Asked) {
    const words = Object.hasOwn(VERDICTS, verdict) ? VERDICTS[verdict] : undefined
    if (!words || need === undefined) throw new NotFound(UNKNOWN)
    const about: About = { need: uuidOf(String(need)), idea: idea === undefined ? null : uuidOf(String(idea)) }
    const item = await this.store.itemOf(hashed(token), about)
    if (item === null) throw new NotFound(UNKNOWN)
    return { words, about, item }
  }
}

const hashed = (token: string): Buffer => {
  const hash = hashOfToken(token)
  if (hash === null) throw new NotFound(UNKNOWN)
  return hash
}

const answerAddress = (token: string, verdict: string, { need, idea }: About): string =>
  `/f/${token}/${verdict}?need=${need}${idea === null ? '' : `&idea=${idea}`}`

const stopButton = (token: string): Button => ({ to: `/u/${token}`, words: 'Stop this alert' })

function buttonsFor({ state }: Held, token: string): Button[] {
  if (state === 'active') return [{ to: `/a/${token}/pause`, words: 'Pause for a month' }, stopButton(token)]
  if (state === 'paused') return [{ to: `/a/${token}/resume`, words: 'Go on now' }, stopButton(token)]
  return state === 'unsubscribed' ? [] : [stopButton(token)]
}

function stateWords({ state, paused_until }: Held): string {
  switch (state) {
    case 'pending':
      return 'Waits to be confirmed. Nothing is sent before that.'
    case 'active':
      return 'This alert is on.'
    case 'paused':
      return paused_until === null
        ? 'This alert is paused.'
        : `Paused. It goes on by itself on ${day(londonDay(paused_until))}.`
    case 'unsubscribed':
      return 'This alert has stopped. Nothing more is sent.'
    default:
      return 'This alert is not sent at present.'
  }
}
