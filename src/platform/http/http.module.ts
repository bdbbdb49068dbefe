import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Secrets } from '../secrets.service.js';
import { InputPipe } from './input.pipe.js';
import { KeptAnswers } from './kept-answers.js';
import { Limits } from './limits.service.js';
import { NoQueryInterceptor } from './no-query.interceptor.js';
import { Pages } from './pages.js';
import { ProblemsFilter } from './problems.filter.js';

/** How every room answers over HTTP: input checked, faults as problems, lists in pages. */
@Global()
@Module({
  providers: [
    Secrets,
    Pages,
    KeptAnswers,
    Limits,
    { provide: APP_INTERCEPTOR, useClass: NoQueryInterceptor },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_FILTER, useClass: ProblemsFilter },
  ],
  exports: [Secrets, Pages, Limits],
})
export class HttpModule {}
