import type { BenchDocument } from '../collections.js'

/** A search engine to stand beside: builds an index, then gives the ids of the best ten for a query. */
export interface Peer {
  name: string
  build(documents: readonly BenchDocument[]): Promise<Search>
}

export type Search = (query: string) => Promise<readonly string[]> | readonly string[]
