import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import {
  type ParkedQuery,
  type ParkedRecords,
  parkedQuery,
  parkedRecords,
  type SourceBoard,
  type SourceQuery,
  sourceBoard,
  sourceQuery,
} from './sources.schemas.js'
import { SourcesService } from './sources.service.js'

@ApiTags('sources')
@Controller('sources')
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  /** Health of every source, records that could not be read, and where mails go. */
  @Get()
  @ApiOkResponse({ standardSchema: sourceBoard })
  async board(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: sourceQuery }) query: SourceQuery,
  ): Promise<SourceBoard> {
    return this.sources.board(actor, query)
  }

  /** Records of one source that could not be read: position and reason, never the record itself. */
  @Get('parked')
  @ApiOkResponse({ standardSchema: parkedRecords })
  async parked(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: parkedQuery }) query: ParkedQuery,
  ): Promise<ParkedRecords> {
    return this.sources.parked(actor, query)
  }
}
