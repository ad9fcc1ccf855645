/** What a register's status means for somebody who looks for a supplier. */
export type RegisterStatus = 'active' | 'strike_off_proposed' | 'insolvent' | 'left_register' | 'unknown'

const INSOLVENT = [
  'liquidation',
  'administration',
  'administration order',
  'in administration',
  'receivership',
  'receiver',
  'voluntary arrangement',
  'administrative receiver',
]

/** Companies House writes its status as text in mixed case; the table of the meanings is ours. */
export function registerStatus(text: string): RegisterStatus {
  const status = text.trim().toLowerCase()
  if (status === 'active') return 'active'
  if (status.startsWith('active') && status.includes('strike off')) return 'strike_off_proposed'
  if (status === 'dissolved' || status === 'removed' || status === 'converted/closed') return 'left_register'
  // "Live but Receiver Manager on at least one charge": the company trades on under a receiver.
  if (INSOLVENT.some(word => status.includes(word))) return 'insolvent'
  return 'unknown'
}
