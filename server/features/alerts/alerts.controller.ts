import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import {
  type AlertPreview,
  type AlertPreviewQuery,
  alertPreview,
  alertPreviewQuery,
  type MySubscriptions,
  mySubscriptions,
  type NewSubscription,
  newSubscription,
  type SubscriptionAsked,
  subscriptionAsked,
} from './alerts.schemas.js'
import { AlertsService } from './alerts.service.js'

@ApiTags('alerts')
@Controller()
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

  /** What an alert with these filters would have brought: now, in 7 and in 90 days. For everybody. */
  @Get('alerts/preview')
  @ApiOkResponse({ standardSchema: alertPreview })
  async preview(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: alertPreviewQuery }) query: AlertPreviewQuery,
  ): Promise<AlertPreview> {
    return this.alerts.preview(actor, query)
  }

  /** Asks for an alert by mail. Nothing but the mail that asks for a yes is sent before it is confirmed. */
  @Post('subscriptions')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: subscriptionAsked })
  async subscribe(
    @CurrentActor() actor: SignedIn,
    @Body({ schema: newSubscription }) body: NewSubscription,
  ): Promise<SubscriptionAsked> {
    return this.alerts.subscribe(actor, body)
  }

  /** The reader's own alerts. */
  @Get('subscriptions')
  @ApiOkResponse({ standardSchema: mySubscriptions })
  async mine(@CurrentActor() actor: SignedIn): Promise<MySubscriptions> {
    return this.alerts.mine(actor)
  }
}
