/**
 * A `details` that behaves as a menu: it closes on Escape (focus returns to its summary), on a click elsewhere
 * and when a link or button inside was used.
 */
export function closesItself(menu: HTMLDetailsElement): () => void {
  const close = (): void => {
    if (!menu.open) return
    const inside = menu.contains(document.activeElement)
    menu.open = false
    if (inside) menu.querySelector('summary')?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
  }
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const used = event.target.closest('a, [data-closes]')
    if (!menu.contains(event.target) || (used && menu.contains(used))) close()
  }
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', onClick)
  return () => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('click', onClick)
  }
}
