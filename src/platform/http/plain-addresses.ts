import type { Route } from './routes.js';

/** What an address asks for: the pattern of its route, and what stands in its place of each parameter. */
export interface PlainAddress {
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** Where a path can go on from one of its parts. */
interface Crossing {
  readonly words: Map<string, Crossing>;
  parameter?: { readonly name: string; readonly next: Crossing };
  route?: string;
}

/** Signs that a path has where nothing about it is unusual. */
const PLAIN_PATH = /^(?:\/[\w.~%-]+)+$/;
const PLAIN_NAME = /^[a-z][a-z\d_]*$/;
/** The longest part of a path that is read here; the server refuses longer ones. */
const LONGEST_PART = 200;

/**
 * Finds which route for reading an address is of, and what it says, as the server itself would. Whatever is spelt in a way
 * that could be read in two ways is left to the server: words written as numbers, parameters that come twice or have no
 * value, signs that do not belong there.
 */
export class PlainAddresses {
  private readonly start: Crossing = { words: new Map() };

  constructor(routes: readonly Route[]) {
    for (const { method, path } of routes) if (method === 'GET' && !path.includes('*')) this.add(path);
  }

  /** What an address asks for; null for one that is left to the server. */
  read(address: string): PlainAddress | null {
    const end = address.indexOf('?');
    const text = end < 0 ? address : address.slice(0, end);
    if (!PLAIN_PATH.test(text)) return null;
    const query = end < 0 ? {} : queryOf(address.slice(end + 1));
    if (query === null) return null;
    const path: Record<string, string> = {};
    let here = this.start;
    for (const part of text.slice(1).split('/')) {
      const word = here.words.get(part);
      const said = word ? null : partOf(part);
      if (!word && (!here.parameter || said === null || here.words.has(said))) return null;
      if (here.parameter && said !== null) path[here.parameter.name] = said;
      here = word ?? here.parameter!.next;
    }
    return here.route === undefined ? null : { route: here.route, path, query };
  }

  private add(pattern: string): void {
    let here = this.start;
    for (const part of pattern.slice(1).split('/')) {
      if (part.startsWith(':')) {
        here.parameter ??= { name: part.slice(1), next: { words: new Map() } };
        if (here.parameter.name !== part.slice(1)) return; // two names for one part: the server knows which
        here = here.parameter.next;
        continue;
      }
      const next = here.words.get(part) ?? { words: new Map() };
      here.words.set(part, next);
      here = next;
    }
    here.route = pattern;
  }
}

/** What a part of a path says; null where it is no text of usual length, or means another place (`..`). */
function partOf(part: string): string | null {
  if (part.length > LONGEST_PART || /^\.+$/.test(part)) return null;
  return part.includes('%') ? decoded(part) : part;
}

/** What a query says; null where it is not a list of names that each have one value. */
function queryOf(text: string): Record<string, string> | null {
  const said: Record<string, string> = {};
  if (text.includes('#')) return null;
  for (const pair of text.split('&')) {
    const place = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, place));
    const value = decoded(pair.slice(place + 1).replaceAll('+', ' '));
    if (!PLAIN_NAME.test(name) || name in said || value === null || pair.includes('=', place + 1)) return null;
    said[name] = value;
  }
  return said;
}

function decoded(text: string): string | null {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
