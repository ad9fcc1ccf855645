import { Injectable } from '@nestjs/common'
import { InvalidValue, NotFound } from '../../domain/errors.js'
import { ITEM_KINDS, type ItemKind } from '../../domain/strategy/items.js'
import { allocate, type CellCount, flagsOf, totalOf } from '../../domain/strategy/measures.js'
import { type Place, PlacesReadModel } from '../places/places.read-model.js'
import { type AlignmentContext, balancePanel, matrixPanel } from './alignment.panels.js'
import { AlignmentReadModel, emptyCells, type PlaceAlignment } from './alignment.read-model.js'
import { cellWords, headline, lede, NOT_IN_HERE } from './alignment.words.js'
import { type FrameworkRow, FrameworksReadModel, type LeafRow } from './frameworks.read-model.js'
import { nationalRows } from './national.js'
import type { Alignment, AlignmentQuery, FrameworkList } from './strategy.schemas.js'

/** A row as it is sent, with all counts (flags and sentences speak of these) and those that the reader asked to see. */
type MatrixRow = Alignment['rows'][number] & Record<'cells' | 'shown', Record<ItemKind, CellCount>>

@Injectable()
export class AlignmentService {
  constructor(
    private readonly places: PlacesReadModel,
    private readonly frameworks: FrameworksReadModel,
    private readonly alignments: AlignmentReadModel,
  ) {}

  async list(): Promise<FrameworkList> {
    const items = (await this.frameworks.list()).map(asItem)
    return { items, total: items.length }
  }

  /** Where needs, organisations, ideas and awards of a place stand against one strategy. */
  async show(code: string, query: AlignmentQuery): Promise<Alignment> {
    const place = await this.places.find(code)
    const all = await this.frameworks.list()
    const framework = chooseFramework(all, place, query.framework)
    const leaves = await this.frameworks.leaves(framework.id)
    const found = await this.alignments.of(place.code, framework.id)
    const rows = sorted(matrixRows(leaves, found, query.linked_by), query.sort)
    const context: AlignmentContext = {
      place,
      framework,
      filters: { place: place.code, framework: framework.key, linked_by: query.linked_by, sort: query.sort },
      computedAt: found.computedAt,
    }
    const allocation = allocate(await this.alignments.weighedAwards(place.members, framework.id))
    const coverage = ITEM_KINDS.map(kind => ({ item_kind: kind, ...coverageOf(found, kind) }))
    return {
      place: { code: place.code, name: place.name },
      framework: asItem(framework),
      frameworks: all.map(({ key, name }) => ({ key, name })),
      headline: headline(rows, found.computedAt !== null, place.name),
      lede: lede(rows, found.computedAt !== null),
      rows: rows.map(({ cells: _all, shown: _shown, ...row }) => row),
      coverage: coverageOf(found, 'need'),
      coverage_by_kind: coverage,
      matrix: matrixPanel(context, rows, found.coverage.need),
      balance: balancePanel(
        context,
        allocation,
        leaves.map(l => ({
          id: l.id,
          title: l.title,
          target: l.target_share === null ? null : Number(l.target_share),
        })),
      ),
      national: await this.national(framework, leaves, all),
      not_in_here: NOT_IN_HERE,
    }
  }

  /** How the strategy leads to the national one in force; nothing to show when it is national itself. */
  private async national(
    framework: FrameworkRow,
    leaves: LeafRow[],
    all: FrameworkRow[],
  ): Promise<Alignment['national']> {
    const national = all.find(f => f.level === 'national' && f.current)
    if (!national || framework.level === 'national') return []
    const nationalLeaves = await this.frameworks.leaves(national.id)
    const crosswalk = await this.frameworks.crosswalk(framework.id, national.id)
    return nationalRows({ local: framework, national }, { local: leaves, national: nationalLeaves }, crosswalk)
  }
}

/** The strategy asked for, else the nearest one in force: the place's own, then those around it, then a national one. */
export function chooseFramework(all: FrameworkRow[], place: Place, key: string | undefined): FrameworkRow {
  if (key !== undefined) {
    const named = all.find(f => f.key === key)
    if (named) return named
    throw new InvalidValue('framework', `There is no strategy called ${key.slice(0, 40)}. Choose one of the list.`)
  }
  for (const code of [place.code, ...place.around.map(a => a.code), null]) {
    const near = all.find(f => f.current && f.locality_code === code)
    if (near) return near
  }
  const any = all[0]
  if (!any) throw new NotFound('No strategy has been entered yet. Add one with its priorities.')
  return any
}

function matrixRows(leaves: LeafRow[], found: PlaceAlignment, linkedBy: AlignmentQuery['linked_by']): MatrixRow[] {
  return leaves.map(leaf => {
    const stored = found.cells.get(leaf.id) ?? emptyCells()
    const shown = linkedBy === 'person' ? mapKinds(kind => onlyConfirmed(stored[kind])) : stored
    return {
      node_id: leaf.id,
      title: leaf.title,
      parent: leaf.parent,
      definition: leaf.definition,
      flags: flagsOf(stored, found.coverage),
      ...mapKinds(kind => asCell(kind, shown[kind])),
      cells: stored,
      shown,
    }
  })
}

/** What people confirmed. The money behind it is not kept apart, so it is only told where everything is confirmed. */
const onlyConfirmed = (cell: CellCount): CellCount => ({
  items: cell.confirmed,
  confirmed: cell.confirmed,
  value: cell.confirmed === cell.items ? cell.value : null,
  valuedItems: cell.confirmed === cell.items ? cell.valuedItems : 0,
})

const asCell = (kind: ItemKind, cell: CellCount) => ({
  items: cell.items,
  confirmed: cell.confirmed,
  suggested: cell.items - cell.confirmed,
  value: cell.value,
  valued_items: cell.valuedItems,
  words: cellWords(kind, cell),
})

function sorted(rows: MatrixRow[], by: AlignmentQuery['sort']): MatrixRow[] {
  if (by === 'needs') return rows.toSorted((a, b) => b.need.items - a.need.items)
  if (by === 'gaps') return rows.toSorted((a, b) => b.flags.length - a.flags.length)
  return rows
}

function coverageOf(found: PlaceAlignment, kind: ItemKind): Alignment['coverage'] {
  const { confirmed, suggested, unlinked, notCoded } = found.coverage[kind]
  return { confirmed, suggested, unlinked, not_coded: notCoded, total: totalOf(found.coverage[kind]) }
}

const mapKinds = <T>(make: (kind: ItemKind) => T): Record<ItemKind, T> =>
  Object.fromEntries(ITEM_KINDS.map(kind => [kind, make(kind)])) as Record<ItemKind, T>

const asItem = (f: FrameworkRow): FrameworkList['items'][number] => ({
  key: f.key,
  name: f.name,
  owner: f.owner,
  level: f.level,
  valid_from: f.valid_from,
  valid_to: f.valid_to,
  status: f.status,
  source_address: f.source_address,
})
