import { Fault } from '../fault.js';

/** Something outside that must not be asked: its address leads elsewhere than to the public internet. */
export class Blocked extends Fault {
  constructor(message: string) {
    super('invalid', 'blocked-url', message, [{ pointer: '#/url', code: 'blocked-url', detail: message }]);
  }
}

/** Something outside that could not be had; asking later may help. */
export class Unreachable extends Fault {
  constructor(message: string) {
    super('invalid', 'unreachable-url', message, [{ pointer: '#/url', code: 'unreachable-url', detail: message }]);
  }
}

/** What the client says of a request that failed, by its code. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'nobody knows that host',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'it broke off',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  UND_ERR_SOCKET: 'it broke off',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'it stopped sending',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'it did not send as much as it said',
  HPE_HEADER_OVERFLOW: 'its headers are too large',
};

const namesOf = (error: unknown): readonly string[] => {
  const { name, code, cause } = Object(error) as { name?: string; code?: string; cause?: unknown };
  return [code ?? '', name ?? '', ...(cause === undefined ? [] : namesOf(cause))];
};

/** A request that failed, in words of the field. */
export function inWords(error: unknown, url: URL): Fault {
  if (error instanceof Fault) return error;
  const names = namesOf(error);
  const isLate = names.some((name) => name === 'TimeoutError' || name === 'AbortError');
  const known = names.find((name) => name in WORDS);
  const certificate = names.some((name) => /CERT|TLS|SSL|SELF_SIGNED/.test(name));
  const broken = names.some((name) => /^(?:Z_|ERR__?(?:ERROR_|BROTLI)|ERR_BROTLI)/.test(name));
  const words = isLate
    ? 'it took too long'
    : known
      ? WORDS[known]
      : certificate
        ? 'its certificate is not good'
        : broken
          ? 'it is not encoded as it says'
          : 'it does not speak HTTP as it should';
  return new Unreachable(`${url.host} cannot be read: ${words}.`);
}
