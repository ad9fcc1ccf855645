/** Numbers as a British reader expects them. Pure: the same number gives the same text on every machine. */

const MINUS = '\u2212'

/** A count or measure with thousands separators and a true minus sign: 14,565 or −46. */
export function number(value: number, decimals = 0): string {
  const text = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Math.abs(value))
  return isNegative(value, text) ? `${MINUS}${text}` : text
}

/** As `number`, with a plus in front of what is above zero: +8.4, 0.0, −6.2. */
export function signed(value: number, decimals = 1): string {
  const text = number(value, decimals)
  return value > 0 && !isZero(text) ? `+${text}` : text
}

/** A share that is already in per cent: 10.8%. */
export const percent = (value: number, decimals = 1): string => `${number(value, decimals)}%`

/** A difference between two shares, in percentage points: +8.4 pp. */
export const points = (value: number, decimals = 1): string => `${signed(value, decimals)} pp`

const MONEY_STEPS = [
  { from: 1e9, suffix: 'bn' },
  { from: 1e6, suffix: 'm' },
] as const

/**
 * Pounds, short: £940, £84,000, £1.2m, £458m, £3.4bn. Three significant digits at most above a million, pounds below it.
 * Null is said, never drawn as nothing.
 */
export function money(pounds: number | null): string {
  if (pounds === null) return 'not stated'
  const size = Math.abs(pounds)
  const sign = pounds < 0 && Math.round(size) !== 0 ? MINUS : ''
  // 999,999,999 would round to £1000m: the step is chosen after rounding to three digits.
  const rounded = size >= 1e6 ? Number(size.toPrecision(3)) : Math.round(size)
  const step = MONEY_STEPS.find(s => rounded >= s.from)
  if (!step) return `${sign}£${number(rounded)}`
  const scaled = rounded / step.from
  return `${sign}£${number(scaled, scaled < 100 ? 1 : 0)}${step.suffix}`
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A noun with its number, in words up to ten: "no ideas", "one idea", "11 ideas". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${SMALL[n] ?? number(n)} ${n === 1 ? one : many}`
}

const isZero = (text: string): boolean => /^[0.,]*$/.test(text)
const isNegative = (value: number, text: string): boolean => value < 0 && !isZero(text)
