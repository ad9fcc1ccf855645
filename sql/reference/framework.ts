/** One priority. `definition` is our own wording: links quote it. */
export interface FrameworkNode {
  code: string
  title: string
  definition: string
  kind: 'theme' | 'sector' | 'instrument' | 'beneficiary'
  parent?: string
  /** First digits of SIC 2007 codes that count to it, two to five of them. */
  sic?: readonly string[]
  cpv?: readonly string[]
}

/** A strategy document as data. Dates and priorities are facts of the document; wording is ours. */
export interface Framework {
  key: string
  name: string
  owner: string
  level: 'national' | 'regional' | 'local'
  locality: string | null
  from: string
  to: string | null
  address: string
  licence: string
  status: string
  /** Holds wording that was made up for the demonstration. */
  demonstration: boolean
  nodes: readonly FrameworkNode[]
}
