import Sqlite from 'better-sqlite3';
import { Chance } from './random.mjs';

const DAY_MS = 86_400_000;
const CATEGORIES = ['phone', 'tablet', 'laptop', 'watch', 'headset', 'console', 'earbuds', 'speaker'];

/** The first rumors have a point for each day of a year, the others twelve in all. */
const LONG = 1000;
const DAYS = 365;
const FEW = 12;

const STRENGTHS = ['low', 'medium', 'high'];
const between = (value, least, most) => Math.min(most, Math.max(least, value));

/** The points of a rumor: a walk from even chances, the last one yesterday. */
function* walk(count, now, chance) {
  let probability = 0.5;
  for (let point = 0; point < count; point += 1) {
    probability = between(probability + (chance.next() - 0.5) / 10, 0.01, 0.99);
    yield { at: now - Math.round(((count - point) * DAYS) / count) * DAY_MS, probability };
  }
}

const numbers = (probability, chance) => ({
  probability,
  low: between(probability - 0.1, 0, 1),
  high: between(probability + 0.1, 0, 1),
  firm_probability: probability,
  strength: chance.pick(STRENGTHS),
  announced: 0,
  origin_count: chance.whole(1, 9),
  supporting_count: chance.whole(1, 9),
  refuting_count: chance.whole(0, 3),
});

/** What the last assessment of a rumor says of where its number comes from: as many steps as it has evidence. */
const stepsOf = (evidence) =>
  JSON.stringify(
    evidence.map((id, place) => ({
      kind: 'report',
      evidenceId: id,
      stance: 'supports',
      logOdds: 0.4 / (place + 1),
      sum: 0.4 * (place + 1),
    })),
  );

function assessmentRow(id, rumor, { at, probability }, chance) {
  return {
    id,
    rumor_id: rumor.id,
    at,
    ...numbers(probability, chance),
    log_odds: Math.log(probability / (1 - probability)),
    window_over: 0,
    report_count: rumor.report_count,
    causes: JSON.stringify([{ kind: 'age', ids: [] }]),
    model_version: 'bench',
  };
}

const explanationRow = (id, other, contributions = '[]') => ({
  assessment_id: id,
  contributions,
  discarded: '[]',
  without: '{}',
  text: 'Several sources say so, and none of them speaks against it.',
  other,
  buckets: null,
});

/** A refresh that has just ended: the next one is an hour away. */
const refreshedAt = (id, at) => ({
  id,
  status: 'succeeded',
  scope: 'all',
  cause: 'schedule',
  requested_by: 'schedule',
  done: 0,
  total: 0,
  counts: '{"lapsed":0,"sources":0,"weighed":0,"changed":0}',
  errors: '[]',
  attempts: 1,
  due_at: at,
  started_at: at,
  finished_at: at,
  created_at: at,
  updated_at: at,
});

/** Statements that write a row given as an object, by table. */
function writing(database) {
  const made = new Map();
  return (table, row) => {
    const columns = Object.keys(row);
    if (!made.has(table)) {
      const marks = columns.map((column) => `@${column}`);
      made.set(table, database.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks.join(', ')})`));
    }
    made.get(table).run(row);
  };
}

/**
 * Weighs everything in a store made by `fillStore`, as if it had been weighed for a year: a point a day for the first
 * 1,000 rumors (or `daily`), twelve for each other one, all with an explanation, of which only the last has steps. Gives each device
 * a category and the headline of its most likely rumor, which stood for it all the while. What the engine would have found is not asked.
 *
 * @param ids what the program itself makes ids with: `newId`
 * @param now epoch milliseconds, the end of what is known
 * @param daily how many rumors have a point for each day
 */
export function fillHistory(file, { newId }, now, daily = LONG) {
  const chance = new Chance(13);
  const database = new Sqlite(file);
  database.pragma('synchronous = OFF');
  const insert = writing(database);
  const evidence = database.prepare('select id from evidence where rumor_id = ? order by id limit 20').pluck();
  const weigh = database.prepare(`update rumors set assessment_id = @id, assessed_at = @at, probability = @probability,
    low = @low, high = @high, firm_probability = @firm_probability, strength = @strength, origin_count = @origin_count,
    supporting_count = @supporting_count, refuting_count = @refuting_count, updated_at = @at where id = @rumor_id`);
  const head = database.prepare(`update devices set category = ?, updated_at = ?,
    (headline_probability, headline_rumor_id) = (select m.probability, m.id from rumors m where m.device_id = devices.id
      and m.subject in ('existence', 'launch.date', 'partner') order by m.probability desc, m.id limit 1) where id = ?`);
  database.transaction(() => {
    for (const [place, rumor] of database.prepare('select id, report_count from rumors order by id').all().entries()) {
      let row;
      for (const point of walk(place < daily ? DAYS : FEW, now, chance)) {
        if (row) insert('explanations', explanationRow(row.id, 1 - row.probability));
        row = assessmentRow(newId('asm', point.at), rumor, point, chance);
        insert('assessments', row);
      }
      insert('explanations', explanationRow(row.id, 1 - row.probability, stepsOf(evidence.all(rumor.id))));
      weigh.run(row);
    }
    for (const id of database.prepare('select id from devices order by id').pluck().all()) {
      head.run(chance.pick(CATEGORIES), now - DAY_MS, id);
    }
    database.exec('delete from headlines');
    database.exec(`insert into headlines (device_id, at, probability, rumor_id, derived)
      select d.id, a.at, a.probability, a.rumor_id, d.headline_derived
      from devices d join assessments a on a.rumor_id = d.headline_rumor_id
      union all select d.id, d.created_at, null, null, 0 from devices d`);
    insert('revisions', { id: 1, number: now, at: now });
    insert('refresh_jobs', refreshedAt(newId('job', now), now));
    database.prepare('delete from search_states').run(); // the server takes up by itself what is found by text
  })();
  database.close();
}
