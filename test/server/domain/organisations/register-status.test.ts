import { expect, it } from 'vitest'
import { registerStatus } from '../../../../server/domain/organisations/register-status.js'

it.each([
  ['Active', 'active'],
  ['Active - Proposal to Strike off', 'strike_off_proposed'],
  ['Liquidation', 'insolvent'],
  ['ADMINISTRATION ORDER', 'insolvent'],
  ['In Administration/Administrative Receiver', 'insolvent'],
  ['Live but Receiver Manager on at least one charge', 'insolvent'],
  ['Voluntary Arrangement', 'insolvent'],
  ['Dissolved', 'left_register'],
  ['Something new', 'unknown'],
  ['', 'unknown'],
])('%s means %s', (text, status) => expect(registerStatus(text)).toBe(status))
