import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Roles } from '../access/roles.js';
import { Moments } from '../events/moments.service.js';
import { Answers } from '../platform/http/answers.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { sayInstant } from '../platform/instant.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import { ExplanationAnswer, HistoryAnswer } from './explanation.answer.js';
import { viewExplanation } from './explanation.view.js';
import { viewPoint } from './history.view.js';
import { pointsOf } from './history.js';
import { Past } from './past.service.js';
import { ExplanationQueryDto, HistoryQueryDto } from './rumor-reading.dto.js';

/** How many points a history has at most where nothing is said. */
const MOST_POINTS = 1000;

/** Why a rumor has its confidence, and how that came about. */
@Roles('reader')
@Controller('v1/rumors/:rumor')
export class ExplanationsReadingController {
  constructor(
    private readonly moments: Moments,
    private readonly rumors: RumorBoard,
    private readonly past: Past,
  ) {}

  @Get('explanation')
  @ApiOperation({ summary: 'Explain the confidence of a rumor' })
  @Answers(ExplanationAnswer)
  explainRumor(@Param('rumor', identifier('rum')) id: string, @Query() { as_of: asOf, basis }: ExplanationQueryDto) {
    return this.moments.read(asOf, async (moment) => viewExplanation(await this.past.why(id, moment, basis)));
  }

  @Get('history')
  @ApiOperation({ summary: 'Show the confidence of a rumor over time' })
  @Answers(HistoryAnswer)
  getRumorHistory(@Param('rumor', identifier('rum')) id: string, @Query() query: HistoryQueryDto) {
    const { as_of: asOf, from = 0, interval = 'raw', max_points: maxPoints = MOST_POINTS } = query;
    return this.moments.read(asOf, async (moment) => {
      const rumor = await this.rumors.get(id, moment);
      const history = await this.past.history(id, moment, query.basis);
      const points = pointsOf(history, { from, to: query.to ?? moment.at, interval, maxPoints });
      return { rumor_id: rumor.id, interval, data: points.map(viewPoint), as_of: sayInstant(moment.at) };
    });
  }
}
