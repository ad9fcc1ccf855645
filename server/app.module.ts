import { Module } from '@nestjs/common'
import type { Config } from './config/config.js'
import { DatabaseModule } from './database/database.module.js'
import type { WebDoor } from './database/doors.js'
import { AccountsModule } from './features/accounts/accounts.module.js'
import { AlertsModule } from './features/alerts/alerts.module.js'
import { EconomyModule } from './features/economy/economy.module.js'
import { MatchesModule } from './features/matches/matches.module.js'
import { NeedsModule } from './features/needs/needs.module.js'
import { OrganisationsModule } from './features/organisations/organisations.module.js'
import { OverviewModule } from './features/overview/overview.module.js'
import { QueueModule } from './features/queue/queue.module.js'
import { SearchModule } from './features/search/search.module.js'
import { SecondChancesModule } from './features/second-chances/second-chances.module.js'
import { SourcesModule } from './features/sources/sources.module.js'
import { SpendModule } from './features/spend/spend.module.js'
import { StrategyModule } from './features/strategy/strategy.module.js'
import { HealthController } from './http/health.controller.js'

/** Every question that the product answers is one module. */
@Module({})
export class AppModule {
  static with(door: WebDoor, config: Config) {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.with(door, config),
        AccountsModule,
        AlertsModule,
        EconomyModule,
        MatchesModule,
        NeedsModule,
        OrganisationsModule,
        OverviewModule,
        QueueModule,
        SearchModule,
        SecondChancesModule,
        SourcesModule,
        SpendModule,
        StrategyModule,
      ],
      controllers: [HealthController],
    }
  }
}
