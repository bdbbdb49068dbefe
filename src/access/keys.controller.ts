import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers } from '../platform/http/answers.js';
import { Unkept } from '../platform/http/audience.js';
import { created } from '../platform/http/conditions.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { type Actor } from './actor.js';
import { KeyAnswer, KeysAnswer, MintedKeyAnswer } from './key.answer.js';
import { MintKeyDto } from './key.dto.js';
import { viewKey } from './key.view.js';
import { Keys } from './keys.service.js';
import { ActorOf, Roles } from './roles.js';

/** The keys with which programs and people act. */
@Roles('admin')
@Controller('v1/keys')
export class KeysController {
  constructor(private readonly keys: Keys) {}

  @Get()
  @Unkept() // when a key was last used is noted unseen
  @ApiOperation({ summary: 'List the keys, without their secrets' })
  @Answers(KeysAnswer)
  async listKeys(@Query() _query: NoQueryDto) {
    return { data: (await this.keys.list()).map(viewKey) };
  }

  @Get(':key')
  @Unkept()
  @ApiOperation({ summary: 'Show a key, without its secret' })
  @Answers(KeyAnswer)
  async getKey(@Param('key', identifier('key')) id: string, @Query() _query: NoQueryDto) {
    return viewKey(await this.keys.get(id));
  }

  @Post()
  @ApiOperation({ summary: 'Mint a key; its secret is shown this once' })
  @Answers(MintedKeyAnswer)
  async mintKey(@Body() act: MintKeyDto, @ActorOf() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { key, secret } = await this.keys.mint(act, actor);
    created(reply, `/v1/keys/${key.id}`);
    return { ...viewKey(key), secret };
  }

  @Delete(':key')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a key' })
  @Answers(null)
  revokeKey(@Param('key', identifier('key')) id: string, @ActorOf() actor: Actor) {
    return this.keys.revoke(id, actor);
  }
}
