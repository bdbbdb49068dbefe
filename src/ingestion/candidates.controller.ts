import { Body, Controller, Delete, HttpCode, Param, Patch } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { ReviewCandidateDto } from './candidate.dto.js';
import { CandidateReview } from './candidate-review.service.js';
import { viewCandidate } from './ingestion.view.js';

/** The review of articles that wait for it. */
@Roles('editor')
@Controller('v1/ingestions/:ingestion')
export class CandidatesController {
  constructor(private readonly candidates: CandidateReview) {}

  @Patch('candidates/:candidate')
  @ApiOperation({ summary: 'Accept, reject or correct what was read in an article' })
  async reviewCandidate(
    @Param('ingestion', identifier('ing')) ingestion: string,
    @Param('candidate', identifier('can')) candidate: string,
    @Body() act: ReviewCandidateDto,
    @ActorOf() actor: Actor,
  ) {
    return viewCandidate(await this.candidates.review(ingestion, candidate, act, actor));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Throw an article away that waits for its review' })
  discardIngestion(@Param('ingestion', identifier('ing')) ingestion: string, @ActorOf() actor: Actor) {
    return this.candidates.discard(ingestion, actor);
  }
}
