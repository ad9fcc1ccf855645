import type { Voice } from './content.js'
import type { Digest, DigestItem, Link, Row } from './digest.js'

// The text part: complete by itself, 72 columns, addresses on lines of their own.

const WIDTH = 72
const RULE = '-'.repeat(WIDTH)
const INDENT = 11

/** The digest as plain text. */
export function digestText(digest: Digest): string {
  const rest = digest.rest ? [`${wrap(digest.rest.words)}\n${digest.rest.link.words}: ${digest.rest.link.address}`] : []
  const footer = digest.footer.map(row => `${row.name.toUpperCase()}\n${row.lines.map(line => wrap(line)).join('\n')}`)
  const [next = '', ...after] = [...rest, ...footer]
  const blocks = [
    `WELLMET, ${digest.sender}`,
    `${wrap(digest.headline)}\n${wrap(digest.lede)}`,
    ...digest.items.map((item, at) => itemText(item, at + 1)),
    `${RULE}\n${next}`,
    ...after,
    linkLines(digest.links),
    wrap(digest.identity),
  ]
  return `${blocks.join('\n\n')}\n`
}

function itemText(item: DigestItem, number: number): string {
  const title =
    item.label === null
      ? [wrap(`${number}. ${item.title}`)]
      : [`${number}. ${item.label.toUpperCase()}`, wrap(item.title)]
  const head = [RULE, ...title, wrap(item.where)]
  const notes = [item.notAnOpportunity, item.changed].filter(note => note !== null).map(note => wrap(note))
  const why: Row = { name: 'Why', lines: [whyWords(item.why)] }
  const rows = [...item.facts, why, ...item.doubts].map(rowText)
  return [[...head, ...notes].join('\n'), rows.join('\n'), linkLines([item.open, ...item.answers])].join('\n\n')
}

/** "The need says “…”. Your profile says “…”." A voice without words is a sentence by itself. */
export const whyWords = (voices: readonly Voice[]): string =>
  voices.map(({ speaker, quote }) => (quote === null ? `${speaker}.` : `${speaker} says “${quote}”.`)).join(' ')

const rowText = ({ name, lines }: Row): string => wrap(lines.join(' '), `${name}:`.padEnd(INDENT), ' '.repeat(INDENT))

function linkLines(links: readonly Link[]): string {
  const width = Math.max(...links.map(link => link.words.length)) + 2
  return links.map(link => `${link.words}:`.padEnd(width) + link.address).join('\n')
}

/** Breaks at spaces; a word that is longer than a line stays whole, so that addresses can be followed. */
export function wrap(text: string, first = '', rest = ''): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = rest
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line].join('\n')
}
