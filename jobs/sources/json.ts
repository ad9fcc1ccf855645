// Reading of JSON that somebody else wrote: every member may be missing, null or of another kind.

/** An object whose members are unknown. */
export type Members = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const object = (value: unknown): Members => (isObject(value) ? value : {})

/** The objects of a list; what is no list is an empty one. */
export const objects = (value: unknown): Members[] => (Array.isArray(value) ? value.filter(isObject) : [])

export const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one.trim() !== '') : []

export const string = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : typeof value === 'number' ? String(value) : null

export const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

export const boolean = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)

/** Stands where a number could not be read, so that the record around it can be found again. */
export const UNREADABLE = '\u0001unreadable number: '

/**
 * Parses JSON in which a number may be unreadable (`000`) or infinite (`1e9999`): such a number becomes a text that
 * begins with UNREADABLE. Throws SyntaxError when it is not JSON for another reason.
 */
export function parseLenient(text: string): unknown {
  if (!/\d[eE]\+?\d{3}/.test(text)) {
    try {
      return JSON.parse(text)
    } catch {
      return JSON.parse(withReadableNumbers(text))
    }
  }
  return JSON.parse(withReadableNumbers(text))
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?[\d.][\d.eE+-]*|\b(?:NaN|Infinity)\b/g
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

function withReadableNumbers(text: string): string {
  return text.replace(TOKEN, token =>
    token.startsWith('"') || (NUMBER.test(token) && Number.isFinite(Number(token)))
      ? token
      : JSON.stringify(`${UNREADABLE}${token}`),
  )
}

/** The first unreadable number in a value, or null. Walks without recursion: nesting may be very deep. */
export function unreadableNumber(value: unknown): string | null {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one === 'string' && one.startsWith(UNREADABLE)) return one.slice(UNREADABLE.length)
    if (typeof one === 'object' && one !== null) for (const member of Object.values(one)) open.push(member)
  }
  return null
}
