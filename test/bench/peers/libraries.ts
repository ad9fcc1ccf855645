import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import type { Peer } from './peer.js'

/** The best of the set-ups tried for it: prefixes and a fifth of a word wrong from four letters on, titles twice. */
const isLong = (term: string): boolean => term.length > 3
export const miniSearch: Peer = {
  name: 'MiniSearch',
  async build(documents) {
    const index = new MiniSearch({ fields: ['title', 'text'] })
    index.addAll(documents)
    const options = { prefix: isLong, fuzzy: (term: string) => (isLong(term) ? 0.2 : false), boost: { title: 2 } }
    return query =>
      index
        .search(query, options)
        .slice(0, 10)
        .map(found => String(found.id))
  },
}

/** As it comes. Words are handed over one by one: signs in a text would be read as its query language, or stay on the word. */
export const lunrJs: Peer = {
  name: 'lunr',
  async build(documents) {
    const index = lunr(function () {
      this.ref('id')
      this.field('title')
      this.field('text')
      for (const document of documents) this.add(document)
    })
    return text =>
      index
        .query(query => {
          for (const word of text.toLowerCase().match(/[a-z0-9]+/g) ?? []) query.term(word, {})
        })
        .slice(0, 10)
        .map(found => found.ref)
  },
}

/** As it comes. */
export const orama: Peer = {
  name: 'Orama',
  async build(documents) {
    const index = create({ schema: { title: 'string', text: 'string' } })
    await insertMultiple(index, [...documents], 500)
    return async term => (await searchOrama(index, { term, limit: 10 })).hits.map(hit => hit.id)
  },
}
