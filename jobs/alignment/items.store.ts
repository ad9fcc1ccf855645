import { sql } from 'kysely'
import type { Tx } from '../../server/database/doors.js'
import { type AwardValue, isCeiling, valueUses } from '../../server/domain/economy/spend.js'
import type { Item, ItemCode, ItemKind, Passage } from '../../server/domain/strategy/items.js'

/** An item with what decides where and how it counts. */
export interface PlacedItem extends Item {
  /** Its place, or null where it is not known. */
  locality: string | null
  /** Counts wherever somebody looks: an idea can be taken up in any place. */
  everywhere: boolean
  /** Part of the counts: needs that are open, ideas that look for a second chance. */
  counted: boolean
  /** Pounds, for awards whose value may be summed. */
  value: number | null
}

/** What may be linked: published needs, organisations on the register, awards, and ideas whose owners consented. */
export async function readItems(tx: Tx): Promise<PlacedItem[]> {
  const titles = await cpvTitles(tx)
  const parts = [await needs(tx, titles), await organisations(tx), await awards(tx, titles), await ideas(tx)]
  return parts.flat()
}

async function needs(tx: Tx, titles: ReadonlyMap<string, string>): Promise<PlacedItem[]> {
  const rows = await tx
    .selectFrom('need')
    .select(['id', 'title', 'outcome', 'description', 'cpv', 'locality_code', 'state'])
    .where('state', 'not in', ['draft', 'submitted', 'withdrawn'])
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    ...item('need', row.id, row.locality_code),
    passages: passages({ title: row.title, outcome: row.outcome, description: row.description }),
    codes: cpvCodes(row.cpv, titles),
    counted: ['open', 'in_challenge', 'in_procurement'].includes(row.state),
  }))
}

async function organisations(tx: Tx): Promise<PlacedItem[]> {
  const { rows } = await sql<{
    id: string
    about: string | null
    locality_code: string | null
    codes: { code: string; title: string }[]
    statements: string[]
  }>`select o.id, o.about, o.locality_code,
      coalesce((select jsonb_agg(jsonb_build_object('code', a.code, 'title', a.title) order by a.position)
        from organisation_activity a where a.organisation_id = o.id and a.scheme = 'SIC 2007'), '[]') as codes,
      coalesce((select jsonb_agg(c.statement order by c.evidence_date desc nulls last, c.id)
        from capability c where c.organisation_id = o.id), '[]') as statements
    from organisation o where o.status <> 'left_register' order by o.id`.execute(tx)
  return rows.map(row => ({
    ...item('organisation', row.id, row.locality_code),
    passages: [...row.statements.map(text => ({ field: 'capability', text })), ...passages({ about: row.about })],
    codes: row.codes.map(code => ({ scheme: 'SIC' as const, ...code })),
  }))
}

async function awards(tx: Tx, titles: ReadonlyMap<string, string>): Promise<PlacedItem[]> {
  const rows = await tx
    .selectFrom('award as a')
    .innerJoin('notice as n', 'n.id', 'a.notice_id')
    .select(['a.id', 'a.notice_id', 'a.title', 'a.cpv', 'a.value_amount', 'a.value_currency', 'a.value_note'])
    .select(['n.title as notice_title', 'n.description', 'n.cpv as notice_cpv', 'n.locality_code', 'n.method_details'])
    .where(({ or, eb }) => or([eb('a.status', 'is', null), eb('a.status', 'not in', ['cancelled', 'unsuccessful'])]))
    .orderBy('a.id')
    .execute()
  const values: AwardValue[] = rows.map(row => ({
    id: row.id,
    noticeId: row.notice_id,
    value: row.value_amount !== null && (row.value_currency ?? 'GBP') === 'GBP' ? Number(row.value_amount) : null,
    ceiling: isCeiling({
      titles: [row.title ?? '', row.notice_title],
      methodDetails: row.method_details,
      valueNote: row.value_note,
    }),
  }))
  const uses = valueUses(values)
  return rows.map((row, i) => ({
    ...item('award', row.id, row.locality_code),
    passages: passages({ award: row.title, title: row.notice_title, description: row.description }),
    codes: cpvCodes(row.cpv.length > 0 ? row.cpv : row.notice_cpv, titles),
    value: uses.get(row.id) === 'counted' ? (values[i]?.value ?? null) : null,
  }))
}

/** Ideas speak with the words that their owner lets others read, and with those of the challenge that they answered. */
async function ideas(tx: Tx): Promise<PlacedItem[]> {
  const { rows } = await sql<{
    id: string
    title: string
    teaser: string | null
    body: string | null
    challenge: string | null
    locality_code: string | null
    tier: 'title' | 'teaser' | 'full'
    state: string
  }>`select i.id, i.title, i.teaser, i.state, c.tier, o.locality_code,
      (select v.body from idea_version v where v.idea_id = i.id order by v.version desc limit 1) as body,
      (select concat_ws('\n', h.title, h.problem) from submission s join challenge h on h.id = s.challenge_id
        where s.idea_id = i.id order by s.decided_on desc nulls last, s.id limit 1) as challenge
    from idea i join consent c on c.idea_id = i.id and c.revoked_at is null and c.tier <> 'named_reader'
      left join organisation o on o.id = i.organisation_id
    where i.state in ('not_adopted', 'seeking', 'introduced') order by i.id`.execute(tx)
  return rows.map(row => ({
    ...item('idea', row.id, row.locality_code),
    passages: passages({
      title: row.title,
      teaser: row.tier === 'title' ? null : row.teaser,
      body: row.tier === 'full' ? row.body : null,
      challenge: row.tier === 'title' ? null : row.challenge,
    }),
    everywhere: true,
  }))
}

/** CPV titles by code without its trailing zeros, so that a division's title answers for what lies below it. */
async function cpvTitles(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('classification_code')
    .select(['code', 'title'])
    .where('scheme', 'like', 'CPV%')
    .execute()
  return new Map(rows.map(row => [significant(row.code), row.title]))
}

function cpvCodes(codes: readonly string[], titles: ReadonlyMap<string, string>): ItemCode[] {
  return codes.map(code => {
    let prefix = significant(code)
    while (prefix.length > 2 && !titles.has(prefix)) prefix = prefix.slice(0, -1)
    return { scheme: 'CPV', code, title: titles.get(prefix) ?? '' }
  })
}

/** '72000000' -> '72': what remains says how deep the code goes, never less than its division. */
const significant = (code: string): string => code.slice(0, 2) + code.slice(2).replace(/0+$/, '')

const passages = (fields: Record<string, string | null>): Passage[] =>
  Object.entries(fields).flatMap(([field, text]) => (text ? [{ field, text }] : []))

const item = (kind: ItemKind, id: string, locality: string | null): PlacedItem => ({
  kind,
  id,
  passages: [],
  codes: [],
  locality,
  everywhere: false,
  counted: true,
  value: null,
})
