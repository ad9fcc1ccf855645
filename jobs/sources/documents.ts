import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { BadInput } from '../errors.js'
import type { FetchedWindow, Source, SourceDocument } from './source.js'

/** Above this size a source that can stream is given the path instead of the bytes. */
const LARGE = 16_000_000
const LARGEST_IN_MEMORY = 200_000_000

/**
 * A file on this machine as a window of one document. It is the whole set when the publisher's name for whole sets
 * says so, or the caller. Throws BadInput that names the file.
 */
export async function fileWindow(
  connector: Source,
  path: string,
  full: boolean,
): Promise<FetchedWindow & { fileName: string }> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile())
    throw new BadInput(
      `There is no file ${path}. Expected a file of ${connector.description.publisher}: ${connector.id}.`,
    )
  const fileName = basename(path)
  const version = connector.fullSet?.(fileName) ?? null
  const large = Boolean(connector.streams) && found.size > LARGE
  if (!large && found.size > LARGEST_IN_MEMORY)
    throw new BadInput(`${fileName} has ${found.size} bytes; ${connector.id} reads files up to ${LARGEST_IN_MEMORY}.`)
  const whole = full || version !== null
  return {
    fileName,
    full: whole,
    ...(whole ? { mark: version ?? `file:${fileName}` } : {}),
    documents: one({
      address: fileName,
      contentType: null,
      bytes: large ? Buffer.alloc(0) : await readFile(path),
      ...(await mappingBeside(path)),
      ...(large ? { path: resolve(path) } : {}),
    }),
  }
}

/** The saved mapping of a person's own file, where there is one. Throws BadInput when it is no JSON. */
async function mappingBeside(path: string): Promise<{ mapping?: unknown }> {
  const beside = `${path}.mapping.json`
  const text = await readFile(beside, 'utf8').catch(() => null)
  if (text === null) return {}
  try {
    return { mapping: JSON.parse(text) as unknown }
  } catch {
    throw new BadInput(`${basename(beside)} is not whole JSON: mend it or take it away.`)
  }
}

async function* one(document: SourceDocument): AsyncGenerator<SourceDocument> {
  yield document
}

/** SHA-256 and length of a document, wherever its bytes are. */
export async function fingerprintOf(document: SourceDocument): Promise<{ sha256: Buffer; byteLength: number }> {
  const hash = createHash('sha256')
  if (!document.path) return { sha256: hash.update(document.bytes).digest(), byteLength: document.bytes.length }
  let byteLength = 0
  for await (const chunk of createReadStream(document.path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    byteLength += chunk.length
  }
  return { sha256: hash.digest(), byteLength }
}
