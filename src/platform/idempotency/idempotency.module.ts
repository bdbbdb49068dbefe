import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Preparations } from '../http/preparing.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { UsedKeys } from './used-keys.service.js';

/** Acts that are done once however often they are sent. Imported last: nothing stands between this and the act itself. */
@Module({
  providers: [UsedKeys, Preparations, { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
  exports: [UsedKeys],
})
export class IdempotencyModule {}
