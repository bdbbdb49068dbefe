import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Moments } from '../events/moments.service.js';
import { reference, word } from '../platform/http/reference.pipe.js';
import { Settings } from '../platform/settings.js';
import { atomOf } from './atom.js';
import { Feeds } from './feeds.service.js';
import { jsonFeedOf } from './json-feed.js';
import { FeedQueryDto } from './outputs.dto.js';

const FORMS = {
  atom: ['application/atom+xml; charset=utf-8', atomOf],
  json: ['application/feed+json; charset=utf-8', jsonFeedOf],
} as const;
type Form = keyof typeof FORMS;

/** What is notable, for feed readers. */
@ApiExcludeController()
@Roles('reader')
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly moments: Moments,
    private readonly feeds: Feeds,
    private readonly settings: Settings,
  ) {}

  @Get(':scope.:format')
  async getFeed(
    @Param('scope', reference('dev')) scope: string,
    @Param('format', word('format', Object.keys(FORMS))) form: Form,
    @Query() { min_delta: minDelta }: FeedQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const feed = await this.moments.read(null, (moment) => this.feeds.of(scope, minDelta, moment));
    const [type, write] = FORMS[form];
    void reply.header('Content-Type', type);
    return write(feed, this.settings.publicUrl ?? '');
  }
}
