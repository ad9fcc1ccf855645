import { here } from '../../state/router.svelte.js'

/** Where list and open item stand below each other, an item that was chosen comes into view. */
export function showsItself(section: HTMLElement): void {
  if (here.searchParams.has('item') && matchMedia('(max-width: 1080px)').matches)
    section.scrollIntoView({ block: 'start' })
}
