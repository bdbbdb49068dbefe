import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { Secrets } from '../secrets.service.js';
import { InputPipe } from './input.pipe.js';
import { Pages } from './pages.js';
import { ProblemsFilter } from './problems.filter.js';

/** How every room answers over HTTP: input checked, faults as problems, lists in pages. */
@Global()
@Module({
  providers: [
    Secrets,
    Pages,
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_FILTER, useClass: ProblemsFilter },
  ],
  exports: [Secrets, Pages],
})
export class HttpModule {}
