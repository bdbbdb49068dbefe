import type { Contract } from '../support/contract.js';
import type { Asked } from './asking.js';
import type { Received } from './wire.js';

/** Codes by which a request is refused for its form; one that is as the contract says never gets these. */
const OF_FORM = [
  ...['invalid-input', 'invalid-parameter', 'malformed-json', 'malformed-request', 'too-deep', 'too-large', 'too-long'],
  ...['unsupported-media-type', 'not-acceptable', 'unknown-path', 'method-not-allowed', 'internal', 'closed'],
];

/** What no answer tells: where and how the program runs. */
const INSIDE = [
  /\n {2,}at /,
  /node_modules/,
  /\.[cm]?[jt]s:\d+/,
  /SQLITE_/,
  /\bselect\b .+ \bfrom\b/i,
  /QueryFailed/,
  /\/(?:home|tmp|root|work)\//,
];

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** How often what came of a request was as the contract says, by what else happened. */
export interface Judged {
  readonly faults: readonly string[];
  readonly code: string | null;
}

/** Holds an answer against the contract. */
export function judge(
  { operation, isOwn, fate }: Asked,
  received: Received,
  contract: Contract,
  codes: ReadonlySet<string>,
): Judged {
  const { status, headers, text } = received;
  const faults: string[] = [];
  const problem = status >= 400 ? problemIn(received, faults, contract) : null;
  if (status >= 500) faults.push(`it answers ${status}`);
  if (headers['x-request-id'] === undefined) faults.push('no X-Request-Id');
  if (INSIDE.some((pattern) => pattern.test(text))) faults.push('it tells of its inside');
  if (problem !== null && !codes.has(problem)) faults.push(`the code ${problem} stands in no document`);
  if (isOwn && status !== 405) faults.push(...againstContract(operation, received, contract));
  faults.push(...againstFate(fate, status, problem));
  if (status === 405 && headers['allow'] === undefined) faults.push('405 without Allow');
  return { faults, code: problem };
}

function problemIn({ headers, text }: Received, faults: string[], contract: Contract): string | null {
  if (text === '') return null; // the answer to HEAD
  if (headers['content-type'] !== PROBLEM_TYPE) {
    faults.push(`a problem as ${String(headers['content-type'])}`);
    return null;
  }
  const problem = JSON.parse(text) as { readonly code: string; readonly errors: readonly { readonly code: string }[] };
  const mistakes = contract.mistakesIn(problem, { $ref: '#/components/schemas/Problem' });
  if (mistakes !== null) faults.push(`a problem that is none: ${mistakes}`);
  // What two parameters owe to each other is beyond what the contract can say of them.
  return problem.errors[0]?.code === 'runs-backwards' ? 'runs-backwards' : problem.code;
}

function againstContract(
  { responses }: Asked['operation'],
  { status, headers, text }: Received,
  contract: Contract,
): string[] {
  const response = responses[String(status)];
  if (response === undefined) return [`the contract knows no ${status} here`];
  if (status >= 400) return [];
  const forms = Object.entries(response.content ?? {});
  if (forms.length === 0) return text === '' ? [] : ['a body where none is told'];
  const form = String(headers['content-type']).split(';')[0]!;
  const told = response.content?.[form];
  if (told === undefined) return [`answered as ${form}`];
  if (form.startsWith('text/')) return [];
  const mistakes = contract.mistakesIn(JSON.parse(text), told.schema);
  return mistakes === null ? [] : [`the body is not as told: ${mistakes}`];
}

function againstFate(fate: Asked['fate'], status: number, code: string | null): string[] {
  // whoever is sent on has not been heard yet: what is wrong with it is said at the new address
  if (fate === 'refused' && status < 400 && status !== 308)
    return [`taken with ${status}, though the contract does not allow it`];
  if (fate === 'unauthorized' && status !== 401) return [`${status} without a good key`];
  if (fate === 'not allowed' && status !== 405) return [`${status} for a method that is not there`];
  if (fate === 'taken' && code !== null && OF_FORM.includes(code))
    return [`refused for its form (${code}), though it is as told`];
  return [];
}
