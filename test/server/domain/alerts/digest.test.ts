import { describe, expect, it } from 'vitest'
import type { AlertContent } from '../../../../server/domain/alerts/content.js'
import { type DigestFacts, MOST_ITEMS, makeDigest } from '../../../../server/domain/alerts/digest.js'
import { digestHtml } from '../../../../server/domain/alerts/mail-html.js'
import { digestText } from '../../../../server/domain/alerts/mail-text.js'
import { stageOf } from '../../../../server/domain/alerts/stage.js'
import { alertContent } from '../../../builders/alert-item.js'
import { chance, changed, digestFacts, lifts } from '../../../builders/digest.js'
import { wordsOfHtml, wordsOfText } from '../../../builders/mail-words.js'

// One test for each line of the content contract of a digest (product.md 7.1). The words are invented.

const text = (wish: Partial<DigestFacts> = {}): string => digestText(makeDigest(digestFacts(wish)))
const flat = (wish: Partial<DigestFacts> = {}): string => text(wish).replaceAll(/\s+/g, ' ')

describe('7.1.1 subject', () => {
  it('is the number of items and the best item’s title', () => {
    expect(makeDigest(digestFacts()).subject).toBe(
      '3 for Harelaw: Visits that notice decline early, for people living alone in the dales',
    )
  })

  it('does not exist for a digest without items', () => {
    expect(() => makeDigest(digestFacts({ items: [] }))).toThrow(
      new RangeError('A digest without items is never made.'),
    )
  })

  it('is one line of at most 160 characters, whatever a title holds', () => {
    const hostile = alertContent({ needTitle: `Lifts\r\nBcc: everybody@made.example\u2028${'x'.repeat(300)}` })
    const { subject } = makeDigest(digestFacts({ items: [hostile] }))
    expect(subject).toMatch(/^1 for Harelaw: Lifts Bcc: everybody@made\.example x+…$/)
    expect(subject).toHaveLength(160)
  })
})

describe('7.1.2 items', () => {
  it('are followed by one line with the count of the rest and a link', () => {
    expect(text()).toContain(
      '2 more wait under your ceiling.\nSee all 5: https://wellmet.example/a/AAAAAAAAAAAAAAAAAAAAAA\n',
    )
    expect(text({ waiting: 1 })).toContain('1 more waits under your ceiling.')
    expect(text({ waiting: 0 })).not.toContain('under your ceiling.')
  })
})

describe('7.1.2 items, seven at most', () => {
  it('are numbered in the order given', () => {
    const items = Array.from({ length: MOST_ITEMS }, (_, n) => alertContent({ needTitle: `Need ${n + 1}` }))
    const numbers = [...text({ items }).matchAll(/^(\d)\. STRONG\nNeed (\d)$/gm)].map(([, at, need]) => [at, need])
    expect(MOST_ITEMS).toBe(7)
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7'].map(n => [n, n]))
  })
})

describe('7.1.3 each item', () => {
  it('has title, place and buyer, stage, value, deadline and days left', () => {
    const words = flat({ items: [changed] })
    expect(words).toContain('Weardale and Teesdale. County Durham adult care. Early talks, not yet a tender.')
    expect(words).toContain('Value: £120,000 first phase Deadline: 18 December 2026, 24 days left')
  })

  it('says so where place, buyer, value or deadline are not stated', () => {
    const words = flat({ items: [{ ...lifts, place: null }] })
    expect(words).toContain('Place not stated. Buyer not stated.')
    expect(words).toContain('Value: not stated Deadline: not stated')
  })

  it('fits a note on the money into the line', () => {
    const material = { ...changed.material, money: 'Stated as 0, which means unknown.' }
    expect(flat({ items: [alertContent({ material })] })).toContain('Value: stated as 0, which means unknown Deadline:')
  })

  it('says why in one line that quotes both sides', () => {
    expect(flat()).toContain(
      'Why: The need says “We want staff to notice small changes”. Your contract summary, September 2025 says “trend shows early signs to the team lead”.',
    )
  })

  it('says what counts against, and the unknowns that could change it', () => {
    expect(flat({ items: [changed] })).toContain(
      'Against: You ran with 40 clients; this is for about 2,300. Unknown: Whether it works without mobile signal. That could change the label.',
    )
    expect(flat({ items: [lifts] })).not.toContain('Unknown:')
  })
})

describe('7.1.4 repeats and kinds', () => {
  it('carry what changed, with the old and the new value', () => {
    expect(flat()).toContain('Changed: deadline was 4 December, now 18 December.')
    const changes: AlertContent['changes'] = [
      { what: 'value', before: 'not stated', after: '£84,000' },
      { what: 'state', before: 'open', after: 'in_procurement' },
    ]
    expect(flat({ items: [alertContent({ changes })] })).toContain(
      'Changed: value was not stated, now £84,000; state was open, now in procurement.',
    )
  })

  it.each(['UK13', 'UK14', 'UK15', 'UK16'])('%s is never called an opportunity', noticeType => {
    const stage = stageOf({ stageText: null, state: 'open', noticeKind: 'other', noticeType })
    const words = flat({ items: [alertContent({ stage })] })
    expect(words).toContain(`Nothing to bid for: this notice (${noticeType}) is about a dynamic market.`)
    expect(words).not.toMatch(/opportunit/i)
  })

  it('a notice whose stage is unknown is never called an opportunity', () => {
    const stage = stageOf({ stageText: null, state: 'open', noticeKind: 'other', noticeType: null })
    expect(flat({ items: [alertContent({ stage })] })).toContain('Nothing to bid for as far as is known')
  })

  it('a need that asks is not doubted', () => {
    const asks = { stageText: null, state: 'open', noticeType: 'UK2', noticeKind: 'engagement' }
    expect(stageOf(asks)).toEqual({ words: 'Open, not yet a tender', notAnOpportunity: null })
  })

  it('an item that looks like the wrong kind of work says so', () => {
    expect(flat()).toContain('Against: Looks like the wrong kind of work: vehicles are asked for, you offer booking.')
  })
})

describe('7.1.5 second chances', () => {
  it('say the recorded reason, why it no longer bites, and which tier anyone would see', () => {
    expect(flat({ items: [chance] })).toContain(
      'Then, now: Recorded reason: portfolio (“the money of this round covers one project only”). Why it no longer bites: another buyer with its own money. Who would see what: tier “teaser”, title and teaser, no name. Nothing is sent unless you say so.',
    )
  })

  it('are named as such, with whose idea it is and when it was not adopted', () => {
    const words = flat({ items: [chance] })
    expect(words).toContain(
      '1. STRONG. SECOND CHANCE Four Questions at the Door, your idea: a second chance in Weardale and Teesdale',
    )
    expect(words).toContain('Your idea of March 2025, not adopted then.')
    expect(words).toContain('Value: £120,000 first phase; your stated price £84,000')
  })

  it('ask the owner first where the reader is somebody else, and keep the price', () => {
    const other = { ...chance, idea: { ...chance.idea!, own: false } }
    const words = flat({ items: [other] })
    expect(words).toContain('Who would see what: tier “teaser”. Its owner is asked first.')
    expect(words).not.toContain('£84,000')
  })
})

describe('7.1.6 footer', () => {
  it('names the sources checked, the last success of each, and which is down since when', () => {
    expect(flat()).toContain(
      '1 of 3 sources healthy. National notices 24 November, 05:02 (thin: its items are held until it is whole); Charity register 24 November, 02:30. Company register down since 21 November, 04:10.',
    )
  })

  it('keeps a source’s name in one piece, and says which has never answered', () => {
    const sources: DigestFacts['sources'] = [
      {
        name: 'Company register, monthly file (demonstration)',
        state: 'ok',
        lastSuccess: new Date('2026-11-24T05:02:00Z'),
      },
      { name: 'Payments', state: 'failing', lastSuccess: null },
    ]
    expect(flat({ sources })).toContain(
      '1 of 2 sources healthy. Company register (monthly file) 24 November, 05:02. Payments has never answered.',
    )
  })

  it('says the precision so far with n, or that there are not enough answers', () => {
    expect(flat()).toContain('You answered 18 times; 13 were a good fit (72%).')
    expect(flat({ answers: { n: 4, fit: 4 } })).toContain('Not enough answers yet: 4 so far, and 5 are needed.')
    expect(flat({ answers: { n: 0, fit: 0 } })).toContain('Not enough answers yet: none so far, and 5 are needed.')
  })

  it('says which ceiling is in force', () => {
    expect(flat()).toContain('At most 5 items a week. 2 more are waiting.')
    expect(flat({ ceiling: 1, waiting: 1 })).toContain('At most 1 item a week. 1 more is waiting.')
  })
})

describe('7.1.7 links', () => {
  it('for feedback, pause and stop lead to pages, and differ between readers in the token alone', () => {
    const one = text()
    const other = text({ token: 'BBBBBBBBBBBBBBBBBBBBBB' })
    expect(one).toContain(
      `Good fit:      https://wellmet.example/f/AAAAAAAAAAAAAAAAAAAAAA/fit?need=${changed.needId}\n`,
    )
    expect(one).toContain(`/f/AAAAAAAAAAAAAAAAAAAAAA/later?need=${chance.needId}&idea=${chance.idea?.id}\n`)
    expect(one).toContain('Pause for a month:        https://wellmet.example/a/AAAAAAAAAAAAAAAAAAAAAA\n')
    expect(one).toContain('Stop this alert:          https://wellmet.example/u/AAAAAAAAAAAAAAAAAAAAAA\n')
    expect(other.replaceAll('BBBBBBBBBBBBBBBBBBBBBB', 'AAAAAAAAAAAAAAAAAAAAAA')).toBe(one)
  })
})

describe('7.1.8 both parts', () => {
  it('say the same words in the same order, and lead to the same addresses', () => {
    const digest = makeDigest(digestFacts())
    const [plain, rich] = [wordsOfText(digestText(digest)), wordsOfHtml(digestHtml(digest))]
    expect(rich.words).toEqual(plain.words)
    expect(new Set(rich.addresses)).toEqual(new Set(plain.addresses))
  })

  it('hold no picture, no script, nothing that is fetched, and no address but ours', () => {
    const html = digestHtml(makeDigest(digestFacts()))
    expect(html).not.toMatch(/<(img|script|link|iframe|object|video|audio|form)\b|url\(|src=|@import/i)
    expect(
      [...html.matchAll(/https?:\/\/[^/"\s<]+/g)].filter(([origin]) => origin !== 'https://wellmet.example'),
    ).toEqual([])
    expect(Buffer.byteLength(html)).toBeLessThan(100_000)
  })

  it('carry the postal identity of the hub, why this person receives it, on what basis and since when', () => {
    const words = flat()
    expect(words).toContain('Durham demonstration hub, 1 Example Street, Durham.')
    expect(words).toContain('You confirmed this weekly alert, “Needs for Harelaw”, on 3 June 2026. Basis: consent.')
  })

  it('show hostile text literally, in HTML and as text', () => {
    const bad = `"><SCRIPT SRC=//x.example> LTD <img src=x onerror=canary()> {{7*7}} \${7*7} &lt;b&gt;`
    const html = digestHtml(
      makeDigest(digestFacts({ items: [alertContent({ needTitle: bad, place: bad, against: bad })] })),
    )
    expect(html).not.toMatch(/<(script|img)/i)
    expect(html).toContain(
      `&lt;SCRIPT SRC=//x.example&gt; LTD &lt;img src=x onerror=canary()&gt; {{7*7}} \${7*7} &amp;lt;b&amp;gt;`,
    )
  })
})

describe('7.1.8 a text part that stands by itself', () => {
  it('keeps to 72 columns, but for lines that end in an address', () => {
    expect(
      text()
        .split('\n')
        .filter(line => line.length > 72 && !/ https:\/\/\S+$/.test(line)),
    ).toEqual([])
  })
})

describe('7.1.9 other people', () => {
  it('are not in it: nothing but the facts handed in is written, and nothing is promoted', () => {
    expect(text()).not.toMatch(/upgrade|sponsor|recommend|discount/i)
    expect(text().match(/@/g)).toBeNull()
  })
})

describe('the head of a digest', () => {
  it.each([
    [[changed, chance, lifts], 'Three things fit this week. One is your own idea.'],
    [[chance], 'One thing fits this week. It is your own idea.'],
    [
      [{ ...chance, idea: { ...chance.idea!, own: false } }, lifts],
      'Two things fit this week. One is a second chance.',
    ],
    [[changed], 'One thing fits this week.'],
    [[alertContent({ label: null })], 'One thing is new or changed this week.'],
  ])('counts what is in it (%#)', (items, headline) => {
    expect(makeDigest(digestFacts({ items })).headline).toBe(headline)
  })

  it('names the day, the reader and how long there is', () => {
    expect(makeDigest(digestFacts()).lede).toBe(
      'Tuesday 24 November 2026, for Harelaw Care Technologies Ltd. The first has until 18 December.',
    )
  })
})
