import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Moments } from '../events/moments.service.js';
import { Answers } from '../platform/http/answers.js';
import { Pages } from '../platform/http/pages.js';
import { MOST_FOUND, Search, type SearchHitRow } from './search.service.js';
import { SearchPage } from './search.answer.js';
import { SearchQueryDto } from './search.dto.js';
import { viewHit } from './search.view.js';

/** Everything by text, as everybody searches it. */
@Roles('reader')
@Controller('v1/search')
export class SearchController {
  constructor(
    private readonly search: Search,
    private readonly moments: Moments,
    private readonly pages: Pages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Search everything by text' })
  @Answers(SearchPage)
  async searchEverything(@Query() query: SearchQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { q: words, types } = query;
    const { at } = await this.moments.now();
    const page = { ...(await this.pages.open('search', query)), asOf: at };
    const skip = Number(page.after?.[0] ?? 0);
    const limit = Math.min(page.limit + 1, MOST_FOUND - skip);
    const { terms, hits, total, isTotalALowerBound } = await this.search.find({ words, types, skip, limit, now: at });
    const showing = { view: (hit: SearchHitRow) => viewHit(hit, terms), position: () => [skip + page.limit] };
    const answer = await this.pages.answer(hits, page, showing, reply);
    return { ...answer, page: { ...answer.page, total, total_is_lower_bound: isTotalALowerBound } };
  }
}
