import { Readable } from 'node:stream'

/** One line of a file as bytes, without its end, with its number from 1. */
export interface Line {
  bytes: Buffer
  number: number
}

const LF = 0x0a
const CR = 0x0d
const LONGEST = 1_000_000

/** Splits bytes into lines at LF, CRLF and CR alike. A line longer than a megabyte is cut there. */
export async function* lines(source: Readable | Buffer): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0)
  let number = 0
  let afterCr = false
  for await (const chunk of Buffer.isBuffer(source) ? [source] : (source as AsyncIterable<Buffer>)) {
    const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let start = 0
    let from = rest.length
    let hasLf = true
    for (;;) {
      if (afterCr && start < data.length && start === from) {
        if (data[start] === LF) start = from = start + 1
        afterCr = false
      }
      const lf: number = hasLf ? data.indexOf(LF, from) : -1
      hasLf = lf >= 0
      const cr = (hasLf ? data.subarray(0, lf) : data).indexOf(CR, from)
      const end = cr >= 0 ? cr : lf
      if (end < 0) break
      yield { bytes: data.subarray(start, end), number: ++number }
      afterCr = data[end] === CR
      start = from = end + 1
    }
    rest = data.subarray(start)
    if (rest.length > LONGEST) {
      yield { bytes: rest, number: ++number }
      rest = Buffer.alloc(0)
    }
  }
  if (rest.length > 0) yield { bytes: rest, number: ++number }
}
