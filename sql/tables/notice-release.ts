import type { Insertable, Selectable } from 'kysely'
import type { Generated, Json, Timestamp } from './column-types.js'

/** One publication in a procurement, without contact persons. The same id with other content is kept as well: the last taken wins. */
export interface NoticeReleaseTable {
  id: Generated<string>
  source_id: string
  ocid: string
  release_id: string
  tags: string[]
  notice_type: string | null
  published_at: Timestamp
  body: Json
  content_hash: Buffer
  pull_id: string
  taken_at: Generated<Timestamp>
}

export type NoticeReleaseRow = Selectable<NoticeReleaseTable>
export type NewNoticeRelease = Insertable<NoticeReleaseTable>
