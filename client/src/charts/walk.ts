import type { Mark } from './drawing.js'

/** Where a key leads from mark `at` (−1: none is read) of `count`; null for keys that are not the chart's. */
export function walk(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return key === 'Escape' ? -1 : null
}

const REACH = 24

/** The mark under the pointer, or the nearest one within a finger's breadth; −1 when there is none. */
export function markAt(marks: readonly Mark[], x: number, y: number): number {
  let best = -1
  let least = REACH
  marks.forEach((mark, i) => {
    const dx = Math.max(mark.x - x, 0, x - mark.x - mark.width)
    const dy = Math.max(mark.y - y, 0, y - mark.y - mark.height)
    const distance = Math.hypot(dx, dy)
    if (distance < least) {
      least = distance
      best = i
    }
  })
  return best
}
