import { Injectable, type CallHandler, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { concatMap, type Observable } from 'rxjs';
import { Afterwards } from '../platform/http/afterwards.js';
import type { Handler, SelectiveInterceptor } from '../platform/http/surrounding.js';
import { Log } from '../platform/log.js';
import { Assessor } from './assessor.service.js';

/** How many questions are weighed while somebody waits for an answer; the refresh weighs the rest. */
const MOST_QUESTIONS = 200;

/**
 * Weighs what an act has touched, right after the act and before it is answered; so no room left of this one needs to
 * know that there are assessments.
 */
@Injectable()
export class WeighingInterceptor implements SelectiveInterceptor {
  constructor(
    private readonly assessor: Assessor,
    private readonly log: Log,
  ) {}

  standsAround({ isRead }: Handler): boolean {
    return !isRead;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { id } = context.switchToHttp().getRequest<FastifyRequest>();
    const finish = async (result: unknown): Promise<unknown> => {
      // what is weighed here is kept already; what fails stays due, and the act itself stands
      await this.assessor
        .assessDue(MOST_QUESTIONS)
        .catch((err: unknown) => this.log.pino.error({ err, request_id: id }, 'left for the refresh'));
      return result instanceof Afterwards ? result.answer() : result;
    };
    return next.handle().pipe(concatMap(finish));
  }
}
