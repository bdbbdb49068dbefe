import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isDenied } from './denied-address.js';
import { bareHost, type Destinations } from './destinations.js';
import type { HostNames } from './host-names.js';
import { Blocked } from './outbound-faults.js';

type Connector = buildConnector.connector;

/** Looks a host up for a connection; one address that is denied denies the whole name. */
function lookupBy(names: HostNames, isOpen: boolean): LookupFunction {
  return (host, options, done) => {
    const tell = (found: readonly LookupAddress[]): void => {
      const denied = found.find(({ address }) => isDenied(address));
      if (found.length === 0 || (denied && !isOpen)) {
        done(new Blocked(`${host} does not lead to the public internet.`), []);
      } else if (options.all) done(null, [...found]);
      else done(null, found[0]!.address, found[0]!.family);
    };
    names.addressesOf(host).then(tell, (error: NodeJS.ErrnoException) => done(error, []));
  };
}

/**
 * Connects to hosts, and looks at the very address that is connected to: a name may lead elsewhere than it did a moment
 * ago. An address that needs no look-up is looked at here, too.
 */
export function connectorFor(destinations: Destinations, names: HostNames, timeout: number): Connector {
  const [guarded, open] = [false, true].map((isOpen) =>
    buildConnector({ timeout, lookup: lookupBy(names, isOpen), allowH2: false }),
  ) as [Connector, Connector];
  return (options, done) => {
    const host = bareHost(options.hostname);
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    if (destinations.isExcepted(host, port)) open(options, done);
    else if (isIP(host) !== 0 && isDenied(host)) {
      done(new Blocked(`${host} is no address of the public internet.`), null);
    } else guarded(options, done);
  };
}
