import { BlockList, isIP } from 'node:net'

// Everything that is not the public internet: loopback, private, link-local, shared, test and multicast ranges.
const closed4 = new BlockList()
// A list of its own: one list would take every IPv4 address for its spelling inside IPv6.
const closed6 = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed4.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed6.addSubnet(net, prefix, 'ipv6')

/**
 * Whether an IP address lies outside the public internet. IPv4 written inside IPv6 counts as private altogether:
 * no publisher is reached that way. A text that is no address at all is private.
 */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return true
  return family === 4 ? closed4.check(address, 'ipv4') : closed6.check(address, 'ipv6')
}

// Registries under which the public registers names: a name there has three labels.
const SECOND_LEVEL = new Set(['co', 'gov', 'org', 'ac', 'nhs', 'police', 'ltd', 'plc', 'me', 'net', 'sch', 'mod'])

/** Whether two hosts belong to one owner: the same registrable domain, or the same IP address. */
export function sameRegistrableDomain(one: string, other: string): boolean {
  return registrable(one) === registrable(other)
}

function registrable(host: string): string {
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return host
  const labels = host.toLowerCase().replace(/\.$/, '').split('.')
  const ukName = labels.at(-1) === 'uk' && SECOND_LEVEL.has(labels.at(-2) ?? '')
  return labels.slice(ukName ? -3 : -2).join('.')
}
