import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers } from '../platform/http/answers.js';
import { Limits } from '../platform/http/limits.service.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { WINDOW_SECONDS } from '../platform/http/quota.js';
import { type Actor } from './actor.js';
import { MeAnswer } from './key.answer.js';
import { ActorOf, Roles } from './roles.js';

/** Who is asking. */
@Roles('reader')
@Controller('v1/me')
export class MeController {
  constructor(private readonly limits: Limits) {}

  @Get()
  @ApiOperation({ summary: 'Tell who I am and what I may do' })
  @Answers(MeAnswer)
  getMe(@Query() _query: NoQueryDto, @ActorOf() { keyId, name, role }: Actor): MeAnswer {
    const quotas = this.limits.quotas(keyId);
    const limits = { ...quotas, window_seconds: WINDOW_SECONDS };
    return { key_id: keyId, name, role, limits };
  }
}
