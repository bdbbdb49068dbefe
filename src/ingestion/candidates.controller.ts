import { Body, Controller, Delete, HttpCode, Param, Patch } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { CandidateReview } from './candidate-review.service.js';
import { Forecasts } from './forecasts.service.js';
import { CandidateAnswer } from './candidate.answer.js';
import { ReviewCandidateDto } from './candidate.dto.js';
import { viewCandidate } from './ingestion.view.js';

/** The review of articles that wait for it. */
@Roles('editor')
@Controller('v1/ingestions/:ingestion')
export class CandidatesController {
  constructor(
    private readonly candidates: CandidateReview,
    private readonly forecasts: Forecasts,
  ) {}

  @Patch('candidates/:candidate')
  @ApiOperation({ summary: 'Accept, reject or correct what was read in an article' })
  @Answers(CandidateAnswer)
  async reviewCandidate(
    @Param('ingestion', identifier('ing')) ingestion: string,
    @Param('candidate', identifier('can')) candidate: string,
    @Body() act: ReviewCandidateDto,
    @ActorOf() actor: Actor,
  ) {
    await this.candidates.review(ingestion, candidate, act, actor);
    await this.forecasts.foresee(ingestion);
    return viewCandidate(await this.candidates.get(ingestion, candidate));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Throw an article away that waits for its review' })
  @Answers(null)
  discardIngestion(@Param('ingestion', identifier('ing')) ingestion: string, @ActorOf() actor: Actor) {
    return this.candidates.discard(ingestion, actor);
  }
}
