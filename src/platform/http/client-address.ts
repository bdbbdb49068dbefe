import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const trusted = new WeakMap<object, BlockList>();

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** Whether a text names a network (`10.0.0.0/8`, `fd00::/8`) or a single address. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const longest = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return (
    longest > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  );
}

/** Lets a server believe what proxies in these networks say of whom they ask for; nobody else is believed. */
export function trustProxies(server: FastifyInstance, networks: readonly string[]): void {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  trusted.set(server.server, list);
}

/** Whether a server believes who calls it from there. */
export function isTrusted(server: FastifyInstance, address: string): boolean {
  const asked = plain(address);
  return isIP(asked) !== 0 && (trusted.get(server.server)?.check(asked, familyOf(asked)) ?? false);
}

/**
 * The address that a request is counted for. Of IPv6 it is the network of 64 bits, all of which one caller has to
 * choose from.
 */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  const address = plain(ip);
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
}

/** IPv4 as it is meant where it comes in the clothes of IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

function groupsOf(address: string): string[] {
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
}
