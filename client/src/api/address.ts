/** An address of the API with its query, for files that the reader takes along. What is not given is left out. */
export function apiAddress(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(key, String(value))
  }
  const text = parameters.toString()
  return `/api/v1${path}${text ? `?${text}` : ''}`
}
