import ipaddr from 'ipaddr.js';

/** Networks that translate into IPv4, and so lead to every address of it (RFC 6052, RFC 8215). */
const TRANSLATED = ['64:ff9b::/96', '64:ff9b:1::/48'].map((network) => ipaddr.IPv6.parseCIDR(network));

/** How many leading bytes of an IPv6 address are zero where it stands for an IPv4 address, or for none. */
const ZERO_BYTES = 12;

/**
 * Whether an address is none of the public internet: a loopback, a private or a link-local one, that of a cloud's
 * metadata, a multicast, a reserved or a translated one. What is no address is denied, too.
 */
export function isDenied(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  const read = ipaddr.process(address); // unwraps ::ffff:a.b.c.d
  if (read instanceof ipaddr.IPv6) {
    if (TRANSLATED.some((network) => read.match(network))) return true;
    if (
      read
        .toByteArray()
        .slice(0, ZERO_BYTES)
        .every((byte) => byte === 0)
    )
      return true;
  }
  return read.range() !== 'unicast';
}
