/**
 * A company number as the register keys it: eight characters, upper case, digits padded on the left with zeros
 * ("1234567" is 01234567, "sc12345" is SC012345, IP10002R stays). Null when it cannot be one.
 */
export function companyNumber(written: string): string | null {
  const compact = written.toUpperCase().replace(/[\s.\-/]/g, '')
  const parts = /^([A-Z]{0,2})(\d{1,8})([A-Z]?)$/.exec(compact)
  if (!parts) return null
  const [, prefix = '', digits = '', suffix = ''] = parts
  const room = 8 - prefix.length - suffix.length
  if (digits.length > room || Number(digits) === 0) return null
  return `${prefix}${digits.padStart(room, '0')}${suffix}`
}
