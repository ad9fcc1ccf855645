/** What the server said when something did not work (RFC 9457), or what we say when it did not answer. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly title: string
  readonly code: string
  readonly requestId: string | null
  /** Messages by field name, for forms. */
  readonly fields: Record<string, string>

  constructor(status: number, body: Partial<ProblemBody>) {
    super(body.detail ?? 'The rest of the page is live. Try again in a moment.')
    this.status = status
    this.title = body.title ?? 'This did not load'
    this.code = body.code ?? 'unknown'
    this.requestId = body.request_id ?? null
    this.fields = Object.fromEntries((body.errors ?? []).map(error => [error.field, error.message]))
  }
}

interface ProblemBody {
  title: string
  detail: string
  code: string
  request_id: string
  errors: { field: string; message: string }[]
}

/** The problem of an answer that is not a success, whatever its body holds. */
export function problemOf(status: number, body: unknown): Problem {
  return new Problem(status, typeof body === 'object' && body !== null ? body : {})
}

/** The problem of a request that got no answer at all. */
export const noAnswer = (): Problem =>
  new Problem(0, { title: 'Wellmet does not answer', detail: 'Is it still running? What is on screen stays as it is.' })
