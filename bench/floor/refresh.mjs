import Sqlite from 'better-sqlite3';

const ROUNDS = 20;
/** So many answers are read at a time, and so many written in one transaction. */
const ANSWERS_AT_ONCE = 1000;
const ROWS_AT_ONCE = 2000;
/** Where a source begins, and how much of its record that is worth. */
const START = { accuracy: 0.7, strength: 5 };

const logistic = (x) => 1 / (1 + Math.exp(-x));

/** Lays the links of reports to answers down as numbers, once: all that a bare refresh would ever read. */
export function packLinks(file) {
  const database = new Sqlite(file);
  database.exec(`create table bare_answers (number integer primary key, rumor_id text not null, probability real);
    create table bare_links (answer integer not null, link integer not null, source integer not null, side integer not null,
      primary key (answer, link)) without rowid;
    create table bare_points (answer integer not null, day integer not null, probability real not null,
      primary key (answer, day)) without rowid;
    insert into bare_answers (rumor_id) select id from rumors order by id;
    insert into bare_links select a.number, row_number() over (order by e.id), s.number,
        case e.stance when 'supports' then 1 else -1 end
      from evidence e join bare_answers a on a.rumor_id = e.rumor_id join reports p on p.id = e.report_id
      join (select id, row_number() over (order by id) as number from sources) s on s.id = p.source_id
      where e.status = 'active' and e.stance <> 'mentions';`);
  database.close();
}

/** Reads all links, in ranges of answers, into columns. */
function read(database) {
  const [links, answers, sources] = ['count(*)', 'max(answer)', 'max(source)'].map((what) =>
    database.prepare(`select ${what} from bare_links`).pluck().get(),
  );
  const graph = {
    answers,
    sources,
    answerOf: new Uint32Array(links),
    sourceOf: new Uint32Array(links),
    side: new Int8Array(links),
  };
  const range = database.prepare('select answer, source, side from bare_links where answer between ? and ?').raw();
  let place = 0;
  for (let from = 1; from <= answers; from += ANSWERS_AT_ONCE) {
    for (const [answer, source, side] of range.all(from, from + ANSWERS_AT_ONCE - 1)) {
      graph.answerOf[place] = answer;
      graph.sourceOf[place] = source;
      graph.side[place++] = side;
    }
  }
  return graph;
}

/** What is believed of each answer after so many rounds in which answers and sources judge each other. */
function believe({ answers, sources, answerOf, sourceOf, side }) {
  const weights = new Float64Array(sources + 1).fill(Math.log(START.accuracy / (1 - START.accuracy)));
  const [sums, beliefs] = [new Float64Array(answers + 1), new Float64Array(answers + 1)];
  const [hits, trials] = [new Float64Array(sources + 1), new Float64Array(sources + 1)];
  for (let round = 0; round < ROUNDS; round += 1) {
    sums.fill(0);
    for (let link = 0; link < side.length; link += 1) sums[answerOf[link]] += side[link] * weights[sourceOf[link]];
    for (let answer = 1; answer <= answers; answer += 1) beliefs[answer] = logistic(sums[answer]);
    hits.fill(START.strength * START.accuracy);
    trials.fill(START.strength);
    for (let link = 0; link < side.length; link += 1) {
      const belief = beliefs[answerOf[link]];
      hits[sourceOf[link]] += side[link] > 0 ? belief : 1 - belief;
      trials[sourceOf[link]] += 1;
    }
    for (let source = 1; source <= sources; source += 1) {
      const accuracy = Math.min(0.98, hits[source] / trials[source]);
      weights[source] = Math.log(accuracy / (1 - accuracy));
    }
  }
  return beliefs;
}

/**
 * The floor of a refresh: reads what was said as bare numbers, lets answers and sources judge each other twenty times, and
 * writes down the number of so many answers and a point of their history, each transaction synced to the disk. Nothing is
 * explained, nothing competes, nothing ages, nobody is told.
 */
export function refreshBare(file, changed) {
  const database = new Sqlite(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) database.pragma(pragma);
  const beliefs = believe(read(database));
  const number = database.prepare('update bare_answers set probability = ? where number = ?');
  const point = database.prepare('insert or replace into bare_points values (?, 1, ?)');
  const write = database.transaction((from, until) => {
    for (let answer = from; answer < until; answer += 1) {
      number.run(beliefs[answer], answer);
      point.run(answer, beliefs[answer]);
    }
  });
  const last = Math.min(changed, beliefs.length - 1);
  for (let from = 1; from <= last; from += ROWS_AT_ONCE) write.immediate(from, Math.min(last + 1, from + ROWS_AT_ONCE));
  database.close();
}
