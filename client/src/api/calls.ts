import { client, read } from './client.js'
import type { paths } from './schema.js'
import type { NewSubscription, Role, Verdict } from './types.js'

/** The filters that an address of the API takes. */
type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never

export type NeedsQuery = Query<'/api/v1/needs'>
export type NeedMatchesQuery = Query<'/api/v1/needs/{id}/matches'>
export type QueueQuery = Query<'/api/v1/places/{code}/queue'>
export type SecondChancesQuery = Query<'/api/v1/places/{code}/second-chances'>
export type AlignmentQuery = Query<'/api/v1/places/{code}/alignment'>
export type LinksQuery = Query<'/api/v1/links'>
export type EconomyQuery = Query<'/api/v1/places/{code}/economy'>
export type SpendQuery = Query<'/api/v1/places/{code}/spend'>
export type SourcesQuery = Query<'/api/v1/sources'>
export type AlertPreviewQuery = Query<'/api/v1/alerts/preview'>
export type SearchQuery = Query<'/api/v1/search'>

/** Every question that the pages ask, by name: whose or which first, then the filters, then the signal that ends the waiting. */
export const api = {
  session: () => read(client.GET('/api/v1/session')),
  switchRole: (as: Role) => read(client.POST('/api/v1/session/demonstration', { body: { as } })),
  places: () => read(client.GET('/api/v1/places')),
  navigation: (code: string) => read(client.GET('/api/v1/places/{code}/navigation', { params: { path: { code } } })),

  overview: (code: string, signal: AbortSignal) =>
    read(client.GET('/api/v1/places/{code}/summary', { params: { path: { code } }, signal })),

  queue: (code: string, query: QueueQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/places/{code}/queue', { params: { path: { code }, query }, signal })),

  needs: (query: NeedsQuery, signal: AbortSignal) => read(client.GET('/api/v1/needs', { params: { query }, signal })),
  need: (id: string, signal: AbortSignal) =>
    read(client.GET('/api/v1/needs/{id}', { params: { path: { id } }, signal })),
  needMatches: (id: string, query: NeedMatchesQuery, signal: AbortSignal) =>
    read(
      client.GET('/api/v1/needs/{id}/matches', {
        params: { path: { id }, query, header: { accept: 'application/json' } },
        signal,
      }),
    ),

  match: (id: string, signal: AbortSignal) =>
    read(client.GET('/api/v1/matches/{id}', { params: { path: { id } }, signal })),
  giveFeedback: (id: string, verdict: Verdict, reason: string | null) =>
    read(client.POST('/api/v1/matches/{id}/feedback', { params: { path: { id } }, body: { verdict, reason } })),
  undoFeedback: (id: string) => read(client.POST('/api/v1/feedback/{id}/undo', { params: { path: { id } } })),
  askIntroduction: (matchId: string) =>
    read(client.POST('/api/v1/matches/{id}/introduction', { params: { path: { id: matchId } } })),

  secondChances: (code: string, query: SecondChancesQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/places/{code}/second-chances', { params: { path: { code }, query }, signal })),

  alignment: (code: string, query: AlignmentQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/places/{code}/alignment', { params: { path: { code }, query }, signal })),
  links: (query: LinksQuery, signal: AbortSignal) => read(client.GET('/api/v1/links', { params: { query }, signal })),

  economy: (code: string, query: EconomyQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/places/{code}/economy', { params: { path: { code }, query }, signal })),
  industries: (code: string, query: EconomyQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/places/{code}/industries', { params: { path: { code }, query }, signal })),
  flows: (code: string, query: EconomyQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/places/{code}/companies/flows', { params: { path: { code }, query }, signal })),
  pyramid: (code: string, query: EconomyQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/places/{code}/pyramid', { params: { path: { code }, query }, signal })),
  spend: (code: string, query: SpendQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/places/{code}/spend', { params: { path: { code }, query }, signal })),

  sources: (query: SourcesQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/sources', { params: { query }, signal })),
  parked: (source: string, signal: AbortSignal) =>
    read(client.GET('/api/v1/sources/parked', { params: { query: { source } }, signal })),

  alertPreview: (query: AlertPreviewQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/alerts/preview', { params: { query }, signal })),
  subscribe: (body: NewSubscription) => read(client.POST('/api/v1/subscriptions', { body })),
  subscriptions: (signal: AbortSignal) => read(client.GET('/api/v1/subscriptions', { signal })),

  organisation: (id: string, signal: AbortSignal) =>
    read(client.GET('/api/v1/organisations/{id}', { params: { path: { id } }, signal })),
  search: (query: SearchQuery, signal: AbortSignal) =>
    read(client.GET('/api/v1/search', { params: { query }, signal })),
}
