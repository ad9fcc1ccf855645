import { Injectable } from '@nestjs/common'
import type { Actor } from '../../database/actor.js'
import { reachOf, signedInAs } from '../matches/match-readers.js'
import { arrangeQueue } from './queue.groups.js'
import { QueueReadModel } from './queue.read-model.js'
import type { Queue, QueueQuery } from './queue.schemas.js'
import { queueHeadline, queueNotInHere } from './queue.words.js'

@Injectable()
export class QueueService {
  constructor(private readonly readModel: QueueReadModel) {}

  /** What waits for the reader's hub in a place. Readers without a hub have no queue, and are told so. */
  async show(actor: Actor, placeCode: string, query: QueueQuery): Promise<Queue> {
    if (reachOf(actor) !== 'hub') return this.none(actor, placeCode)
    const rows = await this.readModel.find(actor, placeCode)
    const arranged = arrangeQueue(rows, query)
    return {
      readable: true,
      why: null,
      headline: queueHeadline(arranged),
      done: arranged.done,
      total: arranged.total,
      groups: arranged.groups,
      not_in_here: queueNotInHere(arranged, rows, query.at_most),
    }
  }

  private async none(actor: Actor, placeCode: string): Promise<Queue> {
    const place = await this.readModel.place(actor, placeCode)
    return {
      readable: false,
      why: `Only the officers, commissioners and stewards of a hub have a queue. ${signedInAs(actor.role)}`,
      headline: `The queue of ${place.name} is for its hub`,
      done: 0,
      total: 0,
      groups: [],
      not_in_here: 'everything that waits for an officer of the hub.',
    }
  }
}
