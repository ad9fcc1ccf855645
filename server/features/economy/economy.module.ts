import { Module } from '@nestjs/common'
import { PlacesModule } from '../places/places.module.js'
import { EconomyController } from './economy.controller.js'
import { EconomyService } from './economy.service.js'
import { RegisterReadModel } from './register.read-model.js'

@Module({
  imports: [PlacesModule],
  controllers: [EconomyController],
  providers: [EconomyService, RegisterReadModel],
  exports: [RegisterReadModel],
})
export class EconomyModule {}
