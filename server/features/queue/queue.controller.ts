import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import { type Queue, type QueueQuery, queue, queueQuery } from './queue.schemas.js'
import { QueueService } from './queue.service.js'

@ApiTags('queue')
@Controller('places/:code/queue')
export class QueueController {
  constructor(private readonly queues: QueueService) {}

  /** The officer's triage: what is due, what can be offered again, what to check before writing, what is done. */
  @Get()
  @ApiOkResponse({ standardSchema: queue })
  async show(
    @CurrentActor() actor: SignedIn,
    @Param('code') code: string,
    @Query({ schema: queueQuery }) query: QueueQuery,
  ): Promise<Queue> {
    return this.queues.show(actor, code, query)
  }
}
