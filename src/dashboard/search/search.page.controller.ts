import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../../access/roles.js';
import { Moments } from '../../events/moments.service.js';
import { Search } from '../../search/search.service.js';
import { viewHit } from '../../search/search.view.js';
import { Frames } from '../frame/frames.service.js';
import { searchPage } from './search-page.js';
import { SearchPageQueryDto } from './search-query.dto.js';

/** How many of the best a page shows. */
const MOST = 50;
/** Fewer letters than these find everything. */
const FEWEST = 2;

/** The page on which everything is searched by text. */
@ApiExcludeController()
@Roles('reader')
@Controller('search')
export class SearchPageController {
  constructor(
    private readonly search: Search,
    private readonly moments: Moments,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showSearch(
    @Query() { q = '', type = '' }: SearchPageQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const words = q.trim();
    const { at: now } = await this.moments.now();
    const types = type === '' ? undefined : [type];
    const isAsked = words.length >= FEWEST;
    const found = isAsked ? await this.search.find({ words, types, skip: 0, limit: MOST, now }) : null;
    const hits = found?.hits.map((hit) => viewHit(hit, found.terms)) ?? [];
    const total = { total: found?.total ?? 0, isLowerBound: found?.isTotalALowerBound ?? false };
    const title = words === '' ? 'Search' : `${words} · Search`;
    return this.frames.send({ title, body: searchPage({ words, type, isAsked, hits, ...total }) }, request, reply);
  }
}
