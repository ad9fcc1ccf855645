import { Module } from '@nestjs/common'
import { PlacesModule } from '../places/places.module.js'
import { AlignmentReadModel } from './alignment.read-model.js'
import { AlignmentService } from './alignment.service.js'
import { FrameworksReadModel } from './frameworks.read-model.js'
import { LinksReadModel } from './links.read-model.js'
import { LinksService } from './links.service.js'
import { StrategyController } from './strategy.controller.js'

@Module({
  imports: [PlacesModule],
  controllers: [StrategyController],
  providers: [AlignmentReadModel, AlignmentService, FrameworksReadModel, LinksReadModel, LinksService],
  exports: [AlignmentReadModel, FrameworksReadModel],
})
export class StrategyModule {}
