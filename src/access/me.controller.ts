import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { NoQueryDto } from '../platform/http/parameters.js';
import { type Actor } from './actor.js';
import { ActorOf, Roles } from './roles.js';

/** Who is asking. */
@Roles('reader')
@Controller('v1/me')
export class MeController {
  @Get()
  @ApiOperation({ summary: 'Tell who I am and what I may do' })
  getMe(@Query() _query: NoQueryDto, @ActorOf() { keyId, name, role }: Actor) {
    return { key_id: keyId, name, role };
  }
}
