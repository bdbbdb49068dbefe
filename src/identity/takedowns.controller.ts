import { Controller, Delete, HttpCode, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { MustMatch } from '../platform/http/conditions.js';
import { reference } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { RemoveDeviceDto } from './identity.dto.js';
import { Takedowns } from './takedowns.service.js';

/** Devices that must not be shown, as admins take them down. */
@Roles('admin')
@Controller('v1/devices/:device')
export class TakedownsController {
  constructor(private readonly takedowns: Takedowns) {}

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a device down' })
  @Answers(null)
  async removeDevice(
    @Param('device', reference('dev')) device: string,
    @Query() act: RemoveDeviceDto,
    @MustMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ): Promise<void> {
    await this.takedowns.remove(device, act, seen, actor);
  }
}
