import { createHash, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../../config/config.js'
import { CONFIG } from '../../database/database.module.js'
import { Forbidden } from '../../domain/errors.js'
import type { SignedIn } from '../../http/actor.js'
import type { DemonstrationRole, Session } from './session.schemas.js'
import { SessionStore } from './session.store.js'

/** The accounts of the demonstration, by the role that each one stands for. */
const ROLES: Record<DemonstrationRole, { account: string; description: string }> = {
  strategist: {
    account: 'Strategist',
    description: 'Combined authority: where needs, ideas and money stand against the strategy',
  },
  officer: { account: 'Hub officer', description: 'County Durham hub: firms for a need, ideas worth a second look' },
  commissioner: { account: 'Commissioner', description: 'County Durham hub: writes needs and publishes them' },
  innovator: { account: 'Innovator', description: 'A firm with an idea that was not adopted' },
  citizen: { account: 'Citizen', description: 'Nobody in particular: sees what everybody sees' },
  steward: { account: 'Data steward', description: 'County Durham hub: keeps sources and joins right' },
}

@Injectable()
export class SessionService {
  constructor(
    private readonly store: SessionStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the frame shows of the reader. Outside loopback, or without a demonstration, there is nothing to switch to. */
  async describe(actor: SignedIn): Promise<Session> {
    const { demonstration, today, place } = await this.store.installation()
    const switchable = demonstration && this.config.loopback
    return {
      role: actor.role,
      display_name: actor.displayName,
      hub_name: actor.hubName,
      organisation_name: actor.organisationName,
      organisation_id: actor.organisationId,
      demonstration,
      switch_to: switchable
        ? Object.entries(ROLES).map(([as, { account, description }]) => ({
            as: as as DemonstrationRole,
            label: account,
            description,
          }))
        : [],
      today,
      default_place: place,
    }
  }

  /** Makes a real session of a demonstration account and returns its token. Sign-in will replace this one door. */
  async switchTo(as: DemonstrationRole): Promise<{ token: string; actor: SignedIn }> {
    if (!this.config.loopback) throw new Forbidden('The demonstration can only be used on the machine that runs it.')
    const token = randomBytes(32).toString('base64url')
    const begun = await this.store.beginDemonstration(ROLES[as].account, hashOf(token))
    const actor = begun ? await this.store.find(hashOf(token)) : null
    if (!actor) throw new Forbidden('There is no demonstration in this installation, so there are no roles to try.')
    return { token, actor }
  }

  /** The reader behind a cookie, or null. */
  async actorOf(token: string): Promise<SignedIn | null> {
    return this.store.find(hashOf(token))
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
