import { Module } from '@nestjs/common'
import { SessionController } from './session.controller.js'
import { SessionService } from './session.service.js'
import { SessionStore } from './session.store.js'

@Module({ controllers: [SessionController], providers: [SessionService, SessionStore], exports: [SessionService] })
export class AccountsModule {}
