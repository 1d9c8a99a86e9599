/**
 * Which addresses a node may speak to. Public ones; others only where its operator names them, so
 * that nobody can make a node ask the machines around it by giving a name that leads there.
 */
import { BlockList, isIP } from 'node:net';

export interface AddressPolicy {
  /** Whether an IP address, as `node:dns` or a URL gives it, may be spoken to. */
  allows(address: string): boolean;
}

/** IANA IPv4 Special-Purpose Address Registry; multicast, and what is reserved (RFC 1112). */
const V4_SPECIAL = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Global unicast (RFC 4291), of which the registry of IPv6 takes some out again. */
const V6_GLOBAL = ['2000::', 3] as const;
/** IETF protocols with Teredo, documentation, 6to4, AS112: no node has an address there. */
const V6_SPECIAL = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const;

type Subnet = readonly [string, number];
type Family = 'ipv4' | 'ipv6';

function listOf(family: Family, subnets: readonly Subnet[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}

const v4Special = listOf('ipv4', V4_SPECIAL);
const v6Global = listOf('ipv6', [V6_GLOBAL]);
const v6Special = listOf('ipv6', V6_SPECIAL);

/** Nobody answers there, or everybody: not even configuration makes a node of these. */
const never = listOf('ipv4', [
  ['0.0.0.0', 8],
  ['224.0.0.0', 4],
  ['255.255.255.255', 32],
]);
never.addSubnet('ff00::', 8, 'ipv6');
never.addAddress('::', 'ipv6');

const bare = (address: string): string =>
  address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address;

function familyOf(address: string): Family | null {
  const version = isIP(address);
  if (version === 0) return null;
  return version === 4 ? 'ipv4' : 'ipv6';
}

/**
 * Whether an address is reachable from everywhere. IPv6 addresses that carry an IPv4 one (mapped,
 * NAT64, 6to4, Teredo) are not: nobody's name leads there, except to get around this question.
 */
export function isPublicAddress(given: string): boolean {
  const address = bare(given);
  const family = familyOf(address);
  if (family === null || address.includes('%')) return false;
  if (family === 'ipv4') return !v4Special.check(address, 'ipv4');
  return v6Global.check(address, 'ipv6') && !v6Special.check(address, 'ipv6');
}

function subnetOf(text: string): readonly [string, number, Family] | null {
  const [network = '', prefix = ''] = text.trim().split('/');
  const family = familyOf(network);
  if (family === null || !/^[0-9]{1,3}$/.test(prefix)) return null;
  const bitsMax = family === 'ipv4' ? 32 : 128;
  return Number(prefix) <= bitsMax ? [network, Number(prefix), family] : null;
}

/** The operator's list of others: `allow` for all, or subnets, `10.2.0.0/16, fd00::/8`. */
function named(setting: string): ((address: string, family: Family) => boolean) | null {
  const text = setting.trim();
  if (text === '' || text === 'refuse') return () => false;
  if (text === 'allow') return () => true;
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const item of text.split(',')) {
    const subnet = subnetOf(item);
    if (!subnet) return null;
    lists[subnet[2]].addSubnet(...subnet);
  }
  return (address, family) => lists[family].check(address, family);
}

/** The policy of a setting; null where the setting is not to be understood. */
export function addressPolicy(setting: string): AddressPolicy | null {
  const isNamed = named(setting);
  if (!isNamed) return null;
  return {
    allows: (given) => {
      const address = bare(given);
      const family = familyOf(address);
      if (family === null || never.check(address, family)) return false;
      return isPublicAddress(address) || isNamed(address, family);
    },
  };
}
