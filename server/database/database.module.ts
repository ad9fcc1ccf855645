import { Global, Module } from '@nestjs/common'
import type { Config } from '../config/config.js'
import type { WebDoor } from './doors.js'

/** Injection tokens of the two things every feature may ask for. */
export const WEB_DOOR = Symbol('web door')
export const CONFIG = Symbol('config')

/** Gives the features the door to the database and the settings; the pool itself is handed to nobody. */
@Global()
@Module({})
export class DatabaseModule {
  static with(door: WebDoor, config: Config) {
    return {
      module: DatabaseModule,
      providers: [
        { provide: WEB_DOOR, useValue: door },
        { provide: CONFIG, useValue: config },
      ],
      exports: [WEB_DOOR, CONFIG],
    }
  }
}
