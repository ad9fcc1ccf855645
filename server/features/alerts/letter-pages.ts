import { html, type Markup } from '../../domain/alerts/html.js'

/** One button: where it posts to and what it says. */
export interface Button {
  to: string
  words: string
}

/** A page behind a link of a mail: one thing to know, one or few things to do, no script. */
export interface LetterPage {
  title: string
  lines: string[]
  buttons?: Button[]
  /** What the alert brought, newest first. */
  items?: { heading: string; lines: string[] }
}

const mark = html`<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M3 7l8.5 18L20 7M12 7l8.5 18L29 7" fill="none" stroke="currentColor" stroke-width="3.4"/><path class="diamond" d="M16 9.6l4.4 5.9L16 21.4l-4.4-5.9z"/></svg>`

/** The page as HTML. */
export const letterPage = ({ title, lines, buttons = [], items }: LetterPage): string =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}: Wellmet</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/letters.css">
</head>
<body>
<header class="mast"><a class="brand" href="/">${mark}<span>Wellmet</span></a></header>
<main id="main" class="ask">
<h1>${title}</h1>
${lines.map(line => html`<p>${line}</p>\n`)}${buttons.length > 0 && html`<div class="acts">${buttons.map(form)}</div>`}
${items ? list(items) : null}
<p class="quiet">Opening this page changes nothing. Only its buttons do.</p>
</main>
</body>
</html>
`.text

const form = ({ to, words }: Button, at: number): Markup =>
  html`<form method="post" action="${to}"><button class="${at === 0 ? 'btn btn-1' : 'btn'}" type="submit">${words}</button></form>`

const list = ({ heading, lines }: NonNullable<LetterPage['items']>): Markup =>
  html`<section id="why" aria-labelledby="why-h"><h2 id="why-h">${heading}</h2><ul>${lines.map(line => html`<li>${line}</li>`)}</ul></section>`
