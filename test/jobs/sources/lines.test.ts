import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { csvLine } from '../../../jobs/sources/csv-line.js'
import { lines } from '../../../jobs/sources/lines.js'

async function read(source: Buffer | Readable): Promise<[number, string][]> {
  const found: [number, string][] = []
  for await (const line of lines(source)) found.push([line.number, line.bytes.toString()])
  return found
}

it('ends a line at LF, CRLF and CR alike', async () =>
  expect(await read(Buffer.from('a\nb\r\nc\rd'))).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
    [4, 'd'],
  ]))

it('keeps empty lines, and needs no end at the end', async () =>
  expect((await read(Buffer.from('a\n\nb\n'))).map(([, text]) => text)).toEqual(['a', '', 'b']))

it('does not care where the stream is cut', async () => {
  const whole = 'first,1\r\nsecond,2\r\nthird,3\r\n'
  for (let cut = 1; cut < whole.length; cut++) {
    const chunks = Readable.from([Buffer.from(whole.slice(0, cut)), Buffer.from(whole.slice(cut))])
    expect((await read(chunks)).map(([, text]) => text)).toEqual(['first,1', 'second,2', 'third,3'])
  }
})

it.each([
  ['a,b,,', ['a', 'b', '', '']],
  ['"a","b ""c"" d","",""', ['a', 'b "c" d', '', '']],
  ['""" BROOK VIEW ""MADE LTD",1', ['" BROOK VIEW "MADE LTD', '1']],
  ['a,"b,c"', ['a', 'b,c']],
])('%s has the fields %j', (line, fields) => expect(csvLine(line)).toEqual(fields))

it.each(['"a,b', 'a,"b"c,d'])('%s is no CSV line', line => expect(csvLine(line)).toBeNull())
