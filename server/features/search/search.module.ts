import { Module } from '@nestjs/common'
import { SearchController } from './search.controller.js'
import { SearchReadModel } from './search.read-model.js'
import { SearchService } from './search.service.js'

@Module({ controllers: [SearchController], providers: [SearchService, SearchReadModel] })
export class SearchModule {}
