import type { FastifyReply } from 'fastify';
import { csvLine } from '../../outputs/csv.js';
import { dayAt } from '../wording.js';
import type { ClaimsProps } from './claims-page.js';

const COLUMNS = ['rumor_id', 'device', 'claim', 'said', 'happened', 'decided_on'] as const;

/** The claims behind a diagram as CSV (RFC 4180): what was said is 0..1; no text is taken for a formula by a spreadsheet. */
export function claimsCsv({ claims }: Pick<ClaimsProps, 'claims'>): string {
  const rows = claims.map(({ rumor, rumorId, said, happened, decidedAt }) =>
    csvLine([rumorId, rumor?.device.name ?? null, rumor?.text ?? null, said, happened, dayAt(decidedAt)], true),
  );
  return [csvLine(COLUMNS, false), ...rows].join('');
}

/** Answers with a file that a spreadsheet opens; it is about the present, so nobody keeps it. */
export const sendCsv = (reply: FastifyReply, name: string, text: string): FastifyReply =>
  reply
    .headers({ 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' })
    .type('text/csv; charset=utf-8')
    .send(text);
