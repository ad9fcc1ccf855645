import { Module } from '@nestjs/common'
import { QueueController } from './queue.controller.js'
import { QueueReadModel } from './queue.read-model.js'
import { QueueService } from './queue.service.js'

@Module({ controllers: [QueueController], providers: [QueueService, QueueReadModel], exports: [QueueReadModel] })
export class QueueModule {}
