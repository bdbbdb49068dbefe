import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

/** Says to a person what went wrong: a whole page of HTML. */
export type ShowProblem = (problem: Problem, request: FastifyRequest) => string;

/** How problems are shown to people. The room that has the pages says how; before, they get the document. */
@Injectable()
export class ProblemPages {
  private show: ShowProblem | null = null;

  /** Shows problems that way from now on. */
  use(show: ShowProblem): void {
    this.show = show;
  }

  /** The page for a problem; null where the document is wanted: by programs, and everywhere under `/v1`. */
  of(problem: Problem, request: FastifyRequest): string | null {
    const wantsPage = request.headers.accept?.includes('text/html') === true;
    return this.show !== null && wantsPage && !problem.instance.startsWith('/v1') ? this.show(problem, request) : null;
  }
}
