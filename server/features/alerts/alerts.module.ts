import { Module } from '@nestjs/common'
import { AlertsController } from './alerts.controller.js'
import { AlertsReadModel } from './alerts.read-model.js'
import { AlertsService } from './alerts.service.js'
import { AlertsStore } from './alerts.store.js'
import { LettersController } from './letters.controller.js'
import { LettersService } from './letters.service.js'

@Module({
  controllers: [AlertsController, LettersController],
  providers: [AlertsReadModel, AlertsService, AlertsStore, LettersService],
})
export class AlertsModule {}
