import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../access/roles.js';
import { COMPANY_SORTS, CompanyBoard } from '../companies/company-board.service.js';
import { CompaniesQueryDto } from '../companies/company-reading.dto.js';
import { CompanyPage } from '../companies/company.answer.js';
import { viewCompany } from '../companies/company.view.js';
import { Lists } from '../events/lists.service.js';
import { Moments } from '../events/moments.service.js';
import { AsOfQueryDto } from '../events/reading.dto.js';
import { Answers } from '../platform/http/answers.js';
import { showVersion } from '../platform/http/conditions.js';
import { reference } from '../platform/http/reference.pipe.js';
import { DeviceBoard } from './device-board.service.js';
import { CompanyCardAnswer } from './device.answer.js';
import { viewDevice } from './device.view.js';

/** Companies, as everybody reads them. */
@Roles('reader')
@Controller('v1/companies')
export class CompaniesReadingController {
  constructor(
    private readonly lists: Lists,
    private readonly moments: Moments,
    private readonly board: CompanyBoard,
    private readonly devices: DeviceBoard,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the companies' })
  @Answers(CompanyPage)
  listCompanies(@Query() query: CompaniesQueryDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { q: words, sort = 'name' } = query;
    const list = { name: 'companies', sort: COMPANY_SORTS[sort], view: viewCompany };
    return this.lists.answer(
      { ...list, read: (window, moment) => this.board.page({ words }, window, moment) },
      query,
      reply,
    );
  }

  @Get(':company')
  @ApiOperation({ summary: 'Show a company with its devices' })
  @Answers(CompanyCardAnswer)
  async getCompany(
    @Param('company', reference('co')) company: string,
    @Query() query: AsOfQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.moments.read(query.as_of, async (moment) => {
      const row = await this.board.get(company, moment);
      const devices = await this.devices.list({ companyId: row.id }, moment);
      showVersion(reply, row.version);
      return { ...viewCompany(row), devices: devices.map(viewDevice) };
    });
  }
}
