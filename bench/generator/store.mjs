import Sqlite from 'better-sqlite3';
import { bearing, claimsOfDevice, sourceTraits } from './claims.mjs';
import { MAKERS } from './phrases.mjs';
import { Chance, zipf } from './random.mjs';
import { deviceRow, evidenceRow, reportRow, rumorRow, sourceRow, stamps } from './rows.mjs';

const DAY_MS = 86_400_000;
const EVIDENCE_PER_DEVICE = 100;
const SOURCES = 200;
/** Reports are spread over so many days before the present. */
const DAYS = 400;
const COPIES = 0.3;

/** Inserts rows, given as objects by column, into the tables of a database. */
class Writer {
  statements = new Map();

  constructor(database) {
    this.database = database;
  }

  insert(table, row) {
    let statement = this.statements.get(table);
    if (!statement) {
      const columns = Object.keys(row);
      const marks = columns.map((column) => `@${column}`);
      statement = this.database.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks.join(', ')})`);
      this.statements.set(table, statement);
    }
    statement.run(row);
  }
}

/** The makers, the devices with their rumors, and who publishes. */
function registry(ids, size, now, chance) {
  const at = now - (DAYS + 1) * DAY_MS;
  const companies = MAKERS.map(({ name }) => ({ id: ids.newId('co', at), name }));
  const devices = Array.from({ length: size / EVIDENCE_PER_DEVICE }, (_, number) => {
    const row = deviceRow(ids.newId('dev', at), companies[number % companies.length], number + 1, at);
    const rumors = claimsOfDevice(now, chance).map(({ subject, value, region = null }) => {
      const columns = ids.claimColumns(ids.claimOf({ subject, value }), region, null);
      return rumorRow(ids.newId('rum', at), row.id, subject, columns, at);
    });
    const distinct = [...new Map(rumors.map((rumor) => [`${rumor.question} ${rumor.value_key}`, rumor])).values()];
    row.rumor_count = distinct.length;
    return { row, rumors: distinct, last: null };
  });
  const sources = Array.from({ length: SOURCES }, (_, number) =>
    sourceRow(ids.newId('src', at), number + 1, sourceTraits(chance), at),
  );
  return { at, companies, devices, sources };
}

/** The rumors that a report speaks of: those of the report that it retells, else one to four of its device. */
function spokenOf(device, isCopy, chance) {
  if (isCopy) return device.last.rumors;
  const first = chance.whole(0, device.rumors.length - 1);
  const count = Math.min(chance.whole(1, 4), device.rumors.length);
  return Array.from({ length: count }, (_, at) => device.rumors[(first + at * 3) % device.rumors.length]);
}

function count(row, at) {
  row.report_count += 1;
  row.last_report_at = at;
}

/** Reports in the order in which they were published, each with its evidence, until there is enough of it. */
function* reports(ids, { devices, sources }, { size, now }, chance) {
  const [drawDevice, drawSource] = [zipf(devices.length, 0.8), zipf(sources.length, 0.8)];
  for (let number = 1, linked = 0; linked < size; number += 1) {
    const at = Math.floor(now - DAYS * DAY_MS * (1 - linked / size));
    const [device, source] = [devices[drawDevice(chance)], sources[drawSource(chance)]];
    const isCopy = device.last !== null && chance.happens(COPIES);
    const report = reportRow(ids.newId('rep', at), source.id, isCopy ? device.last.id : null, number, at);
    const rumors = [...new Set(spokenOf(device, isCopy, chance))].slice(0, size - linked);
    const evidence = rumors.map((rumor) => evidenceRow(ids.newId('ev', at), report.id, rumor.id, bearing(chance), at));
    report.evidence_count = evidence.length;
    for (const row of [source, device.row, ...rumors]) count(row, at);
    if (!isCopy) device.last = { id: report.id, rumors };
    linked += evidence.length;
    yield { report, evidence };
  }
}

function writeRegistry(writer, { at, companies, sources, devices }) {
  for (const { id, name } of companies) {
    writer.insert('companies', { id, name, slug: name.toLowerCase(), domains: '[]', ...stamps(at) });
  }
  for (const row of sources) writer.insert('sources', row);
  for (const { row, rumors } of devices) {
    writer.insert('devices', row);
    const name_key = row.name.split(' ').slice(1).join(' ').toLowerCase();
    writer.insert('device_names', { company_id: row.company_id, name_key, name: row.name, device_id: row.id });
    for (const rumor of rumors) writer.insert('rumors', rumor);
  }
}

/**
 * Adds so many reports, each with one piece of evidence, spread over all rumors, which are to be weighed again by it: what an
 * act leaves where nothing weighs it at once.
 */
export function addEvidence(file, { newId }, { count: total, at }) {
  const chance = new Chance(11);
  const database = new Sqlite(file);
  const [rumors, sources] = ['rumors', 'sources'].map((table) =>
    database.prepare(`select id from ${table} order by id`).pluck().all(),
  );
  const due = database.prepare(
    'update rumors set due_at = ?, due_causes = ?, report_count = report_count + 1 where id = ?',
  );
  const writer = new Writer(database);
  database.transaction(() => {
    for (let number = 1; number <= total; number += 1) {
      const rumor = rumors[chance.whole(0, rumors.length - 1)];
      const source = sources[chance.whole(0, sources.length - 1)];
      const report = reportRow(newId('rep', at), source, null, 10_000_000 + number, at);
      const evidence = evidenceRow(newId('ev', at), report.id, rumor, bearing(chance), at);
      writer.insert('reports', { ...report, evidence_count: 1 });
      writer.insert('evidence', evidence);
      due.run(at, JSON.stringify([{ kind: 'evidence', ids: [evidence.id] }]), rumor);
    }
  })();
  database.close();
}

/**
 * Fills an empty, migrated database with so many rows of evidence, a hundred a device and ten a rumor on average, some
 * devices with far more. Nothing in it was weighed yet. Fingerprints of texts, the log of events and the trail of
 * changes are left out: neither lists nor the refresh read them.
 *
 * @param ids what the program itself makes ids and claims with: `newId`, `claimOf`, `claimColumns`
 * @param options `size`, rows of evidence; `now`, epoch milliseconds, the end of what was published
 */
export function fillStore(file, ids, options) {
  const chance = new Chance(7);
  const database = new Sqlite(file);
  database.pragma('synchronous = OFF');
  const writer = new Writer(database);
  database.transaction(() => {
    const known = registry(ids, options.size, options.now, chance);
    const published = [...reports(ids, known, options, chance)];
    writeRegistry(writer, known);
    for (const { report, evidence } of published) {
      writer.insert('reports', report);
      for (const row of evidence) writer.insert('evidence', row);
    }
  })();
  database.close();
}
