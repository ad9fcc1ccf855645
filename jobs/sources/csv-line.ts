/**
 * Fields of one CSV line: comma, quotes around a field or not, a doubled quote inside. Null when a quote is left
 * open, so that one spoilt line never swallows the lines after it: registers write one record a line.
 */
export function csvLine(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',')
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (line[at] !== '"') {
      const end = line.indexOf(',', at)
      if (end < 0) return [...fields, line.slice(at)]
      fields.push(line.slice(at, end))
      at = end + 1
      continue
    }
    const quoted = quotedField(line, at + 1)
    if (!quoted) return null
    fields.push(quoted.text)
    if (quoted.end >= line.length) return fields
    if (line[quoted.end] !== ',') return null
    at = quoted.end + 1
  }
}

function quotedField(line: string, start: number): { text: string; end: number } | null {
  let from = start
  for (;;) {
    const quote = line.indexOf('"', from)
    if (quote < 0) return null
    if (line[quote + 1] !== '"') return { text: line.slice(start, quote).replaceAll('""', '"'), end: quote + 1 }
    from = quote + 2
  }
}
