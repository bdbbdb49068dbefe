import { Injectable, type CallHandler, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, switchMap, type Observable } from 'rxjs';
import { Database } from '../database/database.js';
import { Afterwards } from '../http/afterwards.js';
import { Preparations } from '../http/preparing.js';
import { isOfInterface } from '../http/routes.js';
import type { Handler, SelectiveInterceptor } from '../http/surrounding.js';
import { RetryLater } from '../retry-later.js';
import { askedUnder } from './asked-under.js';
import { readKey } from './idempotency-key.js';
import { UsedKeys, type Asked, type GivenAnswer } from './used-keys.service.js';

const HEADERS = ['location', 'etag'];
const RETRY_SECONDS = 1;

type Act = () => Promise<unknown>;

/** What is done before the act begins, and the act. */
interface Steps {
  readonly prepare: Act;
  readonly act: Act;
}

/**
 * Does what is posted under an Idempotency-Key once, however often it is sent: the key is kept in the transaction of
 * the act, with its answer. It stands inside of what weighs an act afterwards (docs/decisions/0010).
 */
@Injectable()
export class IdempotencyInterceptor implements SelectiveInterceptor {
  private readonly running = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly keys: UsedKeys,
    private readonly preparations: Preparations,
  ) {}

  standsAround({ isRead }: Handler): boolean {
    return !isRead;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const asked = askedBy(request);
    const prepare = () => this.preparations.make(context);
    if (asked === null) return from(prepare()).pipe(switchMap(() => next.handle()));
    const act: Act = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    const once: Act = isDryRun(request) ? () => prepare().then(act) : () => this.alone(asked, reply, { prepare, act });
    return from(this.repeatOr(asked, reply, once));
  }

  private async repeatOr(asked: Asked, reply: FastifyReply, act: Act): Promise<unknown> {
    const given = await this.keys.find(asked);
    return given ? repeated(given, reply) : act();
  }

  /** Acts, and lets nobody else act under the same key until the answer is final. */
  private async alone({ scope, ...rest }: Asked, reply: FastifyReply, { prepare, act }: Steps): Promise<unknown> {
    if (this.running.has(scope)) {
      const message = 'The same request is still being answered: ask again in a moment.';
      throw new RetryLater(RETRY_SECONDS, 'conflict', 'idempotent-request-running', message);
    }
    this.running.add(scope);
    const end = () => this.running.delete(scope);
    try {
      await prepare();
      const result = await this.once({ scope, ...rest }, reply, act);
      if (result instanceof Afterwards) return new Afterwards(() => result.answer().finally(end));
      end();
      return result;
    } catch (error) {
      end();
      throw error;
    }
  }

  /** Acts and keeps the answer in one transaction. What is put together only afterwards is kept as it is before. */
  private once(asked: Asked, reply: FastifyReply, act: Act): Promise<unknown> {
    return this.database.unseen(() =>
      this.repeatOr(asked, reply, async () => {
        const result = await act();
        const isLater = result instanceof Afterwards;
        const body: unknown = isLater ? await result.meanwhile() : result;
        await this.keys.keep(asked, answerOf(reply, body), !isLater);
        return isLater ? new Afterwards(() => this.final(asked, reply, result)) : result;
      }),
    );
  }

  private async final(asked: Asked, reply: FastifyReply, result: Afterwards<unknown>): Promise<unknown> {
    const answer = answerOf(reply, await result.answer());
    const { headers, body } = await this.keys.settle(asked, answer);
    void reply.headers(headers);
    return body;
  }
}

/** What is asked for under which key; null where there is none, or nobody to repeat an answer to. */
function askedBy(request: FastifyRequest): Asked | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined || request.method !== 'POST' || !isOfInterface(request)) return null;
  return askedUnder(readKey(String(header)), request);
}

/** What only shows what it would do keeps nothing, also no answer, and may be asked as often as one likes. */
const isDryRun = ({ body }: FastifyRequest): boolean => (Object(body) as { dry_run?: unknown }).dry_run === true;

const answerOf = (reply: FastifyReply, body: unknown): GivenAnswer => ({
  status: reply.statusCode,
  headers: Object.fromEntries(
    HEADERS.filter((name) => reply.hasHeader(name)).map((name) => [name, String(reply.getHeader(name))]),
  ),
  body: body ?? null,
});

function repeated({ status, headers, body }: GivenAnswer, reply: FastifyReply): unknown {
  void reply.code(status).headers({ ...headers, 'Idempotency-Replayed': 'true' });
  return body ?? undefined;
}
