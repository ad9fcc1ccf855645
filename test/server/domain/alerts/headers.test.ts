import { describe, expect, it } from 'vitest'
import { mailHeaders, messageIdOf, senderDomain } from '../../../../server/domain/alerts/headers.js'

describe('the headers of a mail', () => {
  it('end it with one click, say that nobody wrote it by hand, and name its list', () => {
    expect(
      mailHeaders({ base: 'https://wellmet.example', token: 'AAAA', kind: 'digest', domain: 'alerts.example' }),
    ).toEqual({
      'List-Unsubscribe': '<https://wellmet.example/u/AAAA>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': 'Wellmet alerts <digest.alerts.alerts.example>',
      'Auto-Submitted': 'auto-generated',
    })
  })

  it('carry one Message-ID for all attempts', () => {
    expect(messageIdOf('7d0c', 'alerts.example')).toBe('<7d0c@alerts.example>')
  })

  it.each([
    ['Wellmet <alerts@wellmet.example>', 'wellmet.example'],
    ['alerts@Hub.Example', 'hub.example'],
    ['nobody', 'localhost'],
  ])('%s sends from %s', (from, domain) => {
    expect(senderDomain(from)).toBe(domain)
  })
})
