import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { localShare } from '../../domain/economy/spend.js'
import { type Panel, panel } from '../../http/panel.schemas.js'
import { type SpendQuery, spendQuery } from '../economy/economy.schemas.js'
import { PlacesReadModel } from '../places/places.read-model.js'
import { AwardsReadModel } from './awards.read-model.js'
import { spendPanel } from './spend.panel.js'

@ApiTags('spend')
@Controller('places/:code/spend')
export class SpendController {
  constructor(
    private readonly places: PlacesReadModel,
    private readonly awards: AwardsReadModel,
  ) {}

  /** How much of what a place's buyers award goes to suppliers based there. */
  @Get()
  @ApiOkResponse({ standardSchema: panel })
  async show(@Param('code') code: string, @Query({ schema: spendQuery }) query: SpendQuery): Promise<Panel> {
    const place = await this.places.find(code)
    const awards = await this.awards.awardsOf(place.members)
    const lines = awards.lines.map(line => ({ ...line, group: query.by === 'total' ? '' : line[query.by] }))
    return spendPanel({ place, query, awards }, localShare(lines))
  }
}
