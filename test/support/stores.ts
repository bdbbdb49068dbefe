import fc from 'fast-check';
import { ANONYMOUS, OPERATOR } from '../../src/access/actor.js';
import { Assessor } from '../../src/assessments/assessor.service.js';
import { EvidenceLinks } from '../../src/evidence/evidence.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Fault } from '../../src/platform/fault.js';
import { Resolutions } from '../../src/resolutions/resolutions.service.js';
import { RumorReview } from '../../src/rumors/rumor-review.service.js';
import { Statements } from '../../src/statements/statements.service.js';
import { tell, type Kept } from './newsroom.js';
import type { Program } from './program.js';

const CLAIMS = [
  ['partner', 'Halden'],
  ['partner', 'Zeiss'],
  ['launch.date', '2026-07'],
  ['launch.date', '2026-07-01/2026-09-30'],
  ['price', 'USD 499'],
  ['price', 'USD 599'],
  ['display.size', '6.1 in'],
  ['existence', 'yes'],
] as const;

/** What happens in a small store, before somebody sorts out which device is which. */
const NEWS = fc.record({
  device: fc.constantFrom(0, 1, 2),
  claim: fc.constantFrom(...CLAIMS),
  source: fc.constantFrom('ledger', 'courier', 'herald'),
  stance: fc.constantFrom('supports', 'refutes'),
  /** What becomes of the rumor, or who else links the report to one about the other device. */
  then: fc.constantFrom('nothing', 'nothing', 'linked', 'proposed', 'resolved', 'withdrawn', 'said'),
});
export const STORE = fc.array(NEWS, { minLength: 2, maxLength: 10 });
type Store = ReturnType<typeof STORE.generate>['value'];

/** Fills a program with a store about three devices, and weighs it; returns what was kept of each piece of news. */
export async function fill(program: Program, store: Store, devices: readonly string[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const { device, claim, source, stance, then } of store) {
    const [subject, value] = claim;
    const news = { device: devices[device], source, on: '2025-12-20', subject, value, stance };
    const told = await tell(program, news);
    const other = kept.find(({ rumor }) => rumor.deviceId !== told.rumor.deviceId);
    await refusedOrNot(() => follow(program, then, told, other));
    kept.push(told);
  }
  await program.get(Assessor).assessDue();
  return kept;
}

async function follow(program: Program, then: string, told: Kept, other: Kept | undefined): Promise<unknown> {
  const nowhere = { quote: null, where: null, start: null, end: null } as const;
  const words = { stance: 'supports', certainty: 'reported' } as const;
  switch (then) {
    case 'linked':
    case 'proposed':
      if (!other) return null;
      return program
        .get(EvidenceLinks)
        .link(
          { report: other.reportId, rumor: told.rumor.id, ...words, ...nowhere },
          then === 'linked' ? OPERATOR : ANONYMOUS,
        );
    case 'resolved': {
      const act = { outcome: 'true', evidence: told.evidenceId, happened_on: '2025-12-30' } as const;
      return program.get(Resolutions).resolve(told.rumor.id, act, null, OPERATOR);
    }
    case 'withdrawn':
      return program.get(RumorReview).revise(told.rumor.id, { status: 'withdrawn', reason: 'slip' }, null, OPERATOR);
    case 'said': {
      const speaker = { speaker: 'Ida Orvane', role: 'CEO', organisation: 'Orvane', act: 'announces' } as const;
      const said = { official: true, direct: true, quote: 'It is so.', where: null, start: null, end: null } as const;
      const rumors = [told, ...(other ? [other] : [])].map(({ rumor }) => ({
        id: rumor.id,
        stance: 'supports' as const,
      }));
      const [reportId, learnedAt] = [told.reportId, program.clock.now()];
      return program.get(Statements).record({ reportId, learnedAt, ...speaker, ...said, rumors }, OPERATOR);
    }
    default:
      return null;
  }
}

/** What an act came to; null where it was refused. */
export async function refusedOrNot<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Fault && error.kind !== 'internal') return null;
    throw error;
  }
}

/**
 * Every table that says what is so, without versions and without what is only noted; and without what was added from an
 * instant on, such as a device that a split has added.
 */
export async function tables(program: Program, before: number): Promise<Record<string, unknown[]>> {
  const read = (sql: string) => program.get(Database).read<unknown>(sql, sql.includes('?') ? [before] : []);
  return {
    devices:
      await read(`select d.id, d.company_id, d.name, d.slug, d.category, d.line, d.succeeds_id, d.superseded_by_id,
        d.superseded_reason, d.merged_into_id, d.removed_at, d.lifecycle, d.external_ids, d.headline_probability,
        d.headline_rumor_id, d.headline_derived, d.report_count, d.last_report_at,
        d.rumor_count - (select count(*) from rumors m where m.device_id = d.id and m.created_at >= ${before}) as rumor_count
      from devices d where d.created_at < ? order by d.id`),
    names: await read(`select n.* from device_names n join devices d on d.id = n.device_id where d.created_at < ?
      order by n.company_id, n.name_key`),
    rumors:
      await read(`select m.id, m.device_id, m.united_into_id, m.question, m.value, m.value_key, m.status, m.outcome,
        m.lapsed_at, m.probability, m.low, m.high, m.firm_probability, m.strength, m.announced, m.origin_count,
        m.supporting_count, m.refuting_count, m.report_count, m.last_report_at, m.due_at
      from rumors m where m.created_at < ? order by m.id`),
    evidence: await read(`select e.id, e.report_id, e.rumor_id, e.home_id, e.stance, e.certainty, e.status, e.active_at,
        e.withdrawn_at, e.withdrawn_reason from evidence e order by e.id`),
    links: await read('select l.* from statement_links l order by l.statement_id, l.rumor_id'),
    resolutions: await read(`select v.id, v.rumor_id, v.outcome, v.value, v.happened_on, v.evidence_id, v.statement_id,
        v.follows_from_id, v.former_status from resolutions v where v.reopened_at is null order by v.id`),
    slugs: await read('select f.* from former_slugs f order by f.thing, f.slug'),
    reports: await read('select p.id, p.evidence_count from reports p order by p.id'),
  };
}
