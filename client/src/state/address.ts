/** The filters of a page, as its address carries them. Pure: the router's URL goes in, values and new addresses come out. */

export interface Filter<V extends string = string> {
  /** What the filter may be; null for free words. */
  readonly values: readonly V[] | null
  /** What it is when the address says nothing. Never written into the address. */
  readonly fallback: V
}

export type Filters = Readonly<Record<string, Filter>>
export type Values<F extends Filters> = { [K in keyof F]: F[K] extends Filter<infer V> ? V : never }

/** A filter with a closed list of values; the first one is the fallback unless another is named. */
export const choice = <const V extends string>(
  values: readonly [V, ...V[]],
  fallback: NoInfer<V> = values[0],
): Filter<V> => ({
  values,
  fallback,
})

/** A filter of free words: a search, an id. */
export const words = (fallback = ''): Filter => ({ values: null, fallback })

export interface Reading<F extends Filters> {
  values: Values<F>
  /** What the address asked for and we do not know, as "within=99": to be told, not to be swallowed. */
  unknown: string[]
}

/** Reads the filters of an address. A value that is not on the list falls back, and is named in `unknown`. */
export function readFilters<F extends Filters>(filters: F, parameters: URLSearchParams): Reading<F> {
  const unknown: string[] = []
  const values = Object.entries(filters).map(([key, filter]) => {
    const given = parameters.get(key)
    if (given === null) return [key, filter.fallback]
    if (filter.values === null || filter.values.includes(given)) return [key, given]
    unknown.push(`${key}=${given}`)
    return [key, filter.fallback]
  })
  return { values: Object.fromEntries(values) as Values<F>, unknown }
}

/**
 * The same address with some parameters changed; null takes one out. Where to stand in a list (`cursor`) is dropped,
 * since it belongs to the list before the change.
 */
export function patched(url: URL, changes: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(url.searchParams)
  if (!('cursor' in changes)) next.delete('cursor')
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key)
    else next.set(key, value)
  }
  const query = next.toString()
  return url.pathname + (query ? `?${query}` : '')
}

/** An address on another page that keeps the place: where one stands is not lost by going elsewhere. */
export function withPlace(path: string, url: URL): string {
  const place = url.searchParams.get('place')
  if (place === null || path.includes('place=')) return path
  return `${path}${path.includes('?') ? '&' : '?'}place=${encodeURIComponent(place)}`
}
