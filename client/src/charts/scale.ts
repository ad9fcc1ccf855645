/** Least and greatest of what is a number; zero and zero when nothing is. */
export function extentOf(values: readonly (number | null | undefined)[]): [number, number] {
  const numbers = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value))
  return numbers.length === 0 ? [0, 0] : [Math.min(...numbers), Math.max(...numbers)]
}

/** A figure, or zero where there is none: for lengths, never for words. */
export const orZero = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

export const isFigure = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
