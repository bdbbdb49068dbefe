import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Answers } from '../platform/http/answers.js';
import { ReviewPage } from './review.answer.js';
import { ReviewQueryDto } from './review.dto.js';
import { REVIEW_KINDS } from './review-kinds.js';
import { REVIEW_SORTS, ReviewQueue } from './review-queue.service.js';
import { viewReviewItem } from './review.view.js';

/** What waits for a decision. */
@Roles('contributor')
@Controller('v1/review')
export class ReviewController {
  constructor(
    private readonly lists: Lists,
    private readonly queue: ReviewQueue,
  ) {}

  @Get()
  @Answers(ReviewPage)
  @ApiOperation({ summary: 'List everything that waits for a decision: all for an editor, else my own' })
  async listReview(
    @Query() query: ReviewQueryDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { kind = REVIEW_KINDS, sort = 'waits_since' } = query;
    const read = (window: Parameters<ReviewQueue['page']>[2]) => this.queue.page(kind, actor, window);
    const list = { name: 'review', sort: REVIEW_SORTS[sort], read, view: viewReviewItem };
    const { page, ...answer } = await this.lists.answer(list, query, reply);
    return { ...answer, page: { ...page, counts: await this.queue.counts(actor) } };
  }
}
