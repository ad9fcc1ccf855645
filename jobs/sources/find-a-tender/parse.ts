import { parseDocument } from '../notices/parse-documents.js'
import type { Release } from '../notices/release.js'
import type { Parsed, SourceDocument } from '../source.js'

/** Releases of a Find a Tender page, of one notice, or of a record package. */
export const parse = (document: SourceDocument): Generator<Parsed<Release>> => parseDocument(document)
