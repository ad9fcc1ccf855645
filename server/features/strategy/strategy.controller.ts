import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import { AlignmentService } from './alignment.service.js'
import { LinksService } from './links.service.js'
import {
  type Alignment,
  type AlignmentLinks,
  type AlignmentQuery,
  alignment,
  alignmentQuery,
  type FrameworkList,
  frameworkList,
  type LinksQuery,
  links,
  linksQuery,
} from './strategy.schemas.js'

@ApiTags('strategy')
@Controller()
export class StrategyController {
  constructor(
    private readonly alignments: AlignmentService,
    private readonly opened: LinksService,
  ) {}

  /** Strategy documents with their dates, those in force first. */
  @Get('frameworks')
  @ApiOkResponse({ standardSchema: frameworkList })
  async frameworks(): Promise<FrameworkList> {
    return this.alignments.list()
  }

  /** Needs, organisations, ideas and awards of a place against the priorities of a strategy. */
  @Get('places/:code/alignment')
  @ApiOkResponse({ standardSchema: alignment })
  async alignment(
    @Param('code') code: string,
    @Query({ schema: alignmentQuery }) query: AlignmentQuery,
  ): Promise<Alignment> {
    return this.alignments.show(code, query)
  }

  /** The items behind one cell of the matrix, each with its quote. */
  @Get('links')
  @ApiOkResponse({ standardSchema: links })
  async links(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: linksQuery }) query: LinksQuery,
  ): Promise<AlignmentLinks> {
    return this.opened.show(actor, query)
  }
}
