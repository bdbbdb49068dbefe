import { Injectable, type CallHandler, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { concatMap, from, type Observable } from 'rxjs';
import type { Handler, SelectiveInterceptor } from '../platform/http/surrounding.js';
import { Log } from '../platform/log.js';
import { NewVerdicts } from './new-verdicts.service.js';

/**
 * Scores sources right after an act that resolved or reopened something, before it is answered; so no room left of this one
 * needs to know that there are records.
 */
@Injectable()
export class ScoringInterceptor implements SelectiveInterceptor {
  constructor(
    private readonly verdicts: NewVerdicts,
    private readonly log: Log,
  ) {}

  standsAround({ isRead }: Handler): boolean {
    return !isRead;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { id } = context.switchToHttp().getRequest<FastifyRequest>();
    const scored = (last: number): Observable<unknown> =>
      next.handle().pipe(
        concatMap(async (result: unknown) => {
          // the act itself stands; who is not scored here is scored by the refresh
          await this.verdicts
            .scoreSince(last)
            .catch((err: unknown) => this.log.pino.error({ err, request_id: id }, 'records left for the refresh'));
          return result;
        }),
      );
    return from(this.verdicts.lastEvent()).pipe(concatMap(scored));
  }
}
