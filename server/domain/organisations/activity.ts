/** What an organisation told a register that it does. */
export interface Activity {
  scheme: 'SIC 2007' | 'SIC 2003'
  code: string
  title: string
}

/**
 * Reads "62012 - Business and domestic software development". Five digits are SIC 2007, four are a leftover of
 * SIC 2003. Null for "None Supplied" and anything else without a code.
 */
export function activity(text: string): Activity | null {
  const parts = /^(\d{4,5})\s*-\s*(.+)$/.exec(text.trim())
  if (!parts) return null
  const [, code = '', title = ''] = parts
  return { scheme: code.length === 5 ? 'SIC 2007' : 'SIC 2003', code, title: title.trim() }
}
