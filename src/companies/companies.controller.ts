import { Body, Controller, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor } from '../access/actor.js';
import { ActorOf, Roles } from '../access/roles.js';
import { Answers } from '../platform/http/answers.js';
import { created, IfMatch, showVersion } from '../platform/http/conditions.js';
import { reference } from '../platform/http/reference.pipe.js';
import { type SeenVersions } from '../platform/version.js';
import { Companies } from './companies.service.js';
import { CompanyBoard } from './company-board.service.js';
import { CompanyReview } from './company-review.service.js';
import { CompanyAnswer } from './company.answer.js';
import { AddCompanyDto, ReviseCompanyDto } from './company.dto.js';
import { viewCompany } from './company.view.js';

/** Companies, as editors add and change them. */
@Roles('editor')
@Controller('v1/companies')
export class CompaniesController {
  constructor(
    private readonly companies: Companies,
    private readonly review: CompanyReview,
    private readonly board: CompanyBoard,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Add a company' })
  @Answers(CompanyAnswer)
  async addCompany(
    @Body() act: AddCompanyDto,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id, slug, version } = await this.companies.add(act, actor);
    created(reply, `/v1/companies/${slug}`, version);
    return viewCompany(await this.board.get(id));
  }

  @Patch(':company')
  @ApiOperation({ summary: 'Change a company' })
  @Answers(CompanyAnswer)
  async reviseCompany(
    @Param('company', reference('co')) company: string,
    @Body() act: ReviseCompanyDto,
    @IfMatch() seen: SeenVersions,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.board.get(await this.review.revise(company, act, seen, actor));
    showVersion(reply, row.version);
    return viewCompany(row);
  }
}
