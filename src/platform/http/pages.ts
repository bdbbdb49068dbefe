import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsOptional, IsString, Length } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Clock } from '../clock.js';
import { sayInstant } from '../instant.js';
import { Remembered } from '../remembered.js';
import { Secrets } from '../secrets.service.js';
import { readCursor, writeCursor, type Position } from './cursor.js';
import { WholeNumber } from './parameters.js';

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

/** How far a list is wanted, and where it goes on. A list adds its own filters. */
export class PageQueryDto {
  /** How many rows a page has at most. */
  @IsOptional()
  @WholeNumber({ min: 1, max: MAX_LIMIT })
  limit?: number;

  /** Where the page before ended: its `next_cursor`. */
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  cursor?: string;
}

/** The page that is wanted. Its rows are read one more than `limit`, so that one knows whether another page follows. */
export interface Page {
  readonly limit: number;
  /** The moment as of which all pages of this reading are read, epoch milliseconds. */
  readonly asOf: number;
  /** The position of the last row of the page before; null on the first page. */
  readonly after: Position | null;
  /** The list with its filters, as cursors remember it. */
  readonly list: string;
}

/** How rows become the answer. */
export interface Showing<Row> {
  readonly view: (row: Row) => object;
  /** What the row is sorted by, its id last: the values to which `page.after` is compared. */
  readonly position: (row: Row) => Position;
}

/** Lists a page at a time, by keyset: while rows change, none is skipped and none comes twice. */
@Injectable()
export class Pages {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /**
   * The page that a query asks for.
   *
   * @param name the list, by the name of its path
   * @throws Fault malformed `invalid-cursor`
   */
  async open(name: string, query: PageQueryDto & { readonly as_of?: number }): Promise<Page> {
    const { limit = DEFAULT_LIMIT, cursor, ...filters } = query;
    const asked = JSON.stringify([name, sorted(filters)]);
    const list = lists.of(asked, () => hash('sha256', asked, 'base64url').slice(0, 22));
    if (cursor === undefined) return { limit, asOf: query.as_of ?? this.clock.now(), after: null, list };
    return { ...readCursor(cursor, list, await this.secrets.get('cursor')), limit };
  }

  /** The answer to a page, and its `Link` header. `rows` are those after `page.after`, at most `limit + 1`. */
  async answer<Row>(rows: readonly Row[], page: Page, { view, position }: Showing<Row>, reply: FastifyReply) {
    const shown = rows.slice(0, page.limit);
    const last = rows.length > page.limit ? shown.at(-1) : undefined;
    const next =
      last === undefined ? null : writeCursor({ ...page, after: position(last) }, await this.secrets.get('cursor'));
    void reply.header('Link', linksOf(reply.request.url, next));
    return {
      data: shown.map(view),
      page: { next_cursor: next, has_more: next !== null, limit: page.limit },
      as_of: sayInstant(page.asOf),
    };
  }
}

/** How lists are called with their filters: the same ones are asked for again and again. */
const lists = new Remembered<string>(1000);

const sorted = (filters: object): [string, unknown][] =>
  Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** The addresses of the next page and of the first (RFC 8288), relative to the server. */
function linksOf(url: string, next: string | null): string {
  const end = url.includes('?') ? url.indexOf('?') : url.length;
  const [path, query] = [url.slice(0, end), url.slice(end + 1)];
  const link = (cursor: string | null, rel: string): string => {
    const parameters = new URLSearchParams(query);
    parameters.delete('cursor');
    if (cursor !== null) parameters.set('cursor', cursor);
    return `<${path}${parameters.size > 0 ? `?${parameters}` : ''}>; rel="${rel}"`;
  };
  return [...(next === null ? [] : [link(next, 'next')]), link(null, 'first')].join(', ');
}
