import { describe, expect, it } from 'vitest'
import { parse } from '../../../../jobs/sources/challenges/parse.js'
import type { ChallengesRecord } from '../../../../jobs/sources/challenges/record.js'
import { stateOn } from '../../../../jobs/sources/challenges/state.js'
import { type Parsed, UnexpectedContent } from '../../../../jobs/sources/source.js'

const read = (text: string): Parsed<ChallengesRecord>[] => [
  ...parse({ address: 'made.txt', contentType: null, bytes: Buffer.from(text) }),
]
const first = (text: string) => {
  const parsed = read(text)[0]
  return parsed && 'record' in parsed ? parsed.record : parsed?.parked
}

describe('a list of challenges, one JSON object a line', () => {
  const line = JSON.stringify({
    id: 'c1',
    source: 'ukri',
    title: 'Warm Rooms: round 2',
    description: 'We need warm rooms.',
    opens: '2026-10-01',
    closes: '2026-12-01',
    sponsors: ['made'],
    topics: [],
    url: 'https://calls.example/1',
  })

  it('keeps title, problem, dates and address', () => {
    expect(first(line)).toMatchObject({
      kind: 'challenge',
      ref: 'c1',
      programme: { ref: 'ukri', name: 'UK Research and Innovation' },
      titleKey: 'warm rooms round 2',
      problem: 'We need warm rooms.',
      opensOn: '2026-10-01',
      closesOn: '2026-12-01',
      closesAt: '2026-12-01T23:59:59Z',
      state: null,
    })
  })

  it('parks a line that is cut off and reads on', () => {
    const parsed = read(`${line}\n{"id": "c2", "title": "Cut\n${line.replace('"c1"', '"c3"')}`)
    expect(parsed.map(one => ('record' in one ? 'read' : one.parked))).toEqual([
      'read',
      { position: 'line 2', reason: 'The line is not one whole JSON object.', excerpt: '{"id": "c2", "title": "Cut' },
      'read',
    ])
  })

  it('refuses a document whose first line is no challenge', () => {
    expect(() => read('{"name": "nothing"}')).toThrow(UnexpectedContent)
  })
})

describe('a CSV of challenges', () => {
  it('accepts the headings that people use', () => {
    const record = first(
      'Reference;Competition title;Description;Opening date;Deadline;Total value\nA1;Dry homes;Homes are wet.;01/10/2026;2026-11-20T11:00;"£120,000"\n',
    )
    expect(record).toMatchObject({
      ref: 'A1',
      title: 'Dry homes',
      opensOn: '2026-10-01',
      closesAt: '2026-11-20T11:00:00Z',
      closesOn: '2026-11-20',
      valueTotal: 120_000,
      programme: { name: 'Own challenges' },
    })
  })

  it('says which column is missing', () => {
    expect(() => read('id,name of it\n1,x\n')).toThrow('made.txt is not a list of challenges: no column "title".')
  })

  it('parks a row with a date that is none', () => {
    expect(first('id,title,closes\n1,x,soon\n')).toEqual({
      position: 'line 2',
      reason: '"closes" is no date or time: soon.',
      excerpt: '1 | x',
    })
  })
})

describe('an RSS or Atom feed', () => {
  const rss = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY boom "boom">]><rss version="2.0"><channel><title>Made calls</title>
    <item><title>Small &amp; warm</title><link>https://calls.example/7</link><guid>g7</guid><pubDate>Mon, 02 Nov 2026 09:00:00 +0000</pubDate>
      <category>heat</category><description>&lt;p&gt;We need &lt;b&gt;warm&lt;/b&gt; rooms &amp;amp; light.&lt;/p&gt;</description></item>
    <item><link>https://calls.example/8</link></item></channel></rss>`

  it('takes HTML and entities off and never reads a deadline out of prose', () => {
    expect(first(rss)).toMatchObject({
      ref: 'g7',
      title: 'Small & warm',
      problem: 'We need warm rooms & light.',
      topics: ['heat'],
      opensOn: '2026-11-02',
      closesAt: null,
      address: 'https://calls.example/7',
    })
    expect(read(rss)[1]).toEqual({
      parked: { position: 'item 2 of 2', reason: 'The item has no title.', excerpt: 'https://calls.example/8' },
    })
  })

  it('reads the alternate link of an Atom entry', () => {
    const atom =
      '<feed><title>T</title><entry><id>e1</id><title>Call</title><link rel="self" href="https://calls.example/self"/><link href="https://calls.example/9"/><summary>Short.</summary></entry></feed>'
    expect(first(atom)).toMatchObject({ ref: 'e1', address: 'https://calls.example/9', problem: 'Short.' })
  })

  it('calls a feed without items another layout', () => {
    expect(() => read('<rss><channel><title>Empty</title></channel></rss>')).toThrow('holds no item and no entry')
  })
})

describe('the state of a challenge on a day', () => {
  const challenge = (dates: { opensOn?: string; closesAt?: string }) => ({
    ...(first('id,title\n1,x\n') as Extract<ChallengesRecord, { kind: 'challenge' }>),
    ...dates,
  })
  const at = new Date('2026-11-25T10:00:00Z')

  it.each([
    [{ opensOn: '2026-12-01' }, 'scoping'],
    [{ opensOn: '2026-11-01', closesAt: '2026-11-25T10:00:01Z' }, 'open_call'],
    [{ opensOn: '2026-11-01', closesAt: '2026-11-25T09:59:59Z' }, 'closed'],
    [{ opensOn: '2026-06-01' }, 'open_call'],
    [{ opensOn: '2026-05-01' }, 'closed'],
    [{}, 'closed'],
  ] as const)('%j is %s', (dates, state) => {
    expect(stateOn(challenge(dates), at)).toBe(state)
  })
})
