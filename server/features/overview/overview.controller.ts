import { Controller, Get, Param } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import {
  type Navigation,
  navigation,
  type Overview,
  overview,
  type PlaceList,
  place,
  placeList,
} from './overview.schemas.js'
import { OverviewService } from './overview.service.js'

@ApiTags('places')
@Controller('places')
export class OverviewController {
  constructor(private readonly overviews: OverviewService) {}

  /** Places that exist today, those of a hub first. */
  @Get()
  @ApiOkResponse({ standardSchema: placeList })
  async list(): Promise<PlaceList> {
    return this.overviews.list()
  }

  /** One place with its neighbours. */
  @Get(':code')
  @ApiOkResponse({ standardSchema: place })
  async place(@Param('code') code: string): Promise<PlaceList['items'][number]> {
    return this.overviews.place(code)
  }

  /** The numbers beside the words of the rail. */
  @Get(':code/navigation')
  @ApiOkResponse({ standardSchema: navigation })
  async navigation(@CurrentActor() actor: SignedIn, @Param('code') code: string): Promise<Navigation> {
    return this.overviews.navigation(actor, code)
  }

  /** What changed here and what needs attention: decisions, latest changes, six figures, two panels. */
  @Get(':code/summary')
  @ApiOkResponse({ standardSchema: overview })
  async summary(@CurrentActor() actor: SignedIn, @Param('code') code: string): Promise<Overview> {
    return this.overviews.summary(actor, code)
  }
}
