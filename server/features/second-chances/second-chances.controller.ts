import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import {
  type SecondChances,
  type SecondChancesQuery,
  secondChances,
  secondChancesQuery,
} from './second-chances.schemas.js'
import { SecondChancesService } from './second-chances.service.js'

@ApiTags('second chances')
@Controller('places/:code/second-chances')
export class SecondChancesController {
  constructor(private readonly chances: SecondChancesService) {}

  /** Ideas that earlier challenges did not adopt: how far they got, why, and which open needs here they fit. */
  @Get()
  @ApiOkResponse({ standardSchema: secondChances })
  async show(
    @CurrentActor() actor: SignedIn,
    @Param('code') code: string,
    @Query({ schema: secondChancesQuery }) query: SecondChancesQuery,
  ): Promise<SecondChances> {
    return this.chances.show(actor, code, query)
  }
}
