import type { Asked } from '../../calibration/asked.js';
import type { RecordQueryDto } from './calibration-query.dto.js';

/** What a form asks for, without what it leaves open. */
export function askedIn({ kind, from, to }: RecordQueryDto): Asked {
  return { ...(kind && { kind }), ...(from && { from }), ...(to && { to }) };
}

/** A path with what is asked for as its query; what is empty is left out. */
export function addressOf(path: string, query: object): string {
  const given = Object.entries(query as Record<string, string | undefined>).filter(([, value]) => value);
  const parameters = new URLSearchParams(given as [string, string][]);
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
