import { Injectable } from '@nestjs/common'
import type { Actor } from '../../database/actor.js'
import { NotFound } from '../../domain/errors.js'
import { startCounted, townName } from '../../domain/needs/words.js'
import { nextCursor, offsetOf } from '../../http/paging.js'
import { OrganisationRecordReadModel } from './organisation-record.read-model.js'
import { organisationView } from './organisation-view.js'
import { OrganisationsReadModel } from './organisations.read-model.js'
import type { Organisation, OrganisationList, OrganisationListQuery } from './organisations.schemas.js'

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly lists: OrganisationsReadModel,
    private readonly records: OrganisationRecordReadModel,
  ) {}

  async list(actor: Actor, query: OrganisationListQuery): Promise<OrganisationList> {
    const offset = offsetOf(query.cursor)
    const { rows, total } = await this.lists.search(actor, query, offset)
    return {
      items: rows.map(row => ({ ...row, town: row.town && townName(row.town) })),
      total,
      next_cursor: nextCursor(offset, query.limit, total),
      headline: `${startCounted(total, 'organisation', 'organisations')} for “${query.q}”`,
      not_in_here: 'previous and trading names; sole traders and partnerships that no register lists.',
    }
  }

  async show(actor: Actor, id: string): Promise<Organisation> {
    const record = await this.records.find(actor, id)
    if (!record) throw new NotFound('There is no organisation with this id.')
    return organisationView(record)
  }
}
