import { Body, Controller, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Database } from '../platform/database/database.js';
import { Answers } from '../platform/http/answers.js';
import { created, IfMatch, showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { Citations } from './citations.service.js';
import { EvidenceBoard } from './evidence-board.service.js';
import { EvidenceReview } from './evidence-review.service.js';
import { EvidenceAnswer } from './evidence.answer.js';
import { CiteEvidenceDto, ReviseEvidenceDto } from './evidence.dto.js';
import { viewEvidence } from './evidence.view.js';

/** Evidence by hand, and its review. */
@Controller('v1/evidence')
export class EvidenceController {
  constructor(
    private readonly database: Database,
    private readonly citations: Citations,
    private readonly review: EvidenceReview,
    private readonly board: EvidenceBoard,
  ) {}

  @Post()
  @Roles('contributor')
  @ApiOperation({ summary: 'Link a report to a rumor' })
  @Answers(EvidenceAnswer)
  async linkEvidence(
    @Body() act: CiteEvidenceDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id, version } = await this.database.transaction(() => this.citations.link(act, actor));
    created(reply, `/v1/evidence/${id}`, version);
    return viewEvidence(await this.board.get(id));
  }

  @Patch(':evidence')
  @Roles('editor')
  @ApiOperation({ summary: 'Accept, correct or withdraw a link' })
  @Answers(EvidenceAnswer)
  async reviseEvidence(
    @Param('evidence', identifier('ev')) id: string,
    @Body() act: ReviseEvidenceDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.review.revise(id, act, seen, actor);
    const row = await this.board.get(id);
    showVersion(reply, row.version);
    return viewEvidence(row);
  }
}
