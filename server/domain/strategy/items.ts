/** What can serve a priority. */
export type ItemKind = 'need' | 'idea' | 'organisation' | 'award'

export const ITEM_KINDS: readonly ItemKind[] = ['need', 'organisation', 'idea', 'award']

/** A piece of an item's own words, with the name of the field it stands in (a reader's tier may not reach every field). */
export interface Passage {
  field: string
  text: string
}

/** A classification code that the item carries, with its official title. */
export interface ItemCode {
  scheme: 'SIC' | 'CPV'
  code: string
  title: string
}

/** What is compared with a framework: words and codes, nothing else. */
export interface Item {
  kind: ItemKind
  id: string
  passages: Passage[]
  codes: ItemCode[]
}

/** A priority as links see it. */
export interface Priority {
  id: string
  title: string
  definition: string
  sicPrefixes: string[]
  cpvPrefixes: string[]
}

/** Words that a link rests on: text as it stands, where it stands, and which parts of it met. */
export interface Quote {
  side: 'item' | 'priority'
  /** 'code', 'definition', or the item's field. */
  field: string
  text: string
  marks: { start: number; end: number }[]
}

/**
 * A link that a rule or the word overlap proposes. It is never `principal`: that is about intent, so it needs a person.
 * The quotes begin with the item's own.
 */
export interface Suggestion {
  kind: ItemKind
  itemId: string
  priorityId: string
  basis: 'rule' | 'model'
  grade: 'significant'
  confidence: number
  method: string
  quotes: [Quote, ...Quote[]]
}
