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
import { claimsCsv, sendCsv } from './claims-csv.js';
import { claimsPage } from './claims-page.js';
import { ClaimsQueryDto } from './claims-query.dto.js';
import { SaidClaims } from './said-claims.service.js';

/** The page of Hearsay's own record. */
@ApiExcludeController()
@Roles('reader')
@Controller('calibration')
export class CalibrationPageController {
  constructor(
    private readonly own: OwnCalibrations,
    private readonly moments: Moments,
    private readonly frames: Frames,
    private readonly said: SaidClaims,
  ) {}

  @Get()
  async showCalibration(@Query() query: OwnRecordQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { horizon = 'any' } = query;
    const read = await this.moments.read(null, (moment) => this.own.of(horizon, askedIn(query), moment));
    const body = calibrationPage({ record: viewCalibration(read), query });
    return this.frames.send({ title: 'How right was Hearsay?', body }, request, reply);
  }

  /** The same claims for a spreadsheet, all of them at once. */
  @Get('claims.csv')
  async takeClaims(@Query() query: ClaimsQueryDto, @Res() reply: FastifyReply) {
    return sendCsv(reply, 'hearsay-calibration.csv', claimsCsv(await this.said.ofHearsay(query, 'all')));
  }

  /** The claims behind a point or a bar of its diagram. */
  @Get('claims')
  async showClaims(@Query() query: ClaimsQueryDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const body = claimsPage(await this.said.ofHearsay(query));
    return this.frames.send({ title: 'What was believed, and what happened', body }, request, reply);
  }
}
