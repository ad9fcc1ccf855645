const COPIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
]
const HEAD = 34
const FOOT = 26

/** The chart as a file of its own: with the colours of the screen written into each shape, its title above and its source below. */
export function svgText(svg: SVGSVGElement, title: string, source: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = svg.querySelectorAll('*')
  copy.querySelectorAll('*').forEach((shape, i) => {
    const style = getComputedStyle(originals[i] as Element)
    for (const name of COPIED) shape.setAttribute(name, style.getPropertyValue(name))
    shape.removeAttribute('class')
  })
  copy.querySelector('.mark-ring')?.remove()
  const { width, height } = svg.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', `0 ${-HEAD} ${width} ${height + HEAD + FOOT}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height + HEAD + FOOT))
  copy.append(line(title, -12, 15), line(source, height + 18, 11))
  return new XMLSerializer().serializeToString(copy)
}

function line(words: string, y: number, size: number): SVGTextElement {
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  text.textContent = words
  text.setAttribute('y', String(y))
  text.setAttribute('font-size', String(size))
  text.setAttribute('font-family', 'sans-serif')
  return text
}
