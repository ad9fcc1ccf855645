/** One line at the foot of the window that says what was done, with a way back. Never for errors. */
interface Toast {
  words: string
  undo: (() => Promise<void>) | null
}

const SHOWN_MS = 8_000
let timer: ReturnType<typeof setTimeout> | undefined

export const toast = $state<{ shown: Toast | null }>({ shown: null })

/** Says what was done, for eight seconds or until dismissed. */
export function say(words: string, undo: (() => Promise<void>) | null = null): void {
  clearTimeout(timer)
  toast.shown = { words, undo }
  timer = setTimeout(dismiss, SHOWN_MS)
}

/** Takes the line away. */
export function dismiss(): void {
  clearTimeout(timer)
  toast.shown = null
}
