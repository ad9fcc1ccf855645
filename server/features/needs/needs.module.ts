import { Module } from '@nestjs/common'
import { NeedMatchesReadModel } from './need-matches.read-model.js'
import { NeedRecordReadModel } from './need-record.read-model.js'
import { NeedsController } from './needs.controller.js'
import { NeedsReadModel } from './needs.read-model.js'
import { NeedsService } from './needs.service.js'

@Module({
  controllers: [NeedsController],
  providers: [NeedsService, NeedsReadModel, NeedRecordReadModel, NeedMatchesReadModel],
})
export class NeedsModule {}
