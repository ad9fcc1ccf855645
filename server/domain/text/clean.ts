/**
 * Mends what publishers' systems do to texts on their way out. Done once, when a record is read: everything later
 * quotes the mended text.
 */
export function cleanText(raw: string): string {
  return withoutTags(decodeTwice(mendMojibake(raw)))
    .replace(GLUED_BREAK, '$1\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A title without its system's prefix ("GB-Preston: Grounds maintenance") and without line breaks. */
export function cleanTitle(raw: string): string {
  return cleanText(raw)
    .replace(/\s+/g, ' ')
    .replace(/^[A-Z]{2}-[\p{Lu}][\p{L}' .-]*:\s*/u, '')
}

/** Lost line breaks arrive as the letters "rn" glued to the end of a sentence: "areas.rnrnLot 1". */
const GLUED_BREAK = /([.!?:;,)])(?:rn)+(?=[\p{Lu}\p{N}\s•*(-]|$)/gu

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
  middot: '·',
  deg: '°',
  copy: '©',
  reg: '®',
}

const decodeTwice = (text: string): string => (text.includes('&') ? decode(decode(text)) : text)

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })
}

const BLOCKS = /<\/?(?:p|br|div|ul|ol|li|h[1-6]|table|tbody|tr)\b[^<>]*>/gi
const INLINE = /<\/?(?:span|b|i|u|em|strong|a|font|td|th|sup|sub)\b[^<>]*>/gi

const withoutTags = (text: string): string =>
  text.includes('<') ? text.replace(BLOCKS, '\n').replace(INLINE, ' ') : text

/** UTF-8 that was read as Windows-1252 on the way. Only sequences that no English text holds. */
const MOJIBAKE: readonly (readonly [RegExp, string])[] = [
  [/â€™/g, '’'],
  [/â€˜/g, '‘'],
  [/â€œ/g, '“'],
  [/â€(?:\u009d|\ufffd)/g, '”'],
  [/â€“/g, '–'],
  [/â€”/g, '—'],
  [/â€¢/g, '•'],
  [/â€¦/g, '…'],
  [/â€¯/g, ' '],
  [/Â(?=[£\u00a0·°©®½¼¾])/g, ''],
]

const mendMojibake = (text: string): string =>
  /[âÂ]/.test(text) ? MOJIBAKE.reduce((mended, [broken, right]) => mended.replace(broken, right), text) : text
