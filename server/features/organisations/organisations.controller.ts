import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import { uuidOf } from '../../http/ids.js'
import {
  type Organisation,
  type OrganisationList,
  type OrganisationListQuery,
  organisation,
  organisationList,
  organisationListQuery,
} from './organisations.schemas.js'
import { OrganisationsService } from './organisations.service.js'

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  /** Organisations by name, company number or postcode. Also as CSV. */
  @Get()
  @ApiOkResponse({ standardSchema: organisationList })
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: organisationListQuery }) query: OrganisationListQuery,
  ): Promise<OrganisationList> {
    return this.organisations.list(actor, query)
  }

  /** One organisation: register facts with source and date, capabilities, awards, events, and the needs that the reader may know of. */
  @Get(':id')
  @ApiOkResponse({ standardSchema: organisation })
  async show(@CurrentActor() actor: SignedIn, @Param('id') id: string): Promise<Organisation> {
    return this.organisations.show(actor, uuidOf(id))
  }
}
