import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { may, type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Lists } from '../events/lists.service.js';
import { Answers } from '../platform/http/answers.js';
import { NoQueryDto } from '../platform/http/parameters.js';
import { identifier } from '../platform/http/reference.pipe.js';
import { JOBS_BY_TIME, RefreshJobBoard } from './refresh-job-board.service.js';
import { RefreshJobAnswer, RefreshJobPage } from './refresh-job.answer.js';
import { RefreshJobsQueryDto, RequestRefreshDto } from './refresh-job.dto.js';
import { viewRefreshJob, type RefreshJobRow } from './refresh-job.view.js';
import { hrefOf, RefreshJobs } from './refresh-jobs.service.js';
import { RefreshSchedule } from './refresh-schedule.service.js';

const viewFor = (actor: Actor) => (row: RefreshJobRow) => viewRefreshJob(row, { withDetails: may(actor, 'editor') });

/** Refreshes: those that were, that run and that are planned; asked for and called off by editors. */
@Controller('v1/refresh-jobs')
export class RefreshController {
  constructor(
    private readonly jobs: RefreshJobs,
    private readonly board: RefreshJobBoard,
    private readonly schedule: RefreshSchedule,
    private readonly lists: Lists,
  ) {}

  @Post()
  @HttpCode(202)
  @Roles('editor')
  @ApiOperation({ summary: 'Refresh now' })
  @Answers(RefreshJobAnswer)
  async requestRefresh(
    @Body() act: RequestRefreshDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id } = await this.jobs.request(act, 'api', actor);
    this.schedule.wake();
    void reply.header('Location', hrefOf(id));
    return viewFor(actor)(await this.board.get(id));
  }

  @Get()
  @Roles('reader')
  @ApiOperation({ summary: 'List the refreshes, the planned one first' })
  @Answers(RefreshJobPage)
  listRefreshJobs(
    @Query() query: RefreshJobsQueryDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { status = null } = query;
    const list = { name: 'refresh-jobs', sort: JOBS_BY_TIME, view: viewFor(actor) };
    return this.lists.answer({ ...list, read: (window) => this.board.page(status, window) }, query, reply);
  }

  @Get(':job')
  @Roles('reader')
  @ApiOperation({ summary: 'Show how far a refresh is' })
  @Answers(RefreshJobAnswer)
  async getRefreshJob(
    @Param('job', identifier('job')) id: string,
    @Query() _query: NoQueryDto,
    @ActorOf() actor: Actor,
  ) {
    return viewFor(actor)(await this.board.get(id));
  }

  @Post(':job/cancel')
  @HttpCode(202)
  @Roles('editor')
  @ApiOperation({ summary: 'Call a refresh off' })
  @Answers(RefreshJobAnswer)
  async cancelRefresh(@Param('job', identifier('job')) id: string, @ActorOf() actor: Actor) {
    await this.jobs.cancel(id, actor);
    return viewFor(actor)(await this.board.get(id));
  }
}
