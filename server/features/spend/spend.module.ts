import { Module } from '@nestjs/common'
import { PlacesModule } from '../places/places.module.js'
import { AwardsReadModel } from './awards.read-model.js'
import { SpendController } from './spend.controller.js'

@Module({
  imports: [PlacesModule],
  controllers: [SpendController],
  providers: [AwardsReadModel],
  exports: [AwardsReadModel],
})
export class SpendModule {}
