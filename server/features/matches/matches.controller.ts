import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import { uuidOf } from '../../http/ids.js'
import {
  type Feedback,
  feedback,
  type Introduction,
  introduction,
  type Match,
  match,
  type NewFeedback,
  newFeedback,
} from './matches.schemas.js'
import { MatchesService } from './matches.service.js'

@ApiTags('matches')
@Controller()
export class MatchesController {
  constructor(private readonly matches: MatchesService) {}

  /** One match with its evidence, for readers who may see names. */
  @Get('matches/:id')
  @ApiOkResponse({ standardSchema: match })
  async show(@CurrentActor() actor: SignedIn, @Param('id') id: string): Promise<Match> {
    return this.matches.show(actor, uuidOf(id))
  }

  /** Says whether it fits. The last answer that is not undone counts. */
  @Post('matches/:id/feedback')
  @ApiCreatedResponse({ standardSchema: feedback })
  async answer(
    @CurrentActor() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: newFeedback }) body: NewFeedback,
  ): Promise<Feedback> {
    return this.matches.answer(actor, uuidOf(id), body)
  }

  /** Takes an answer back. */
  @Post('feedback/:id/undo')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: feedback })
  async undo(@CurrentActor() actor: SignedIn, @Param('id') id: string): Promise<Feedback> {
    return this.matches.undo(actor, uuidOf(id))
  }

  /** Asks the owner whether they want to be introduced. */
  @Post('matches/:id/introduction')
  @ApiCreatedResponse({ standardSchema: introduction })
  async introduce(@CurrentActor() actor: SignedIn, @Param('id') id: string): Promise<Introduction> {
    return this.matches.introduce(actor, uuidOf(id))
  }
}
