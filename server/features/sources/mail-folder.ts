import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../../config/config.js'
import { CONFIG } from '../../database/database.module.js'

/** Where mails land while no relay is set: one file a mail, named by its outbox id. Only names are read, never bodies. */
@Injectable()
export class MailFolder {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whether mails leave through a relay. */
  get hasRelay(): boolean {
    return this.config.smtpUrl !== undefined
  }

  /** The folder's path. Away from loopback only its name: a visitor has no business with paths of the machine. */
  get path(): string {
    return this.config.loopback ? this.folder : 'mail'
  }

  /** Names of the files that are there; a folder that does not exist yet holds none. */
  async files(): Promise<ReadonlySet<string>> {
    try {
      return new Set((await readdir(this.folder)).filter(name => name.endsWith('.eml')))
    } catch (problem) {
      if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return new Set()
      throw problem
    }
  }

  private get folder(): string {
    return join(this.config.dataDir, 'mail')
  }
}
