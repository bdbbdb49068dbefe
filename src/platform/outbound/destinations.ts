import { isIP } from 'node:net';
import { Blocked } from './outbound-faults.js';
import { isDenied } from './denied-address.js';

/** Where somebody may be asked. */
export interface DestinationRules {
  /** The ports that are asked. */
  readonly ports: readonly number[];
  /** `host:port`, as the operator names them: these are asked whatever they lead to. */
  readonly exceptions: readonly string[];
}

/** What an address may not hold anywhere: blanks, control characters, backslashes. Some read these away, some do not. */
const UNCLEAR = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\u3000\ufeff\\]|%00|%20(?=[^/?#]*$)/;
const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** The name of a host as it is compared: without the brackets of IPv6, small, without a dot at its end. */
export const bareHost = (host: string): string =>
  host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** The port that an address names, or that of its scheme. */
export const portOf = ({ port, protocol }: URL): number => (port === '' ? PORTS[protocol]! : Number(port));

/** Says which addresses may be asked at all, before anybody is. */
export class Destinations {
  private readonly ports: ReadonlySet<number>;
  private readonly exceptions: ReadonlySet<string>;

  constructor({ ports, exceptions }: DestinationRules) {
    this.ports = new Set(ports);
    this.exceptions = new Set(exceptions.map((each) => each.toLowerCase().replaceAll(/[[\]]/g, '')));
  }

  /**
   * The address that a text names.
   *
   * @throws Blocked unless it is plain http or https to a port that may be asked, without a user, and to no address
   *   that is not of the public internet
   */
  admit(text: string): URL {
    if (!/^https?:\/\/[^/?#]/i.test(text)) throw new Blocked('Only addresses that start with http(s):// are asked.');
    if (UNCLEAR.test(text)) throw new Blocked('The address holds blanks, control characters or backslashes.');
    if (!URL.canParse(text)) throw new Blocked('The address cannot be read.');
    const url = new URL(text);
    url.hash = '';
    if (url.username !== '' || url.password !== '') throw new Blocked('The address names a user.');
    const host = bareHost(url.hostname);
    if (this.isExcepted(host, portOf(url))) return url;
    if (!this.ports.has(portOf(url))) throw new Blocked(`Port ${portOf(url)} is not asked.`);
    if (isIP(host) !== 0 && isDenied(host)) throw new Blocked(`${host} is no address of the public internet.`);
    return url;
  }

  /**
   * Where an answer sends on to.
   *
   * @throws Blocked as `admit` does, where it leads from https to http, and where somebody else leads to a place that is
   *   asked because the operator has named it
   */
  next(from: URL, location: string): URL {
    if (UNCLEAR.test(location) || !URL.canParse(location, from)) throw new Blocked('It sends on to no clear address.');
    const url = this.admit(new URL(location, from).href);
    if (from.protocol === 'https:' && url.protocol === 'http:') {
      throw new Blocked(`${from.host} sends on from https to http.`);
    }
    if (this.names(url) && !this.names(from)) throw new Blocked(`${from.host} sends on to where only you may send us.`);
    return url;
  }

  private names(url: URL): boolean {
    return this.isExcepted(url.hostname, portOf(url));
  }

  /** Whether the operator has named a place, wherever it leads. */
  isExcepted(host: string, port: number): boolean {
    return this.exceptions.has(`${bareHost(host)}:${port}`);
  }
}
