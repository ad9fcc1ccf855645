import { api } from '../api/calls.js'
import type { Navigation, Place, Role, Session } from '../api/types.js'
import { here } from './router.svelte.js'

/** Who is asking, which places there are, and the counts of the rail. Shared by every page. */
class SessionState {
  who = $state.raw<Session | null>(null)
  places = $state.raw<Place[]>([])
  counts = $state.raw<Navigation | null>(null)
  /** Rises when the reader becomes somebody else: everything read before is read again. */
  version = $state(0)

  /** The code of the place in the address, or the reader's own. */
  get place(): string {
    return here.searchParams.get('place') ?? this.who?.default_place ?? ''
  }

  /** The place by its name; the code stands in until the list of places is here, or when it is not on it. */
  get placeName(): string {
    return this.places.find(place => place.code === this.place)?.name ?? this.place
  }

  get today(): string {
    return this.who?.today ?? ''
  }

  async begin(): Promise<void> {
    const [who, places] = await Promise.all([api.session(), api.places()])
    this.who = who
    this.places = places.items
  }

  async count(): Promise<void> {
    this.counts = await api.navigation(this.place)
  }

  /** Acts as another role of the demonstration. */
  async become(role: Role): Promise<void> {
    this.who = await api.switchRole(role)
    this.version += 1
  }
}

export const session = new SessionState()
