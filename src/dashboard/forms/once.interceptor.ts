import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Forms } from './forms.service.js';

/** On routes whose forms lead on to another page: what a form asks for is done once, however often it is sent. */
@Injectable()
export class OnceByForm implements NestInterceptor {
  constructor(private readonly forms: Forms) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { once } = Object(request.body) as { once?: unknown };
    if (request.method !== 'POST' || typeof once !== 'string') return next.handle();
    return from(this.forms.once(request, once, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
