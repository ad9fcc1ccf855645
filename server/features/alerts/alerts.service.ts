import { createHash, randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { type Config, publicAddress } from '../../config/config.js'
import type { Actor } from '../../database/actor.js'
import { CONFIG } from '../../database/database.module.js'
import { type Secrets, secretsOf } from '../../database/secrets.js'
import { newNonce, newToken } from '../../database/tokens.js'
import {
  addressHash,
  decryptAddress,
  encryptAddress,
  maskAddress,
  parseAddress,
  receivingDomain,
} from '../../domain/alerts/addresses.js'
import { confirmationMail } from '../../domain/alerts/confirmation.js'
import { mailHeaders, messageIdOf, senderDomain } from '../../domain/alerts/headers.js'
import { volumeHeadline, volumeWarning } from '../../domain/alerts/volume.js'
import { Forbidden, InvalidValue } from '../../domain/errors.js'
import { AlertsReadModel } from './alerts.read-model.js'
import type {
  AlertPreview,
  AlertPreviewQuery,
  MySubscriptions,
  NewSubscription,
  SubscriptionAsked,
} from './alerts.schemas.js'
import { AlertsStore, type Held } from './alerts.store.js'

/** Which words somebody agreed to; changes when the form's words change. */
const WORDING = 'alerts-2026-11'

/** The same for a known address, an unknown one, and one that is not written to. */
const ASKED =
  'A mail that asks for your yes is on its way, if this address may be written to. Nothing else is sent before you press its button. An address gets one such mail a day.'

@Injectable()
export class AlertsService {
  private known: Secrets | undefined

  constructor(
    private readonly store: AlertsStore,
    private readonly readModel: AlertsReadModel,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the alert would have brought, before anybody subscribes. */
  async preview(actor: Actor, asked: AlertPreviewQuery): Promise<AlertPreview> {
    const counts = await this.readModel.backTest(actor, {
      place: asked.place ?? null,
      words: asked.words ?? null,
      organisation_id: asked.organisation ?? null,
      fit: asked.fit,
      second_chances: true,
    })
    if (counts === null)
      throw new InvalidValue('place', 'There is no place with this code. Leave it out to watch all places.')
    const volume = { now: counts.now, sevenDays: counts.seven_days, ninetyDays: counts.ninety_days }
    return {
      headline: volumeHeadline(volume),
      now: counts.now,
      seven_days: counts.seven_days,
      ninety_days: counts.ninety_days,
      last_on: counts.last_on,
      sample: counts.sample.map(({ need_id, title, place, on }) => ({
        title,
        place,
        on,
        address: `/needs/${need_id}`,
      })),
      warning: volumeWarning(volume),
    }
  }

  /** Takes a wish and sends the mail that asks for a yes. The answer never tells whether the address is known. */
  async subscribe(actor: Actor, wish: NewSubscription): Promise<SubscriptionAsked> {
    const address = parseAddress(wish.email)
    if (address === null) throw new InvalidValue('email', 'Enter one mail address, such as name@example.org.')
    if (
      wish.query.organisation_id !== null &&
      actor.hubId === null &&
      actor.organisationId !== wish.query.organisation_id
    )
      throw new Forbidden('Only people of this organisation, or of a hub, watch its matches.')
    const { hub, placeName } = await this.store.senderFor(actor, wish.query.place)
    const base = publicAddress(this.config)
    const domain = senderDomain(this.config.mailFrom)
    const confirm = newToken()
    const stop = newToken()
    const message = randomUUID()
    // Nothing that was typed into the form goes to an address whose owner may never have seen the form.
    const mail = confirmationMail({
      alertName: `Needs in ${placeName ?? 'all places'}`,
      cadence: wish.cadence,
      ceiling: wish.ceiling,
      hub,
      base,
      confirmToken: confirm.token,
      stopToken: stop.token,
    })
    await this.store.ask(actor, {
      asked: {
        name: wish.name,
        query: wish.query,
        cadence: wish.cadence,
        ceiling: wish.ceiling,
        subscriber_kind: wish.subscriber_kind,
        wording_version: WORDING,
        message,
        subject: mail.subject,
        body_text: mail.text,
        body_html: mail.html,
        headers: mailHeaders({ base, token: stop.token, kind: 'confirmation', domain }),
        receiving_domain: receivingDomain(address),
        message_id: messageIdOf(message, domain),
      },
      addressHash: addressHash(address, this.secrets().addressPepper),
      addressEnc: encryptAddress(address, this.secrets().addressKey, newNonce()),
      confirmToken: confirm.hash,
      stopToken: stop.hash,
    })
    return { state: 'pending', words: ASKED }
  }

  async mine(actor: Actor): Promise<MySubscriptions> {
    const items = await this.readModel.mine(actor)
    return { items, total: items.length }
  }

  /** The address of a subscription as a page may show it: whoever was forwarded a mail sees that it is not theirs. */
  masked(held: Held): string {
    if (held.address_enc.length === 0) return 'an address that we no longer keep'
    return maskAddress(decryptAddress(held.address_enc, this.secrets().addressKey))
  }

  /** Read when first needed: most requests never are about an address. */
  private secrets(): Secrets {
    this.known ??= secretsOf(this.config.dataDir)
    return this.known
  }
}

const TOKEN = /^[A-Za-z0-9_-]{22}$/

/** What is stored of a token, or null for a text that cannot be one. */
export const hashOfToken = (token: string): Buffer | null =>
  TOKEN.test(token) ? createHash('sha256').update(token).digest() : null
