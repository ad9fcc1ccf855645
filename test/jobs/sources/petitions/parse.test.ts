import { describe, expect, it } from 'vitest'
import { parse } from '../../../../jobs/sources/petitions/parse.js'

// Made petitions.
const petition = (members: object) =>
  JSON.stringify({ id: 1, action: 'Mend it', background: 'It is broken.', state: 'open', ...members })
const read = (text: string) => [...parse({ address: 'made.ndjson', contentType: null, bytes: Buffer.from(text) })]

describe('petitions', () => {
  it('are answers with their support, and name the earlier one that staff pointed at', () => {
    const text = petition({
      state: 'rejected',
      signature_count: 7,
      created_at: '2020-03-03T16:36:21.932Z',
      rejection: {
        code: 'duplicate',
        details:
          'You may sign this: https://petition.parliament.uk/petitions/300000 or https://petition.parliament.uk/petitions/300100.',
      },
    })
    expect(read(text)).toEqual([
      {
        record: {
          ref: '1',
          body: 'Mend it\n\nIt is broken.',
          state: 'rejected: duplicate',
          support: 7,
          submittedOn: '2020-03-03',
          duplicateOf: ['300000', '300100'],
          published: false,
          departments: [],
        },
        position: 'line 1',
      },
    ])
  })

  it('leave out contacts that people wrote into their words', () => {
    const [parsed] = read(petition({ background: 'Write to me@made.example.' }))
    expect(parsed && 'record' in parsed && parsed.record.body).toBe('Mend it\n\nWrite to [e-mail address left out].')
  })

  it('are parked where a line is none, and the document is refused where the first is none', () => {
    expect(read(`${petition({})}\n{"id": 2}`)[1]).toEqual({
      parked: { position: 'line 2', reason: 'The petition has no action.', excerpt: '{"id": 2}' },
    })
    expect(() => read('id,action\n1,x')).toThrow('Expected one petition a line with id and action.')
  })
})
