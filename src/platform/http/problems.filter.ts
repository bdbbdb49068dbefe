import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../fault.js';
import { Log } from '../log.js';
import { allowedAt } from './routes.js';
import { problemOf } from './problem.js';

/** Answers every request that failed with a problem document. */
@Catch()
export class ProblemsFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.log);
  }
}

/** Sends the problem document of an error; what is our own fault is written to the log. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log?: Log): void {
  const path = pathOf(request);
  const allow = request.is404 ? allowedAt(request.server, path) : [];
  const occasion = { path, requestId: request.id, ...(allow.length > 0 && { allow }) };
  const { problem, headers } = problemOf(error, occasion);
  if (problem.status === 500) log?.pino.error({ err: causeOf(error), request_id: request.id, path }, 'a request failed');
  void reply
    .code(problem.status)
    .headers({ ...headers, 'X-Request-Id': request.id, 'Cache-Control': 'no-store' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** The path of a request, without its query. */
export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

const causeOf = (error: unknown): unknown => (error instanceof Fault && error.cause ? error.cause : error);
