import { NotFound } from '../domain/errors.js'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A path's id. One that cannot be an id of ours is as absent as one that is not there. */
export function uuidOf(id: string): string {
  if (!UUID.test(id)) throw new NotFound('There is nothing with this id.')
  return id.toLowerCase()
}
