import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { type SourceDocument, UnexpectedContent } from '../source.js'

/** A part holds about 450 MB unpacked and shrinks to a sixth; the whole as one file grows towards 4 GB. */
const LARGEST_UNPACKED = 6_000_000_000
const LARGEST_RATIO = 60
const ZIP_BEGINS = Buffer.from('PK')

/** The CSV of a snapshot document, out of its zip when it is one. Throws UnexpectedContent for any other archive. */
export async function csvOf(document: SourceDocument): Promise<Readable | Buffer> {
  if (document.path) {
    return (await isZip(document.path))
      ? unzipped(await open(document.path), document.address)
      : createReadStream(document.path)
  }
  if (!document.bytes.subarray(0, 2).equals(ZIP_BEGINS)) return document.bytes
  return unzipped(await fromBuffer(document.bytes, document.address), document.address)
}

async function isZip(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 1 }) as AsyncIterable<Buffer>) return chunk.equals(ZIP_BEGINS)
  return false
}

const OPTIONS = { lazyEntries: true, validateEntrySizes: true, autoClose: true } as const

function open(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) =>
    yauzl.open(path, OPTIONS, (problem, zip) => (problem ? reject(unreadable(path, problem)) : resolve(zip))),
  )
}

function fromBuffer(bytes: Buffer, address: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(bytes, OPTIONS, (problem, zip) => (problem ? reject(unreadable(address, problem)) : resolve(zip))),
  )
}

const unreadable = (address: string, problem: Error): UnexpectedContent =>
  new UnexpectedContent(`${address} is not a whole zip file (${problem.message}): fetch it again.`)

/** The one CSV inside. The entry's name is looked at, never used as a path; size and ratio are capped before reading. */
function unzipped(zip: yauzl.ZipFile, address: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const refuse = (what: string): void => {
      zip.close()
      reject(new UnexpectedContent(`${address}: ${what}. Expected a zip with one Companies House CSV.`))
    }
    if (zip.entryCount !== 1) return refuse(`the archive holds ${zip.entryCount} entries`)
    zip.on('error', problem => reject(unreadable(address, problem)))
    zip.on('entry', (entry: yauzl.Entry) => {
      if (!/^[^/\\]+\.csv$/i.test(entry.fileName)) return refuse('the entry is not a CSV')
      if (entry.uncompressedSize > LARGEST_UNPACKED || entry.uncompressedSize > entry.compressedSize * LARGEST_RATIO)
        return refuse(`the entry would unpack to ${entry.uncompressedSize} bytes`)
      zip.openReadStream(entry, (problem, stream) => (problem ? reject(unreadable(address, problem)) : resolve(stream)))
    })
    zip.readEntry()
  })
}
