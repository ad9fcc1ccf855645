/** Markup that may stand as it is. Only the `html` tag makes it, so a text from outside can never be one. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text
  }
}

type Part = Markup | string | number | null | false | readonly Part[]

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, character => NAMED[character] ?? character)

/** A template whose every gap is escaped, except what this tag made itself. Null and false leave nothing. */
export function html(strings: TemplateStringsArray, ...gaps: Part[]): Markup {
  return new Markup(strings.reduce((text, piece, at) => text + written(gaps[at - 1] ?? null) + piece))
}

function written(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Markup) return part.text
  return typeof part === 'object' ? part.map(written).join('') : escapeHtml(String(part))
}
