import { Module } from '@nestjs/common'
import { EconomyModule } from '../economy/economy.module.js'
import { PlacesModule } from '../places/places.module.js'
import { QueueModule } from '../queue/queue.module.js'
import { SpendModule } from '../spend/spend.module.js'
import { StrategyModule } from '../strategy/strategy.module.js'
import { NetCompaniesReadModel } from './net-companies.read-model.js'
import { OverviewController } from './overview.controller.js'
import { OverviewReadModel } from './overview.read-model.js'
import { OverviewService } from './overview.service.js'
import { PlacesListReadModel } from './places-list.read-model.js'

@Module({
  imports: [PlacesModule, QueueModule, EconomyModule, SpendModule, StrategyModule],
  controllers: [OverviewController],
  providers: [OverviewService, OverviewReadModel, PlacesListReadModel, NetCompaniesReadModel],
})
export class OverviewModule {}
