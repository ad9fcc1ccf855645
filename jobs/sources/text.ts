// What is about the encoding of a source, and about people who must not come with it. Words and sentences are server/domain/text.

const strict = new TextDecoder('utf-8', { fatal: true })
// windows-1252 puts these where Latin-1 has control codes (0x80 to 0x9f; a blank is unassigned). Our own table, since
// Node's decoder of that name reads Latin-1.
const SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Bytes as text: a BOM is dropped, then strict UTF-8, else windows-1252. */
export function decode(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, control => signOf(control.charCodeAt(0)))
  }
}

const signOf = (byte: number): string => {
  const sign = byte >= 0x80 && byte <= 0x9f ? SIGNS[byte - 0x80] : ' '
  return sign === ' ' || sign === undefined ? String.fromCharCode(byte) : sign
}

const toByte = new Map<string, number>(Array.from({ length: 256 }, (_, byte) => [signOf(byte), byte]))
const SUSPICIOUS = /[\u00c2-\u00f4][\u0080-\u00ff\u0152-\u2122]/

/**
 * Repairs text that was encoded as UTF-8 twice ("Â£" is £, "â€™" is ’). Each suspicious run is taken back to bytes
 * and decoded again; it is replaced only when that is valid and shorter. Everything else stays as it is.
 */
export function repairDoubledUtf8(text: string): string {
  if (!SUSPICIOUS.test(text)) return text
  return text.replace(/[\u0080-\u2122]{2,}/g, run => repaired(run))
}

function repaired(run: string): string {
  const bytes: number[] = []
  for (const sign of run) {
    const byte = toByte.get(sign)
    if (byte === undefined) return run
    bytes.push(byte)
  }
  try {
    const text = strict.decode(Uint8Array.from(bytes))
    return text.length < run.length ? text : run
  } catch {
    return run
  }
}

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
// British numbers as people write them: +44 or 0, then nine or ten digits in groups.
const TELEPHONE = /(?<![\p{L}\p{N}£.,/-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?![\d/])/gu

/** Free text without e-mail addresses and telephone numbers, and without the names given. */
export function withoutContacts(text: string, names: string[] = []): string {
  let clean = text.includes('@') ? text.replace(EMAIL, '[e-mail address left out]') : text
  clean = clean.replace(TELEPHONE, '[telephone number left out]')
  for (const name of names) clean = clean.replaceAll(name, '[name left out]')
  return clean
}

/** The beginning of an unreadable record that may be kept: short, and cut before anything about a contact person. */
export function excerptOf(raw: string, length = 160): string {
  const contact = raw.indexOf('contactPoint')
  const part = raw.slice(0, contact < 0 ? length : Math.min(length, contact))
  return withoutContacts(part.replaceAll('\0', '\u2400'))
}
