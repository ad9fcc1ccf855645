import { untrack } from 'svelte'
import { Problem } from '../api/problem.js'
import { session } from './session.svelte.js'

const SLOW_MS = 1_000
const STUCK_MS = 10_000

/** Something read from the server that follows the address: the page shows what it holds, and says what it waits for. */
export class Resource<T> {
  /** The last good answer. It stays while the next one is on its way, and when that one fails. */
  data = $state.raw<T | null>(null)
  problem = $state.raw<Problem | null>(null)
  loading = $state(true)
  /** True after one second of waiting: then a progress line is due. */
  slow = $state(false)
  /** True after ten seconds: then one may stop waiting. */
  stuck = $state(false)
  #attempt = $state(0)
  #abort: AbortController | null = null

  /** Reads again each time that something which `ask` looked at has changed. Call while a component is being set up. */
  constructor(ask: (signal: AbortSignal) => Promise<T>) {
    $effect(() => {
      void this.#attempt
      void session.version
      const abort = new AbortController()
      const request = ask(abort.signal)
      untrack(() => void this.#take(request, abort))
      return () => abort.abort()
    })
  }

  /** Reads once more. */
  retry(): void {
    this.#attempt += 1
  }

  /** Stops waiting; what was there before stays. */
  cancel(): void {
    this.#abort?.abort()
    this.loading = false
  }

  async #take(request: Promise<T>, abort: AbortController): Promise<void> {
    this.#abort = abort
    Object.assign(this, { loading: true, slow: false, stuck: false, problem: null })
    const slow = setTimeout(() => (this.slow = true), SLOW_MS)
    const stuck = setTimeout(() => (this.stuck = true), STUCK_MS)
    try {
      const data = await request
      if (!abort.signal.aborted) this.data = data
    } catch (error) {
      if (!abort.signal.aborted) this.problem = error instanceof Problem ? error : unexpected(error)
    } finally {
      clearTimeout(slow)
      clearTimeout(stuck)
      if (this.#abort === abort) Object.assign(this, { loading: false, slow: false, stuck: false })
    }
  }
}

/** Reads from the server for as long as the component lives. */
export const load = <T>(ask: (signal: AbortSignal) => Promise<T>): Resource<T> => new Resource(ask)

function unexpected(error: unknown): Problem {
  console.error(error)
  return new Problem(0, {})
}
