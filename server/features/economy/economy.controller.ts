import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { type Panel, panel } from '../../http/panel.schemas.js'
import { type Economy, type EconomyQuery, economy, economyQuery } from './economy.schemas.js'
import { EconomyService } from './economy.service.js'

@ApiTags('economy')
@Controller('places/:code')
export class EconomyController {
  constructor(private readonly economies: EconomyService) {}

  /** What stands out in the place's economy, in a heading and a few sentences. */
  @Get('economy')
  @ApiOkResponse({ standardSchema: economy })
  async overview(@Param('code') code: string, @Query({ schema: economyQuery }) query: EconomyQuery): Promise<Economy> {
    return this.economies.overview(code, query)
  }

  /** The mix of industries against a reference area, with location quotients. */
  @Get('industries')
  @ApiOkResponse({ standardSchema: panel })
  async industries(@Param('code') code: string, @Query({ schema: economyQuery }) query: EconomyQuery): Promise<Panel> {
    return this.economies.industries(code, query)
  }

  /** Companies that were incorporated and that left the register, month by month. */
  @Get('companies/flows')
  @ApiOkResponse({ standardSchema: panel })
  async flows(@Param('code') code: string, @Query({ schema: economyQuery }) query: EconomyQuery): Promise<Panel> {
    return this.economies.flows(code, query)
  }

  /** Ages of the companies against a reference area. */
  @Get('pyramid')
  @ApiOkResponse({ standardSchema: panel })
  async pyramid(@Param('code') code: string, @Query({ schema: economyQuery }) query: EconomyQuery): Promise<Panel> {
    return this.economies.pyramid(code, query)
  }
}
