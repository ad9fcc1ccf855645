/** Places `from` up to, not including, `to` of a list. */
export interface Range {
  from: number
  to: number
}

/** The places of the `count` largest positive scores in a range, largest first; equal ones in the order of the list. */
export function largest(scores: Float64Array, count: number, range: Range): number[] {
  const positive = scores.slice(range.from, range.to).filter(score => score > 0)
  const floor = positive.length > count ? kthLargest(positive, count) : 0
  const places: number[] = []
  const level: number[] = []
  for (let at = range.from; at < range.to; at++) {
    if (scores[at]! > floor) places.push(at)
    else if (floor > 0 && scores[at] === floor) level.push(at)
  }
  return places.concat(level.slice(0, count - places.length)).sort((a, b) => scores[b]! - scores[a]! || a - b)
}

/** Hoare's selection: reorders `values` and returns the k-th largest, k counted from 1. */
function kthLargest(values: Float64Array, k: number): number {
  const wanted = k - 1
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >> 1]!
    let i = low
    let j = high
    while (i <= j) {
      while (values[i]! > pivot) i++
      while (values[j]! < pivot) j--
      if (i > j) break
      const kept = values[i]!
      values[i++] = values[j]!
      values[j--] = kept
    }
    if (wanted <= j) high = j
    else if (wanted >= i) low = i
    else break
  }
  return values[wanted]!
}
