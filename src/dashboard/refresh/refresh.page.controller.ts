import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { ActorOf, Roles } from '../../access/roles.js';
import { AcceptsForm } from '../../platform/http/bodies.js';
import { identifier } from '../../platform/http/reference.pipe.js';
import { RefreshJobs } from '../../refresh/refresh-jobs.service.js';
import { RefreshSchedule } from '../../refresh/refresh-schedule.service.js';
import { Frames } from '../frame/frames.service.js';
import { jobPage } from './job-page.js';
import { refreshPage } from './refresh-page.js';
import { RefreshReader } from './refresh-reader.service.js';

/** The page of the scheduled job. */
@ApiExcludeController()
@Roles('reader')
@Controller('refresh')
export class RefreshPageController {
  constructor(
    private readonly jobs: RefreshJobs,
    private readonly schedule: RefreshSchedule,
    private readonly reader: RefreshReader,
    private readonly frames: Frames,
  ) {}

  @Get()
  async showRefresh(@ActorOf() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const body = refreshPage(await this.reader.read(actor));
    return this.frames.send({ title: 'Refresh', body }, request, reply);
  }

  @Get(':job')
  async showRefreshRun(
    @Param('job', identifier('job')) id: string,
    @ActorOf() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const body = jobPage(await this.reader.one(id, actor), actor);
    return this.frames.send({ title: 'One refresh', body }, request, reply);
  }

  @Post()
  @Roles('editor')
  @AcceptsForm()
  async refreshNow(@ActorOf() actor: Actor, @Res() reply: FastifyReply) {
    await this.jobs.requestOrJoin({ scope: 'all' }, 'api', actor);
    this.schedule.wake();
    return reply.redirect('/refresh', 303);
  }

  /** Calls a job off; one that has ended in between is left as it is. */
  @Post(':job/cancel')
  @Roles('editor')
  @AcceptsForm()
  async callOff(@Param('job', identifier('job')) id: string, @ActorOf() actor: Actor, @Res() reply: FastifyReply) {
    const { finishedAt } = await this.jobs.get(id);
    if (finishedAt === null) await this.jobs.cancel(id, actor);
    return reply.redirect(`/refresh/${id}`, 303);
  }
}
