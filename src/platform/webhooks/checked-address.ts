import { lookup as resolve } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** An address to which nothing is sent. */
export class AddressRefused extends Error {
  constructor(host: string) {
    super(`${host} is not a public address`)
    this.name = 'AddressRefused'
  }
}

/** What is public of IPv6; all else is unassigned, or hides another address in itself. */
const globalIpv6 = ipaddr.parseCIDR('2000::/3')

/**
 * Whether something may be sent to this address: only to the public internet, and to the networks that the operators
 * allow. An IPv4 address inside an IPv6 one counts as what it is.
 */
export function mayReach(address: string, allowed: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const read = ipaddr.process(address)
  const open = read.kind() === 'ipv4' || read.match(...globalIpv6)
  if (open && read.range() === 'unicast') return true
  return allowed.some((network) => {
    const [range, bits] = ipaddr.parseCIDR(network)
    return range.kind() === read.kind() && read.match(range, bits)
  })
}

/** Refuses a host that is itself an address nothing may be sent to; names are looked at when they are resolved. */
export function checkHost(hostname: string, allowed: readonly string[]): void {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0 && !mayReach(bare, allowed)) throw new AddressRefused(hostname)
}

/**
 * Resolves a name once and gives only addresses that were checked: the connection goes to what was checked, so a name that
 * resolves differently a moment later leads nowhere. One forbidden address refuses the name.
 */
export function checkedLookup(allowed: readonly string[], ask: typeof askDns = askDns): LookupFunction {
  return (hostname, options, callback) => {
    ask(hostname, (error, addresses) => {
      const bad = addresses.length === 0 || addresses.some(({ address }) => !mayReach(address, allowed))
      const refused = error ?? (bad ? new AddressRefused(hostname) : null)
      const [first] = addresses
      if (refused !== null || first === undefined) callback(refused ?? new AddressRefused(hostname), '', 0)
      else if (options.all === true) callback(null, [...addresses])
      else callback(null, first.address, first.family)
    })
  }
}

function askDns(
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
): void {
  resolve(hostname, { all: true }, (error, addresses) => done(error, addresses ?? []))
}
