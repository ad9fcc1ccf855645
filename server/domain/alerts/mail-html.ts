import type { Voice } from './content.js'
import type { Digest, DigestItem, Link, Row } from './digest.js'
import { html, Markup } from './html.js'

// The HTML part: 600 px, tables only for the layout, system fonts, no image, nothing fetched from anywhere.

const FONT = 'font-family:Arial,Helvetica,sans-serif;'
const INK = '#14201B'
const SECOND = '#44524B'
const ACT = '#0B5D46'

/** Width of the first column and size of the words, in pixels: items first, the footer smaller. */
interface Columns {
  width: number
  size: number
}
const ITEM: Columns = { width: 86, size: 14 }
const FOOTER: Columns = { width: 120, size: 13 }

/** The frame of every mail: head, one column, dark mode for programs that know it. */
export const mailFrame = (mail: { subject: string; preheader: string; sender: string; body: Markup }): string =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${mail.subject}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; background: #F3F6F2; }
@media (max-width: 620px) { .wrap { width: 100% !important; } .pad { padding-left: 16px !important; padding-right: 16px !important; } }
@media (prefers-color-scheme: dark) { body, .bg { background: #0A110D !important; } .card { background: #101814 !important; } .i1 { color: #EAF0EC !important; } .i2 { color: #B7C4BC !important; } .ac { color: #7FD6B4 !important; } .ln { border-color: #3A4A42 !important; } .hi { background-color: #4A3D0A !important; color: #EAF0EC !important; } }
</style>
</head>
<body>
${mail.preheader ? html`<div style="display:none;max-height:0;overflow:hidden;" aria-hidden="true">${mail.preheader}</div>` : null}
<div role="main" aria-label="Mail from Wellmet"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#F3F6F2" class="bg"><tr><td align="center" style="padding:20px 0;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" class="wrap card" bgcolor="#FFFFFF" style="width:600px;">
<tr><td bgcolor="#0F2A21" style="padding:14px 28px;" class="pad"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="${FONT}font-size:17px;font-weight:bold;color:#F2F6F3;">Wellmet</td><td align="right" style="${FONT}font-size:13px;color:#B9CBC1;">${mail.sender}</td></tr></table></td></tr>
${mail.body}
</table></td></tr></table></div>
</body>
</html>
`.text

/** The digest as HTML: the same sentences as the text part. */
export function digestHtml(digest: Digest): string {
  const { subject, preheader, sender } = digest
  const body = html`${headHtml(digest.headline, digest.lede)}
${digest.items.map((item, at) => itemHtml(item, at === 0 ? `2px solid ${INK}` : '1px solid #CBD4CD'))}
${digest.rest ? restHtml(digest.rest) : null}
<tr><td style="padding:18px 28px 22px;border-top:2px solid ${INK};" class="pad ln">${rowsHtml(digest.footer)}
${linksHtml(digest.links, false)}
<p style="${FONT}font-size:13px;line-height:19px;margin:12px 0 0;color:${SECOND};" class="i2">${digest.identity}</p></td></tr>`
  return mailFrame({ subject, preheader, sender, body })
}

/** The finding and one line under it. */
export const headHtml = (headline: string, lede: string): Markup =>
  html`<tr><td style="padding:26px 28px 22px;" class="pad"><h1 style="${FONT}font-size:24px;line-height:30px;margin:0 0 8px;color:${INK};" class="i1">${headline}</h1><p style="${FONT}font-size:15px;line-height:22px;margin:0;color:${SECOND};" class="i2">${lede}</p></td></tr>`

function itemHtml(item: DigestItem, border: string): Markup {
  const rows = html`${item.facts.map(row => rowHtml(row, ITEM))}${whyRow(item.why)}${item.doubts.map(row => rowHtml(row, ITEM))}`
  return html`<tr><td style="padding:24px 28px;border-top:${border};" class="pad ln">
${item.label === null ? null : labelHtml(item.label, item.strength)}
<h2 style="${FONT}font-size:19px;line-height:25px;margin:0 0 4px;font-weight:bold;"><a href="${item.open.address}" style="color:${ACT};" class="ac">${item.title}</a></h2>
<p style="${FONT}font-size:14px;line-height:20px;margin:0 0 10px;color:${SECOND};" class="i2">${item.where}</p>
${noteHtml(item.notAnOpportunity)}${noteHtml(item.changed)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows}</table>
${linksHtml([item.open, ...item.answers], true)}</td></tr>
`
}

const DIAMONDS = { 2: '◆◆', 1: '◆◇', 0: '◇◇' } as const

function labelHtml(label: string, strength: DigestItem['strength']): Markup {
  const sign = strength === null ? '' : DIAMONDS[strength]
  const mark =
    sign &&
    html`<span aria-hidden="true" style="color:${ACT};letter-spacing:-2px;padding-right:7px;" class="ac">${sign}</span>`
  return html`<p style="${FONT}font-size:13px;line-height:18px;margin:0 0 5px;color:${INK};font-weight:bold;" class="i1">${mark}${label}</p>`
}

const noteHtml = (note: string | null): Markup | null =>
  note === null
    ? null
    : html`<p style="${FONT}font-size:14px;line-height:20px;margin:0 0 10px;padding:6px 10px;background-color:#FCEFB4;color:${INK};" class="hi">${note}</p>`

const rowsHtml = (rows: readonly Row[]): Markup =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows.map(row => rowHtml(row, FOOTER))}</table>`

const rowHtml = ({ name, lines }: Row, columns: Columns): Markup =>
  rowWith(name, new Markup(lines.map(line => html`${line}`.text).join('<br>')), columns)

function rowWith(name: string, content: Markup, { width, size }: Columns): Markup {
  const font = `${FONT}font-size:${size}px;line-height:20px;`
  return html`<tr><td valign="top" width="${width}" style="${font}padding:3px 10px 3px 0;color:${SECOND};" class="i2">${name}</td><td valign="top" style="${font}padding:3px 0;color:${INK};" class="i1">${content}</td></tr>`
}

const whyRow = (voices: readonly Voice[]): Markup =>
  rowWith('Why', html`${voices.map((voice, at) => html`${at > 0 ? ' ' : null}${voiceHtml(voice)}`)}`, ITEM)

/** Their words in serif, the phrases that met under the highlighter. */
function voiceHtml({ speaker, quote, marks }: Voice): Markup {
  if (quote === null) return html`${speaker}.`
  const pieces: Markup[] = []
  let at = 0
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at || end > quote.length || start >= end) continue
    pieces.push(
      html`${quote.slice(at, start)}<span style="background-color:#FCEFB4;border-bottom:2px solid #F7CF3D;" class="hi">${quote.slice(start, end)}</span>`,
    )
    at = end
  }
  return html`${speaker} says <span style="font-family:Georgia,serif;">“${pieces}${quote.slice(at)}”</span>.`
}

function linksHtml(links: readonly Link[], firstIsMain: boolean): Markup {
  const anchors = links.map(
    ({ words, address }, at) =>
      html`${at > 0 ? new Markup(' &nbsp; ') : null}<a href="${address}" style="color:${ACT};${firstIsMain && at === 0 ? 'font-weight:bold;' : ''}" class="ac">${words}</a>`,
  )
  return html`<p style="${FONT}font-size:14px;line-height:24px;margin:14px 0 0;">${anchors}</p>`
}

const restHtml = ({ words, link }: NonNullable<Digest['rest']>): Markup =>
  html`<tr><td style="padding:16px 28px;border-top:1px solid #CBD4CD;${FONT}font-size:14px;line-height:20px;color:${INK};" class="pad ln i1">${words} <a href="${link.address}" style="color:${ACT};" class="ac">${link.words}</a></td></tr>`

/** A paragraph of a mail that is not a digest. */
export const paragraphHtml = (text: string): Markup =>
  html`<tr><td style="padding:0 28px 16px;${FONT}font-size:15px;line-height:22px;color:${INK};" class="pad i1">${text}</td></tr>`

/** One link by itself, as the thing to do. */
export const actionHtml = ({ words, address }: Link): Markup =>
  html`<tr><td style="padding:0 28px 20px;${FONT}font-size:16px;line-height:24px;" class="pad"><a href="${address}" style="color:${ACT};font-weight:bold;" class="ac">${words}</a></td></tr>`

/** The last lines of a mail: who sends it, and how it ends. */
export const closingHtml = (text: string, links: readonly Link[]): Markup =>
  html`<tr><td style="padding:18px 28px 22px;border-top:2px solid ${INK};" class="pad ln">${linksHtml(links, false)}<p style="${FONT}font-size:13px;line-height:19px;margin:12px 0 0;color:${SECOND};" class="i2">${text}</p></td></tr>`
