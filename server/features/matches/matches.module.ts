import { Module } from '@nestjs/common'
import { MatchesController } from './matches.controller.js'
import { MatchesService } from './matches.service.js'
import { MatchesStore } from './matches.store.js'

@Module({ controllers: [MatchesController], providers: [MatchesService, MatchesStore] })
export class MatchesModule {}
