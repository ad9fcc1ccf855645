import { Module } from '@nestjs/common'
import type { Config } from './config/config.js'
import { DatabaseModule } from './database/database.module.js'
import type { WebDoor } from './database/doors.js'
import { AccountsModule } from './features/accounts/accounts.module.js'
import { HealthController } from './http/health.controller.js'

/** Every question that the product answers is one module. */
@Module({})
export class AppModule {
  static with(door: WebDoor, config: Config) {
    return {
      module: AppModule,
      imports: [DatabaseModule.with(door, config), AccountsModule],
      controllers: [HealthController],
    }
  }
}
