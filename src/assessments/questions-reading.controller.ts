import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Roles } from '../access/roles.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import { Moments } from '../events/moments.service.js';
import { Answers } from '../platform/http/answers.js';
import { reference } from '../platform/http/reference.pipe.js';
import { sayInstant } from '../platform/instant.js';
import { LaunchWindowQueryDto, QuestionsQueryDto } from './device-reading.dto.js';
import { LaunchWindowAnswer } from './launch-window.answer.js';
import { viewLaunchWindow } from './launch-window.view.js';
import { LaunchWindows } from './launch-windows.service.js';
import { QuestionBoard } from './question-board.service.js';
import { QuestionsAnswer } from './question.answer.js';
import { viewQuestion } from './question.view.js';

/** What is asked about a device, and when it is expected. */
@Roles('reader')
@Controller('v1/devices/:device')
export class QuestionsReadingController {
  constructor(
    private readonly moments: Moments,
    private readonly devices: DeviceBoard,
    private readonly questions: QuestionBoard,
    private readonly windows: LaunchWindows,
  ) {}

  @Get('questions')
  @ApiOperation({ summary: 'Show every question about a device with its competing rumors and what is left for others' })
  @Answers(QuestionsAnswer)
  getDeviceQuestions(@Param('device', reference('dev')) device: string, @Query() query: QuestionsQueryDto) {
    const { as_of: asOf, subject, region } = query;
    return this.moments.read(asOf, async (moment) => {
      const { id, slug, name } = await this.devices.get(device, moment);
      const asked = await this.questions.ofDevice(id, { subject, region }, moment);
      return { device: { id, slug, name }, data: asked.flatMap(viewQuestion), as_of: sayInstant(moment.at) };
    });
  }

  @Get('launch-window')
  @ApiOperation({ summary: 'Show when a device is expected' })
  @Answers(LaunchWindowAnswer)
  getLaunchWindow(@Param('device', reference('dev')) device: string, @Query() query: LaunchWindowQueryDto) {
    const { as_of: asOf, subject, region, dots = 50, by } = query;
    return this.moments.read(asOf, async (moment) => {
      const row = await this.devices.get(device, moment);
      const expected = await this.windows.of(row.id, { subject, region, dots, by }, moment);
      return viewLaunchWindow(row, expected, { by: by ?? null, at: moment.at });
    });
  }
}
