import type { Component } from 'svelte'

type RecordPage = () => Promise<{ default: Component<{ id: string }> }>
type ListPage = () => Promise<{ default: Component<Record<string, never>> }>

/** A page: its address, and how its code is fetched. What the address names (an id) becomes the page's `id`. */
export interface Route {
  path: RegExp
  page: RecordPage
}

/** A page without a record: what it shows is in the query. Svelte leaves out what a component does not ask for. */
const list = (page: ListPage): RecordPage => page as unknown as RecordPage

/** Every address of the client. Each page is a file of its own, fetched when it is first opened. */
export const routes: Route[] = [
  { path: /^\/$/, page: list(() => import('./pages/overview/OverviewPage.svelte')) },
  { path: /^\/queue$/, page: list(() => import('./pages/queue/QueuePage.svelte')) },
  { path: /^\/needs$/, page: list(() => import('./pages/needs/NeedsPage.svelte')) },
  { path: /^\/needs\/([^/]+)$/, page: () => import('./pages/needs/NeedPage.svelte') },
  { path: /^\/second-chances$/, page: list(() => import('./pages/second-chances/SecondChancesPage.svelte')) },
  { path: /^\/strategy$/, page: list(() => import('./pages/strategy/StrategyPage.svelte')) },
  { path: /^\/economy$/, page: list(() => import('./pages/economy/EconomyPage.svelte')) },
  { path: /^\/sources$/, page: list(() => import('./pages/sources/SourcesPage.svelte')) },
  { path: /^\/alerts$/, page: list(() => import('./pages/alerts/AlertsPage.svelte')) },
  { path: /^\/organisations\/([^/]+)$/, page: () => import('./pages/organisations/OrganisationPage.svelte') },
  { path: /^\/search$/, page: list(() => import('./pages/search/SearchPage.svelte')) },
]

const missing: Route = { path: /.*/, page: list(() => import('./pages/MissingPage.svelte')) }

/** The page of a path and the id in it. */
export function routeOf(path: string): { route: Route; id: string } {
  for (const route of routes) {
    const found = route.path.exec(path)
    if (found) return { route, id: decodeURIComponent(found[1] ?? '') }
  }
  return { route: missing, id: '' }
}
