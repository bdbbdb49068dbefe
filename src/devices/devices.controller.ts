import { Body, Controller, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { created, IfMatch, showVersion } from '../platform/http/conditions.js';
import { reference } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { DeviceBoard } from './device-board.service.js';
import { DeviceReview } from './device-review.service.js';
import { DeviceAnswer } from './device.answer.js';
import { AddDeviceDto, ReviseDeviceDto } from './device.dto.js';
import { viewDevice } from './device.view.js';
import { Devices } from './devices.service.js';

/** Devices, as editors add and change them. */
@Roles('editor')
@Controller('v1/devices')
export class DevicesController {
  constructor(
    private readonly devices: Devices,
    private readonly review: DeviceReview,
    private readonly board: DeviceBoard,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Start to follow a device' })
  @Answers(DeviceAnswer)
  async addDevice(@Body() act: AddDeviceDto, @ActorOf() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { id, slug, version } = await this.devices.add(act, actor);
    created(reply, `/v1/devices/${slug}`, version);
    return viewDevice(await this.board.get(id));
  }

  @Patch(':device')
  @ApiOperation({ summary: 'Change a device' })
  @Answers(DeviceAnswer)
  async reviseDevice(
    @Param('device', reference('dev')) device: string,
    @Body() act: ReviseDeviceDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.board.get(await this.review.revise(device, act, seen, actor));
    showVersion(reply, row.version);
    return viewDevice(row);
  }
}
