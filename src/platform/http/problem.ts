import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { Fault, type FaultDetail, type FaultKind } from '../fault.js';
import { RetryLater } from '../retry-later.js';
import { StaleVersion } from '../version.js';
import { QuotaExceeded } from './quota.js';

/** An answer that says what went wrong (RFC 9457). Clients switch on `code`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly request_id: string;
  readonly errors: readonly FaultDetail[];
  /** The limits that were passed, of a request that came too often. */
  readonly 'violated-policies'?: readonly string[];
}

/** A problem, and the headers that belong to it. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** Which request a problem is about. */
export interface Occasion {
  /** The path, without the query: a query may carry what is not to be repeated. */
  readonly path: string;
  readonly requestId: string;
  /** The methods that the path knows, where the request used another one. */
  readonly allow?: readonly string[];
}

/** Where every code is explained; never built from the `Host` of a request. */
const DOCUMENTATION = 'https://hearsay.example/problems';

const RETRY_AFTER_SECONDS = '5';

const STATUS: Readonly<Record<FaultKind, number>> = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  moved: 409, // where the address itself did not name it; else it is sent on
  gone: 410,
  conflict: 409,
  stale: 412,
  too_large: 413,
  invalid: 422,
  unconditional: 428,
  exhausted: 429,
  internal: 500,
  unavailable: 503,
};

/** What the framework refuses by itself, in our words. */
const FRAMEWORK: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['malformed-request', 'The request cannot be read.'],
  404: ['unknown-path', 'There is nothing at this address.'],
  405: ['method-not-allowed', 'This address does not know that method.'],
  406: ['not-acceptable', 'There is no answer in a form that the Accept header allows.'],
  408: ['timeout', 'The request took too long to arrive.'],
  413: ['too-large', 'The request has more than 256 KiB.'],
  414: ['too-long', 'The address is too long.'],
  415: ['unsupported-media-type', 'A body is sent as application/json.'],
  431: ['headers-too-large', 'The headers of the request have more than 16 KiB.'],
  503: ['unavailable', 'The server is shutting down; try again.'],
};

/** The answer to a request that failed. What is not meant for the outside is said of no internal error. */
export function problemOf(error: unknown, occasion: Occasion): ProblemAnswer {
  if (occasion.allow) return framed(405, occasion, { Allow: occasion.allow.join(', ') });
  if (!(error instanceof Fault)) return framed(statusOf(error), occasion, {});
  const status = STATUS[error.kind];
  if (status === 500) return framed(500, occasion, {});
  const { code, message: detail, errors } = error;
  const violated = error instanceof QuotaExceeded && { 'violated-policies': error.policies };
  const said = { ...problem({ status, code, detail, errors }, occasion), ...violated };
  return { problem: said, headers: headersOf(error, status) };
}

/** The status of what the framework throws; 500 for anything that nobody foresaw. */
function statusOf(error: unknown): number {
  const status =
    error instanceof HttpException ? error.getStatus() : Number((Object(error) as { statusCode?: unknown }).statusCode);
  return status in FRAMEWORK ? status : status >= 400 && status < 500 ? 400 : 500;
}

function framed(status: number, occasion: Occasion, headers: ProblemAnswer['headers']): ProblemAnswer {
  const [code, detail] = FRAMEWORK[status] ?? ['internal', 'Something went wrong in the program; nothing was changed.'];
  return { problem: problem({ status, code, detail, errors: [] }, occasion), headers };
}

type Said = Pick<Problem, 'status' | 'code' | 'detail' | 'errors'>;

function problem({ status, code, detail, errors }: Said, { path, requestId }: Occasion): Problem {
  const title = STATUS_CODES[status] ?? 'Error';
  return {
    type: `${DOCUMENTATION}#${code}`,
    title,
    status,
    detail,
    instance: path,
    code,
    request_id: requestId,
    errors,
  };
}

function headersOf(fault: Fault, status: number): ProblemAnswer['headers'] {
  if (status === 401) return { 'WWW-Authenticate': 'Bearer realm="hearsay"' };
  if (fault instanceof RetryLater) return { 'Retry-After': String(fault.seconds) };
  if (status === 503) return { 'Retry-After': RETRY_AFTER_SECONDS };
  return fault instanceof StaleVersion ? { ETag: `"${fault.current}"` } : {};
}
