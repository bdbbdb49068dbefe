import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Roles } from './access/roles.js';
import { MetaAnswer } from './meta.answer.js';
import { Database } from './platform/database/database.js';
import { Answers } from './platform/http/answers.js';
import { Unkept } from './platform/http/audience.js';
import { NoQueryDto } from './platform/http/parameters.js';
import { sayInstant } from './platform/instant.js';
import { Settings } from './platform/settings.js';
import { vocabulary } from './vocabulary.js';

/** What a client must know before it reads anything else. */
@Roles('reader')
@Controller('v1/meta')
export class MetaController {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  @Get()
  @Unkept()
  @ApiOperation({ summary: 'Tell the words of the field, the versions and the time of the next refresh' })
  @Answers(MetaAnswer)
  async getMeta(@Query() _query: NoQueryDto) {
    const next = await this.database.readOne<{ at: number | null }>(
      `select min(due_at) as at from refresh_jobs where status = 'queued'`,
    );
    return {
      ...vocabulary(),
      public_read: this.settings.publicRead,
      next_refresh_at: typeof next?.at === 'number' ? sayInstant(next.at) : null,
    };
  }
}
