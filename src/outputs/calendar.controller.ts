import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { Moments } from '../events/moments.service.js';
import { reference } from '../platform/http/reference.pipe.js';
import { badgeSvg } from './badge.js';
import { Badges } from './badges.service.js';
import { calendarOf } from './icalendar.js';
import { LaunchCalendar } from './launch-calendar.service.js';
import { BadgeQueryDto, CalendarQueryDto } from './outputs.dto.js';

/** What others show: launches in their calendar, and a badge in their pages. */
@ApiExcludeController()
@Roles('reader')
@Controller()
export class CalendarController {
  constructor(
    private readonly moments: Moments,
    private readonly launches: LaunchCalendar,
    private readonly badges: Badges,
  ) {}

  @Get('calendar.ics')
  async getCalendar(@Query() query: CalendarQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const entries = await this.moments.read(null, (moment) => this.launches.entries(query, moment));
    void reply.header('Content-Type', 'text/calendar; charset=utf-8');
    return calendarOf('Rumored launches', entries);
  }

  @Get('badges/:device.svg')
  async getBadge(
    @Param('device', reference('dev')) device: string,
    @Query() { kind = 'exists' }: BadgeQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const badge = await this.moments.read(null, (moment) => this.badges.of(device, kind, moment));
    void reply.header('Content-Type', 'image/svg+xml; charset=utf-8');
    return badgeSvg(badge);
  }
}
