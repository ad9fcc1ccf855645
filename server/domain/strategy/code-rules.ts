import type { Item, ItemCode, Priority, Suggestion } from './items.js'

export const CODE_METHOD = 'code-prefix/1'

/**
 * How sure a code makes us that the item serves the priority. Assumed, not measured: sectors overlap and registrations
 * are self-declared; a buyer's procurement code is wrong more often still. A trial with two coders replaces both.
 */
export const CODE_CONFIDENCE: Record<ItemCode['scheme'], number> = { SIC: 0.6, CPV: 0.5 }

/** Links by the prefixes that a priority lists. Each quotes the code with its title, and the priority's own definition. */
export function linksByCode(item: Item, priorities: readonly Priority[]): Suggestion[] {
  return priorities.flatMap(priority => {
    const found = item.codes.find(code => prefixOf(code, priority) !== undefined)
    if (!found) return []
    const prefix = prefixOf(found, priority) ?? ''
    const suggestion: Suggestion = {
      kind: item.kind,
      itemId: item.id,
      priorityId: priority.id,
      basis: 'rule',
      grade: 'significant',
      confidence: CODE_CONFIDENCE[found.scheme],
      method: CODE_METHOD,
      quotes: [
        {
          side: 'item',
          field: 'code',
          text: `${found.code} ${found.title}`.trim(),
          marks: [{ start: 0, end: prefix.length }],
        },
        { side: 'priority', field: 'definition', text: priority.definition, marks: [] },
      ],
    }
    return [suggestion]
  })
}

/** The longest prefix of the priority that the code begins with. Two to five digits mix, so prefixes are compared as text. */
function prefixOf(code: ItemCode, priority: Priority): string | undefined {
  const prefixes = code.scheme === 'SIC' ? priority.sicPrefixes : priority.cpvPrefixes
  return prefixes.filter(p => p !== '' && code.code.startsWith(p)).sort((a, b) => b.length - a.length)[0]
}
