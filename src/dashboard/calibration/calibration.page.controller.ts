import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../../access/roles.js';
import { viewCalibration } from '../../calibration/calibration.view.js';
import { OwnCalibrations } from '../../calibration/own-calibration.service.js';
import { Moments } from '../../events/moments.service.js';
import { Frames } from '../frame/frames.service.js';
import { askedIn } from './asked.js';
import { calibrationPage } from './calibration-page.js';
import { OwnRecordQueryDto } from './calibration-query.dto.js';

/** The page of Hearsay's own record. */
@ApiExcludeController()
@Roles('reader')
@Controller('calibration')
export class CalibrationPageController {
  constructor(
    private readonly own: OwnCalibrations,
    private readonly moments: Moments,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showCalibration(@Query() query: OwnRecordQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { horizon = 'any' } = query;
    const read = await this.moments.read(null, (moment) => this.own.of(horizon, askedIn(query), moment));
    const body = calibrationPage({ record: viewCalibration(read), query });
    return this.frames.send({ title: 'How right was Hearsay?', body }, request, reply);
  }
}
