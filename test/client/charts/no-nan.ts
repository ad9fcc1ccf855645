import { expect } from 'vitest'

/** Every number in a drawing is one: no NaN and no infinity, in paths neither. */
export function expectDrawable(drawing: unknown): void {
  const text = JSON.stringify(drawing, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? 'NOT A NUMBER' : value,
  )
  expect(text).not.toMatch(/NOT A NUMBER|NaN|Infinity/)
}
