import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { MustMatch } from '../platform/http/conditions.js';
import { reference } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { IdentityActAnswer } from './identity.answer.js';
import { MergeDeviceDto, SplitDeviceDto, SupersedeDeviceDto } from './identity.dto.js';
import { IdentityBoard } from './identity-board.service.js';
import { viewIdentityAct } from './identity.view.js';
import { Merges } from './merges.service.js';
import { Splits } from './splits.service.js';
import { Supersessions } from './supersessions.service.js';

/** Which device a device is, as editors find it out. */
@Roles('editor')
@Controller('v1/devices/:device')
export class IdentityController {
  constructor(
    private readonly merges: Merges,
    private readonly supersessions: Supersessions,
    private readonly splits: Splits,
    private readonly board: IdentityBoard,
  ) {}

  @Post('merge')
  @HttpCode(200)
  @ApiOperation({ summary: 'Fold a device into another one' })
  @Answers(IdentityActAnswer)
  async mergeDevice(
    @Param('device', reference('dev')) device: string,
    @Body() act: MergeDeviceDto,
    @MustMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ) {
    const { id } = await this.merges.merge(device, act, seen, actor);
    return viewIdentityAct(await this.board.get(id));
  }

  @Post('supersede')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that a device turned out to be another one' })
  @Answers(IdentityActAnswer)
  async supersedeDevice(
    @Param('device', reference('dev')) device: string,
    @Body() act: SupersedeDeviceDto,
    @MustMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ) {
    const { id } = await this.supersessions.supersede(device, act, seen, actor);
    return viewIdentityAct(await this.board.get(id));
  }

  @Post('split')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take rumors and names out of a device for another one' })
  @Answers(IdentityActAnswer)
  async splitDevice(
    @Param('device', reference('dev')) device: string,
    @Body() act: SplitDeviceDto,
    @MustMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
  ) {
    const { id } = await this.splits.split(device, act, seen, actor);
    return viewIdentityAct(await this.board.get(id));
  }
}
