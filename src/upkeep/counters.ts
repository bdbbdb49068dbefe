/** A number that stands in a row and is kept by the acts that change it, beside what it comes to when it is counted. */
interface Counter {
  /** As people know it: `rumors.report_count`. */
  readonly name: string;
  /** Rows of `id`, `kept` and `counted`, of those rows alone where they differ. */
  readonly sql: string;
}

/** A counter that is wrong, and where. */
export interface WrongCount {
  readonly counter: string;
  readonly id: string;
  readonly kept: number;
  readonly counted: number;
}

const counter = (name: string, from: string, kept: string, counted: string, where = '1 = 1'): Counter => ({
  name,
  sql: `select c.id, c.kept, c.counted from
    (select t.id, t.${kept} as kept, coalesce(n.counted, 0) as counted from ${from} t
     left join (${counted}) n on n.id = t.id where ${where}) c
    where c.kept <> c.counted order by c.id`,
});

/**
 * Every such number, counted as the acts count it: links that count now, links that ever counted, what speaks of a
 * device through any of its rumors, what a source published that counts.
 */
export const COUNTERS: readonly Counter[] = [
  counter(
    'reports.evidence_count',
    'reports',
    'evidence_count',
    'select e.report_id as id, count(*) as counted from evidence e where e.active_at is not null group by e.report_id',
  ),
  counter(
    'rumors.report_count',
    'rumors',
    'report_count',
    `select e.rumor_id as id, count(*) as counted from evidence e where e.status = 'active' group by e.rumor_id`,
  ),
  counter(
    'devices.rumor_count',
    'devices',
    'rumor_count',
    'select m.device_id as id, count(*) as counted from rumors m where m.united_into_id is null group by m.device_id',
  ),
  counter(
    'devices.report_count',
    'devices',
    'report_count',
    `select m.device_id as id, count(distinct e.report_id) as counted from rumors m
     join evidence e on e.rumor_id = m.id and e.active_at is not null
     where m.united_into_id is null group by m.device_id`,
  ),
  counter(
    'sources.report_count',
    'sources',
    'report_count',
    'select p.source_id as id, count(*) as counted from reports p where p.evidence_count > 0 group by p.source_id',
  ),
];
