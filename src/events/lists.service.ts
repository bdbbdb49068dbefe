import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { positionOf, type SortKey, type Window } from '../platform/database/keyset.js';
import { Pages, type PageQueryDto } from '../platform/http/pages.js';
import { Moments, type Moment } from './moments.service.js';

/** A list as it is offered: its name, how it can be sorted, how it is read and how a row is shown. */
export interface List<Row> {
  readonly name: string;
  readonly sort: SortKey;
  /** Reads a part of it as of a moment, and one row more where another part follows. */
  readonly read: (window: Window, moment: Moment) => Promise<readonly Row[]>;
  readonly view: (row: Row) => object;
}

/** What is asked of any list. `as_of` is epoch milliseconds. */
export interface ListQuery extends PageQueryDto {
  readonly sort?: string;
  readonly as_of?: number;
}

/** Answers lists a page at a time, every page as of one moment. */
@Injectable()
export class Lists {
  constructor(
    private readonly pages: Pages,
    private readonly moments: Moments,
  ) {}

  /**
   * The page that a query asks for. The first page without `as_of` is read as of the last commit, and its cursor pins
   * that: whatever changes meanwhile, the pages together are the list as it stood then.
   *
   * @throws Fault malformed `invalid-cursor` or `invalid-parameter`
   */
  async answer<Row extends { readonly id: string }>(list: List<Row>, query: ListQuery, reply: FastifyReply) {
    const { name, sort, view } = list;
    const page = await this.pages.open(name, query);
    const asOf = page.after === null ? query.as_of : page.asOf;
    const { rows, at } = await this.moments.read(asOf, async (moment) => {
      const found = await list.read({ sort, after: page.after, limit: page.limit }, moment);
      return { rows: found, at: moment.at };
    });
    const position = (row: Row) => positionOf(row, sort);
    return this.pages.answer(rows, { ...page, asOf: at }, { view, position }, reply);
  }
}
