import { Controller, Get, Headers, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import { uuidOf } from '../../http/ids.js'
import { matchLine } from './need-view.js'
import {
  type MatchLine,
  type Need,
  type NeedList,
  type NeedListQuery,
  type NeedMatches,
  type NeedMatchesQuery,
  need,
  needList,
  needListQuery,
  needMatches,
  needMatchesQuery,
} from './needs.schemas.js'
import { NeedsService } from './needs.service.js'

@ApiTags('needs')
@Controller('needs')
export class NeedsController {
  constructor(private readonly needs: NeedsService) {}

  /** Needs that the reader may see; current ones unless asked otherwise. Also as CSV. */
  @Get()
  @ApiOkResponse({ standardSchema: needList })
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: needListQuery }) query: NeedListQuery,
  ): Promise<NeedList> {
    return this.needs.list(actor, query)
  }

  /** One need: outcome, money, dates, what people said, priorities, events. */
  @Get(':id')
  @ApiOkResponse({ standardSchema: need })
  async show(@CurrentActor() actor: SignedIn, @Param('id') id: string): Promise<Need> {
    return this.needs.show(actor, uuidOf(id))
  }

  /** Organisations and ideas that could meet a need, with the evidence of both sides. As CSV: one line for each. */
  @Get(':id/matches')
  @ApiOkResponse({ standardSchema: needMatches })
  async matches(
    @CurrentActor() actor: SignedIn,
    @Param('id') id: string,
    @Query({ schema: needMatchesQuery }) query: NeedMatchesQuery,
    @Headers('accept') accept?: string,
  ): Promise<NeedMatches | { items: MatchLine[] }> {
    const found = await this.needs.matchesOf(actor, uuidOf(id), query)
    return accept?.startsWith('text/csv') ? { items: [...found.organisations, ...found.ideas].map(matchLine) } : found
  }
}
