import { Module } from '@nestjs/common'
import { OrganisationRecordReadModel } from './organisation-record.read-model.js'
import { OrganisationsController } from './organisations.controller.js'
import { OrganisationsReadModel } from './organisations.read-model.js'
import { OrganisationsService } from './organisations.service.js'

@Module({
  controllers: [OrganisationsController],
  providers: [OrganisationsService, OrganisationsReadModel, OrganisationRecordReadModel],
})
export class OrganisationsModule {}
