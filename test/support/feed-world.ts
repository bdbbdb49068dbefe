import type { ServerResponse } from 'node:http';
import { loopback } from './loopback.js';

/** One answer of a host: what it says, and how. */
export interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** After how many milliseconds it is said. */
  readonly afterMs?: number;
  /** Is handed what says it, to be called in its time. */
  readonly until?: (say: () => void) => void;
}

/** One request as a host saw it. */
export interface Seen {
  readonly path: string;
  readonly at: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

type Site = (path: string, headers: Seen['headers'], at: number) => Said | null;

/** Where hosts say what programs may do. */
const MANNERS: ReadonlySet<string> = new Set(['/robots.txt', '/.well-known/tdmrep.json']);

/** A little web on this machine: hosts by name, each of which answers as it is told. */
export class FeedWorld {
  readonly seen = new Map<string, Seen[]>();
  private readonly sites = new Map<string, Site>();
  underWay = 0;
  mostUnderWay = 0;

  private constructor(readonly now: () => number) {}

  /** Starts it; `now` is the time on its clocks. */
  static async start(now: () => number) {
    const world = new FeedWorld(now);
    const server = await loopback((request, response) => {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      world.answer(host, { path: request.url ?? '/', at: now(), headers: request.headers }, response);
    });
    return { world, port: server.port, close: () => server.close() };
  }

  /** Has a host answer. */
  site(host: string, site: Site): void {
    this.sites.set(host, site);
  }

  /** What a host was asked for, but for what it lets programs read and use. */
  asked(host: string, path?: string): Seen[] {
    const seen = this.seen.get(host) ?? [];
    return seen.filter((each) => !MANNERS.has(each.path) && (path === undefined || each.path === path));
  }

  private answer(host: string, seen: Seen, response: ServerResponse): void {
    this.seen.set(host, [...(this.seen.get(host) ?? []), seen]);
    this.mostUnderWay = Math.max(this.mostUnderWay, (this.underWay += 1));
    response.on('close', () => (this.underWay -= 1));
    const said = this.sites.get(host)?.(seen.path, seen.headers, seen.at) ?? { status: 404 };
    if (said.status === 0) return void response.destroy();
    const say = () => void response.writeHead(said.status ?? 200, said.headers ?? {}).end(said.body ?? '');
    if (said.until) said.until(say);
    else if (said.afterMs === undefined) say();
    else setTimeout(say, said.afterMs);
  }
}

/** A feed in RSS. */
export const rssOf = (title: string, items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>http://x.example/</link>${items.join('')}</channel></rss>`;

/** What an article says: each time another figure. */
export const wordsOf = (at: number): string =>
  `Orvane will launch the Orvane Halo in the ${at % 2 === 0 ? 'first' : 'second'} half of ${2028 + (at % 7)}, two people ` +
  `at supplier number ${at} of its lenses told us. The Orvane Halo is said to have a ${40 + at} MP camera that was ` +
  `developed with Zeiss, according to the same people, who asked ${at} times not to be named.`;

/** The title of such an article. */
export const titleOf = (at: number): string => `Orvane readies the Halo, story ${at}`;

/** A page with an article. */
export const pageOf = (title: string, words: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><p>${words}</p></article></body></html>`;
