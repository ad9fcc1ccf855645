import { Module } from '@nestjs/common'
import { MailFolder } from './mail-folder.js'
import { SourcesController } from './sources.controller.js'
import { SourcesReadModel } from './sources.read-model.js'
import { SourcesService } from './sources.service.js'

@Module({ controllers: [SourcesController], providers: [MailFolder, SourcesReadModel, SourcesService] })
export class SourcesModule {}
