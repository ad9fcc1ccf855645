import { SvelteURL } from 'svelte/reactivity'

/** The address in the browser, as reactive state: what a page shows depends on this and on nothing else. */
export const here = new SvelteURL(globalThis.location?.href ?? 'http://localhost/')

/** Goes to an address of ours. A replaced address leaves no step to come back to. */
export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  const url = new URL(to, here.href)
  if (how === 'push') history.pushState(null, '', url)
  else history.replaceState(null, '', url)
  here.href = url.href
}

/** Lets links and the browser's own buttons move `here`. Call once. */
export function startRouter(): void {
  addEventListener('popstate', () => {
    here.href = location.href
  })
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !isOurs(event, link)) return
    event.preventDefault()
    go(link.href, link.hasAttribute('data-replace') ? 'replace' : 'push')
  })
}

/** Only plain clicks on pages of ours: new tabs, downloads, other hosts, the API, mail links and jumps in the page stay the browser's. */
function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0) return false
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false
  if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return false
  if (/^\/(api|assets|health|s|u|a|f)\//.test(link.pathname)) return false
  const jump = link.hash !== '' && link.pathname === location.pathname && link.search === location.search
  return !jump
}
