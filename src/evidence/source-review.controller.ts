import { Body, Controller, Param, Patch, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Database } from '../platform/database/database.js';
import { Answers } from '../platform/http/answers.js';
import { IfMatch, showVersion } from '../platform/http/conditions.js';
import { reference } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { SourceBoard } from '../sources/source-board.service.js';
import { SourceReview } from '../sources/source-review.service.js';
import { SourceCardAnswer } from '../sources/source.answer.js';
import { ReviseSourceDto } from '../sources/source.dto.js';
import { viewSourceCard } from '../sources/source.view.js';
import { EvidenceCounts } from './evidence-counts.service.js';

/** Changes of a source; they stand here because its evidence then weighs otherwise. */
@Roles('editor')
@Controller('v1/sources')
export class SourceReviewController {
  constructor(
    private readonly database: Database,
    private readonly review: SourceReview,
    private readonly links: EvidenceCounts,
    private readonly board: SourceBoard,
  ) {}

  @Patch(':source')
  @ApiOperation({ summary: 'Change a source' })
  @Answers(SourceCardAnswer)
  async reviseSource(
    @Param('source', reference('src')) source: string,
    @Body() act: ReviseSourceDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id } = await this.database.transaction(async () => {
      const reviewed = await this.review.revise(source, act, seen, actor);
      const cause = { kind: 'source' as const, ids: [reviewed.id] };
      if (reviewed.weighsOtherwise) await this.links.markDueOf({ sourceId: reviewed.id }, cause);
      return reviewed;
    });
    const row = await this.board.get(id);
    showVersion(reply, row.version);
    return viewSourceCard(row);
  }
}
