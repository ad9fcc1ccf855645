import { Injectable } from '@nestjs/common'
import type { Role } from '../../database/actor.js'
import { count, countWord, many } from '../../domain/economy/figures.js'
import { NotFound } from '../../domain/errors.js'
import { SOURCE_STATES, span, stateNow, usualBand } from '../../domain/sources/health.js'
import type { SignedIn } from '../../http/actor.js'
import { MailFolder } from './mail-folder.js'
import { type MailFound, type SourceFound, SourcesReadModel } from './sources.read-model.js'
import type { ParkedQuery, ParkedRecords, SourceBoard, SourceQuery } from './sources.schemas.js'

type Item = SourceBoard['items'][number]

const NOT_IN_HERE = 'Sources that have never been tried; portals without a feed; what other installations take.'

/** Who may read parked records: they are bits of publishers' files and may hold names. */
const READS_PARKED: readonly Role[] = ['hub_admin', 'operator']

@Injectable()
export class SourcesService {
  constructor(
    private readonly sources: SourcesReadModel,
    private readonly folder: MailFolder,
  ) {}

  /** Health of every source, what is parked, and where mails go. */
  async board(actor: SignedIn, query: SourceQuery): Promise<SourceBoard> {
    const found = await this.sources.board(actor)
    const items = found.sources.map(source => asItem(source, found.now))
    const healthy = items.filter(item => item.state === 'ok').length
    const shown = items.filter(item => query.state === 'any' || (item.state === 'ok') === (query.state === 'ok'))
    return {
      headline: headline(items, healthy),
      lede: lede(items, found.now),
      items: query.sort === 'worst' ? worstFirst(shown) : shown,
      total: items.length,
      healthy,
      parked: found.parked,
      mail: await this.mail(found.mail),
      not_in_here: NOT_IN_HERE,
    }
  }

  /** Records of one source that could not be read. To others than stewards it says who may see them. */
  async parked(actor: SignedIn, query: ParkedQuery): Promise<ParkedRecords> {
    const found = await this.sources.parked(actor, query.source, query.limit)
    if (!found.exists) throw new NotFound('There is no such source.')
    const readable = READS_PARKED.includes(actor.role)
    return {
      readable,
      why: readable ? null : `Only stewards of a hub see these. ${signedInAs(actor.role)}`,
      total: found.total,
      items: found.items.map(item => ({ ...item, parked_at: item.parked_at.toISOString() })),
    }
  }

  private async mail(mail: MailFound): Promise<SourceBoard['mail']> {
    const files = this.folder.hasRelay ? new Set<string>() : await this.folder.files()
    return {
      to: this.folder.hasRelay ? 'relay' : 'folder',
      folder: this.folder.hasRelay ? null : this.folder.path,
      counts: mail.counts,
      recent: mail.recent.map(({ id, at, ...rest }) => ({
        ...rest,
        at: at.toISOString(),
        file: files.has(`${id}.eml`) ? `${id}.eml` : null,
      })),
    }
  }
}

function asItem(source: SourceFound, now: Date): Item {
  const { state, reason } = stateNow(
    {
      state: source.state,
      reason: source.state_reason,
      lastSuccess: source.last_success_at?.getTime() ?? null,
      expectedEvery: source.expected_every,
    },
    now.getTime(),
  )
  const { id, name, publisher, demonstration, licence, attribution, schedule, rows, parked } = source
  return {
    id,
    name,
    publisher,
    state,
    reason,
    demonstration,
    licence,
    attribution,
    schedule,
    last_success_at: source.last_success_at?.toISOString() ?? null,
    last_try_at: source.last_try_at?.toISOString() ?? null,
    next_run_at: source.next_run_at?.toISOString() ?? null,
    rows,
    pulls: source.pulls.map(pull => ({ ...pull, at: new Date(pull.at).toISOString() })),
    usual: usualBand(source.complete, id.replace(/^demo-/, '') === 'companies-house' ? 'register' : 'notices'),
    parked,
  }
}

/** The finding: how many are well, and the one that is worst off. */
export function headline(items: Item[], healthy: number): string {
  if (items.length === 0) return 'No source has been taken yet'
  const worst = worstFirst(items)[0]
  if (!worst || worst.state === 'ok') {
    return items.length === 1
      ? 'The one source is healthy.'
      : `All ${countWord(items.length).toLowerCase()} sources are healthy.`
  }
  const verb = healthy === 1 ? 'is' : 'are'
  const of = items.length === 1 ? 'source' : 'sources'
  const wellOff = `${healthy === 0 ? 'None' : countWord(healthy)} of ${countWord(items.length).toLowerCase()} ${of} ${verb} healthy.`
  return `${wellOff} ${worst.name} is ${worst.state}.`
}

export function lede(items: Item[], now: Date): string {
  if (items.length === 0) return 'Pull a source, or load the demonstration.'
  const parked = items.reduce((sum, item) => sum + item.parked, 0)
  const aside =
    parked === 0
      ? 'Nothing is parked.'
      : `${many(parked, 'record', 'records')} could not be read and ${parked === 1 ? 'is' : 'are'} parked; nothing was thrown away.`
  const silent = worstFirst(items).find(item => item.state !== 'ok' && item.last_success_at !== null)
  if (!silent?.last_success_at)
    return `${count(items.reduce((sum, item) => sum + item.rows, 0))} rows are held. ${aside}`
  const since = span((now.getTime() - Date.parse(silent.last_success_at)) / 1000)
  return `${silent.name} last came in whole ${since} ago; pulls catch up by themselves. ${aside}`
}

function worstFirst(items: Item[]): Item[] {
  const rank = (item: Item): number => SOURCE_STATES.indexOf(item.state)
  return items.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

const signedInAs = (role: Role): string =>
  role === 'anonymous' ? 'You are not signed in.' : `You are signed in as ${role.replaceAll('_', ' ')}.`
