import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { Afterwards } from '../platform/http/afterwards.js';
import { IfMatch, MustMatch, showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { ProposalAnswer } from './proposal.answer.js';
import { ProposalBoard } from './proposal-board.service.js';
import { ProposalCommits } from './proposal-commits.service.js';
import { ReviseProposalDto, TakeBackProposalDto } from './proposal.dto.js';
import { ProposalReview } from './proposal-review.service.js';
import { viewProposal } from './proposal.view.js';

/** What an official launch settles, as editors decide it. */
@Roles('editor')
@Controller('v1/resolution-proposals/:proposal')
export class ProposalsController {
  constructor(
    private readonly review: ProposalReview,
    private readonly commits: ProposalCommits,
    private readonly board: ProposalBoard,
  ) {}

  @Patch()
  @Answers(ProposalAnswer)
  @ApiOperation({ summary: 'Correct what is proposed, turn it down, or take that back' })
  async reviseResolutionProposal(
    @Param('proposal', identifier('prp')) id: string,
    @Body() act: ReviseProposalDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.review.revise(id, act, seen, actor);
    return this.shown(id, reply);
  }

  @Post('commit')
  @HttpCode(200)
  @Answers(ProposalAnswer)
  @ApiOperation({ summary: 'Accept what is proposed: resolve all of it in one act' })
  async commitResolutionProposal(
    @Param('proposal', identifier('prp')) id: string,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.commits.commit(id, seen, actor);
    return this.shown(id, reply);
  }

  @Delete('commit')
  @HttpCode(204)
  @Roles('admin')
  @Answers(null)
  @ApiOperation({ summary: 'Take back everything that the acceptance of a proposal has settled' })
  async takeBackResolutionProposal(
    @Param('proposal', identifier('prp')) id: string,
    @Query() { reason }: TakeBackProposalDto,
    @MustMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ): Promise<void> {
    await this.commits.takeBack(id, reason, seen, actor);
  }

  private shown(id: string, reply: FastifyReply) {
    return new Afterwards(async () => {
      const row = await this.board.get(id);
      showVersion(reply, row.version);
      return viewProposal(row);
    });
  }
}
