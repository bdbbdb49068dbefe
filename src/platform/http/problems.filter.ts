import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inWords } from '../database/faults.js';
import { Fault, Moved } from '../fault.js';
import { Log } from '../log.js';
import { sendMoved } from './moved.js';
import { problemOf, type ProblemAnswer } from './problem.js';
import { allowedAt } from './routes.js';

/** Answers every request that failed with a problem document. */
@Catch()
export class ProblemsFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = inWords(thrown);
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    if (error instanceof Moved && sendMoved(error, request, reply)) return;
    const answer = answerTo(error, request);
    const { status, instance: path } = answer.problem;
    if (status === 500) this.log.pino.error({ err: causeOf(error), request_id: request.id, path }, 'a request failed');
    sendProblem(answer, reply);
  }
}

/** The problem document of an error, and the headers that belong to it. */
export function answerTo(error: unknown, request: FastifyRequest): ProblemAnswer {
  const path = pathOf(request);
  const isLost = error instanceof NotFoundException;
  const allow = isLost ? allowedAt(request.server, path) : [];
  return problemOf(error, { path, requestId: request.id, ...(allow.length > 0 && { allow }) });
}

/** Sends a problem document. */
export function sendProblem({ problem, headers }: ProblemAnswer, reply: FastifyReply): void {
  void reply
    .code(problem.status)
    .headers({ ...headers, 'X-Request-Id': problem.request_id, 'Cache-Control': 'no-store' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** The path of a request, without its query. */
export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

const causeOf = (error: unknown): unknown => (error instanceof Fault && error.cause ? error.cause : error);
