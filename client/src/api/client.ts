import createClient from 'openapi-fetch'
import { noAnswer, problemOf } from './problem.js'
import type { paths } from './schema.js'

/** The one door to the server. Paths, parameters and answers are typed by the generated contract. */
export const client = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '' })

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a successful answer. Throws a Problem for every other one, and when there is no answer. */
export async function read<T>(request: Promise<Answer<T>>): Promise<T> {
  const answer = await request.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw noAnswer()
  })
  if (answer.data === undefined) throw problemOf(answer.response.status, answer.error)
  return answer.data
}

/** The same list or panel as CSV text: the server answers both forms at one address. */
export async function readCsv(address: string): Promise<string> {
  const response = await fetch(address, { headers: { accept: 'text/csv' } }).catch(() => {
    throw noAnswer()
  })
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => null))
  return response.text()
}
