import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may, type Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { Clock } from '../../platform/clock.js';
import { reference } from '../../platform/http/reference.pipe.js';
import { Moments } from '../../events/moments.service.js';
import { Frames } from '../frame/frames.service.js';
import { dayAt } from '../wording.js';
import { AsOfDayDto } from './as-of-query.dto.js';
import { instantOf } from './as-of.js';
import { devicePage } from './device-page.js';
import { DeviceReader } from './device-reader.service.js';

/** The pages of devices, as they are or as they were known on a day. */
@ApiExcludeController()
@Roles('reader')
@Controller('devices')
export class DevicePageController {
  constructor(
    private readonly devices: DeviceReader,
    private readonly moments: Moments,
    private readonly clock: Clock,
    private readonly frames: Frames,
  ) {}

  @Get(':device')
  async showDevice(
    @Param('device', reference('dev')) device: string,
    @Query() query: AsOfDayDto,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const now = this.clock.now();
    const asOf = query.as_of || null;
    const instant = asOf === null ? null : instantOf(asOf, now);
    const found = await this.moments.read(instant, (moment) => this.devices.read(device, moment));
    const at = instant ?? now;
    const story = { ...found, asOf, at, today: dayAt(now), mayVerify: asOf === null && may(actor, 'editor') };
    return this.frames.send(
      { title: found.device.name, body: devicePage(story), feed: found.device.slug },
      request,
      reply,
    );
  }
}
