import type { Navigation } from '../api/types.js'

/** A link of the rail, and the number beside it. */
export interface RailLink {
  path: string
  words: string
  count: ((counts: Navigation) => number | null) | null
}

/** The rail: what there is, grouped by the question it answers. Only pages that exist. */
export const rail: { title: string; links: RailLink[] }[] = [
  {
    title: 'My work',
    links: [
      { path: '/queue', words: 'Queue', count: counts => counts.queue },
      { path: '/needs', words: 'Needs', count: counts => counts.needs },
      { path: '/second-chances', words: 'Second chances', count: counts => counts.second_chances },
      { path: '/alerts', words: 'Alerts', count: null },
    ],
  },
  {
    title: 'The place',
    links: [
      { path: '/', words: 'Overview', count: null },
      { path: '/economy', words: 'Economy', count: null },
      { path: '/strategy', words: 'Strategy', count: null },
    ],
  },
  {
    title: 'Trust',
    links: [{ path: '/sources', words: 'Sources', count: counts => counts.sources_unwell || null }],
  },
]

/** Whether a link stands for the page at `path`: itself, or a record below it. */
export const standsFor = (link: string, path: string): boolean =>
  link === '/' ? path === '/' : path === link || path.startsWith(`${link}/`)

/** Where a role starts its day. */
export const firstPage = (role: string): string => (role === 'officer' ? '/queue' : '/')
