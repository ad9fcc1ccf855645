import { Module } from '@nestjs/common'
import { SecondChancesController } from './second-chances.controller.js'
import { SecondChancesReadModel } from './second-chances.read-model.js'
import { SecondChancesService } from './second-chances.service.js'

@Module({
  controllers: [SecondChancesController],
  providers: [SecondChancesService, SecondChancesReadModel],
})
export class SecondChancesModule {}
