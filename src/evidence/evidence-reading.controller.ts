import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AskerOf, Roles, type Asker } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Moments } from '../events/moments.service.js';
import { AsOfQueryDto } from '../events/reading.dto.js';
import { Answers } from '../platform/http/answers.js';
import { showVersion } from '../platform/http/conditions.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { EVIDENCE_SORTS, EvidenceBoard } from './evidence-board.service.js';
import { EvidenceQueryDto } from './evidence-reading.dto.js';
import { EvidenceAnswer, EvidencePage } from './evidence.answer.js';
import { viewEvidence } from './evidence.view.js';
import { Named } from './named.service.js';

/** Links between reports and rumors, as everybody reads them. */
@Roles('reader')
@Controller('v1/evidence')
export class EvidenceReadingController {
  constructor(
    private readonly lists: Lists,
    private readonly moments: Moments,
    private readonly board: EvidenceBoard,
    private readonly named: Named,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the evidence' })
  @Answers(EvidencePage)
  listEvidence(
    @Query() query: EvidenceQueryDto,
    @AskerOf() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { stance, status, since, sort = '-learned_at' } = query;
    const reader = status === undefined || status === 'active' ? undefined : asker();
    const list = { name: 'evidence', sort: EVIDENCE_SORTS[sort], view: viewEvidence };
    return this.lists.answer(
      {
        ...list,
        read: async (window, moment) => {
          const named = await this.named.in(query, moment);
          return this.board.page({ stance, status, reader, since, ...named }, window, moment);
        },
      },
      query,
      reply,
    );
  }

  @Get(':evidence')
  @ApiOperation({ summary: 'Show a link between a report and a rumor' })
  @Answers(EvidenceAnswer)
  getEvidence(
    @Param('evidence', identifier('ev')) id: string,
    @Query() query: AsOfQueryDto,
    @AskerOf() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.moments.read(query.as_of, async (moment) => {
      const row = await this.board.shownTo(asker, id, moment);
      showVersion(reply, row.version);
      return viewEvidence(row);
    });
  }
}
