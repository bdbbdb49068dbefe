import type { SubjectFamily } from '../engine/subjects/index.js';
import type { Moment } from '../events/moments.service.js';
import type { Named } from '../evidence/named.service.js';
import { Fault } from '../platform/fault.js';
import type { DecidedFilter } from './decided.js';

/** What a query asks for. */
export interface Asked {
  readonly kind?: SubjectFamily;
  readonly company?: string;
  readonly category?: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * The decided claims that a query asks for.
 *
 * @throws Fault not found `unknown-company`; malformed `invalid-parameter` for days that run backwards
 */
export async function filterOf(asked: Asked, named: Named, moment: Moment): Promise<DecidedFilter> {
  const { kind: family, company, category, from, to } = asked;
  if (from !== undefined && to !== undefined && to < from) {
    const detail = `to must not be before from, ${from}`;
    throw new Fault('malformed', 'invalid-parameter', detail, [{ parameter: 'to', code: 'runs-backwards', detail }]);
  }
  const { companyId } = await named.in({ company }, moment);
  return { family, companyId, category, from, to };
}

/** What was asked for, as it is told back. */
export function tellAsked({ kind, company, category, from, to }: Asked) {
  return {
    kind: kind ?? null,
    company: company ?? null,
    category: category ?? null,
    from: from ?? null,
    to: to ?? null,
  };
}
