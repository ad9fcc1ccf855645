/** What a part of a mail says: its words in order, without case and punctuation, and where its links lead. */
export interface MailWords {
  words: string[]
  addresses: string[]
}

/** Words of a text part. Addresses, the rules between items and their numbers are its layout, not its content. */
export function wordsOfText(text: string): MailWords {
  const addresses = text.match(/https?:\/\/\S+/g) ?? []
  const content = text.replaceAll(/https?:\/\/\S+/g, ' ').replaceAll(/^\d+\. /gm, ' ')
  return { words: wordsIn(content), addresses }
}

/** Words of an HTML part as a person sees them: without the head, what is hidden, and signs for the eye alone. */
export function wordsOfHtml(html: string): MailWords {
  const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => decode(address))
  const body = html
    .replace(/[\s\S]*<body>/, '')
    .replaceAll(/<(div|span)[^>]*aria-hidden="true"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, tag => (/^<\/?(span|a|b)\b/.test(tag) ? '' : ' '))
  return { words: wordsIn(decode(body)), addresses }
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}£’]+/gu) ?? []

const decode = (text: string): string =>
  text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
