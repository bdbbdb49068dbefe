import { Injectable, type CallHandler, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { unknownParameters } from './input.pipe.js';
import { inputsOf } from './inputs.js';
import { isOfInterface } from './routes.js';
import type { Handler, SelectiveInterceptor } from './surrounding.js';

/** Refuses every parameter at a route of the interface that takes none; where one is taken, the query is checked by its class. */
@Injectable()
export class NoQueryInterceptor implements SelectiveInterceptor {
  standsAround({ controller, name }: Handler): boolean {
    return !inputsOf(controller, name).some(({ place }) => place === 'query');
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const given = Object.keys(request.query as object);
    if (given.length > 0 && isOfInterface(request)) throw unknownParameters(given);
    return next.handle();
  }
}
