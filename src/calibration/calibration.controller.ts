import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Roles } from '../access/roles.js';
import { Moments } from '../events/moments.service.js';
import { Answers } from '../platform/http/answers.js';
import { CalibrationAnswer } from './calibration.answer.js';
import { CalibrationQueryDto } from './calibration.dto.js';
import { viewCalibration } from './calibration.view.js';
import { OwnCalibrations } from './own-calibration.service.js';

/** How right Hearsay itself was, as everybody reads it. */
@Roles('reader')
@Controller('v1/calibration')
export class CalibrationController {
  constructor(
    private readonly moments: Moments,
    private readonly own: OwnCalibrations,
  ) {}

  @Get()
  @ApiOperation({ summary: "Show Hearsay's own record: what it believed beside what happened" })
  @Answers(CalibrationAnswer)
  getCalibration(@Query() { as_of: asOf, horizon = 'any', ...asked }: CalibrationQueryDto) {
    return this.moments.read(asOf, async (moment) => viewCalibration(await this.own.of(horizon, asked, moment)));
  }
}
