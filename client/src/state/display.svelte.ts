/** What a person chose for their own screen: remembered in this browser, never sent anywhere. */
export type Scheme = 'system' | 'light' | 'dark'
export type Density = 'full' | 'compact'

const KEY = 'wellmet-display'

interface Display {
  scheme: Scheme
  density: Density
  /** Single-letter keys in the queue. They can be switched off, since speech input types letters too. */
  keys: boolean
}

const standard: Display = { scheme: 'system', density: 'full', keys: true }

export const display = $state<Display>({ ...standard, ...remembered() })

/** Changes one choice, remembers it and lets the style sheets know. */
export function choose(change: Partial<Display>): void {
  Object.assign(display, change)
  applyDisplay()
  try {
    localStorage.setItem(KEY, JSON.stringify(display))
  } catch {
    // A browser that keeps nothing still shows the choice until it is closed.
  }
}

/** Puts the choices on the root element, where tokens.css reads them. */
export function applyDisplay(): void {
  document.documentElement.dataset.scheme = display.scheme
  document.documentElement.dataset.density = display.density
}

function remembered(): Partial<Display> {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}
