import { parseDocument } from '../notices/parse-documents.js'
import type { Release } from '../notices/release.js'
import type { Parsed, SourceDocument } from '../source.js'

/** Releases of a Contracts Finder document. The release's own date ends in Z there and means London time. */
export const parse = (document: SourceDocument): Generator<Parsed<Release>> =>
  parseDocument(document, { zIsLondon: true })
