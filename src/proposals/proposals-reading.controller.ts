import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Named } from '../evidence/named.service.js';
import { Answers } from '../platform/http/answers.js';
import { showVersion } from '../platform/http/conditions.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { ProposalAnswer, ProposalPage } from './proposal.answer.js';
import { NEWEST_PROPOSAL_FIRST, ProposalBoard } from './proposal-board.service.js';
import { ProposalsQueryDto } from './proposal.dto.js';
import { viewProposal } from './proposal.view.js';

/** What an official launch settles, as it waits for its review. */
@Roles('contributor')
@Controller('v1/resolution-proposals')
export class ProposalsReadingController {
  constructor(
    private readonly lists: Lists,
    private readonly board: ProposalBoard,
    private readonly named: Named,
  ) {}

  @Get()
  @Answers(ProposalPage)
  @ApiOperation({ summary: 'List what official launches settle, one proposal a device' })
  listResolutionProposals(@Query() query: ProposalsQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { status = 'open', device } = query;
    const list = { name: 'resolution-proposals', sort: NEWEST_PROPOSAL_FIRST, view: viewProposal };
    return this.lists.answer(
      {
        ...list,
        read: async (window, moment) => {
          const { deviceId } = await this.named.in({ device }, moment);
          return this.board.page({ status, deviceId }, window, moment);
        },
      },
      query,
      reply,
    );
  }

  @Get(':proposal')
  @Answers(ProposalAnswer)
  @ApiOperation({ summary: 'Show what an official launch settles about a device' })
  async getResolutionProposal(
    @Param('proposal', identifier('prp')) id: string,
    @Query() _query: NoQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.board.get(id);
    showVersion(reply, row.version);
    return viewProposal(row);
  }
}
