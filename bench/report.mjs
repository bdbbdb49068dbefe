import { compareRow, sayRange, table } from './print.mjs';

const HEAD = ['', 'program ÷ floor', 'program', 'floor'];

function reading(found) {
  const rows = [
    compareRow('reading an article, processor time', found.read, ' ms'),
    compareRow('its fingerprint, processor time', found.fingerprint, ' ms'),
  ];
  return `1. Reading: ${found.articles} articles of ${Math.round(found.wordsPerArticle)} words and ${found.claimsPerArticle.toFixed(1)} claims on average
   floor: MinHash of shingles that are there already

${table(HEAD, rows)}

articles read per second: ${sayRange(found.readPerSecond)}`;
}

function ingest(found) {
  const rows = [
    compareRow('an article from handed in to committed', found.wall, ' ms'),
    compareRow('the same, processor time', found.cpu, ' ms'),
    compareRow('articles committed per second', found.perSecond, ''),
  ];
  return `2. Ingest: ${found.articlesPerRound} articles a round, each an act of its own, synced to the disk; ${found.rowsPerArticle.toFixed(0)} rows an article
   floor: bare inserts of the same rows in as many transactions (synchronous=FULL), nothing read and nothing changed

${table(HEAD, rows)}`;
}

function refreshRows({ small, large }) {
  const lines = [
    ['first refresh', 'firstSeconds', ' s'],
    ['first refresh, processor time a row', 'firstCpuMicros', ' µs'],
    ['a day later', 'dailySeconds', ' s'],
    ['a day later, wall time a row', 'dailyMicros', ' µs'],
    ['a day later, processor time a row', 'dailyCpuMicros', ' µs'],
    ['… of a bare refresh of numbers', 'bareCpuMicros', ' µs'],
    ['… ÷ that', 'bareCpuRatio', ' ×'],
    ['… ÷ bare inserts of the rows it added', 'dailyCpuRatio', ' ×'],
    ['with 1 % new evidence ÷ a day later, processor time', 'incrementRatio', ''],
    ['share of rumors whose numbers were written', 'writtenShare', ''],
    ['rows added', 'rowsAdded', ''],
    ['GET /v1/rumors meanwhile ÷ idle, p99', 'p99Ratio', ' ×'],
    ['GET /v1/rumors meanwhile, slowest', 'slowestAnswer', ' ms'],
    ['GET /v1/rumors idle, p99', 'idleP99', ' ms'],
    ['memory of the server at the end', 'memoryMb', ' MB'],
  ];
  return lines.map(([what, key, unit]) => [what, sayRange(small[key], unit), sayRange(large[key], unit)]);
}

function refresh(found) {
  const { small, large, growth } = found;
  const title = ({ evidence, rumors, runs }) =>
    `${evidence} rows, ${rumors} rumors (${runs} ${runs === 1 ? 'run' : 'runs'})`;
  return `3. Refresh in the server: everything is weighed for the first time, then again a day later
   processor time a row, large ÷ small store: ${growth.toFixed(2)} × (1 = linear)

${table(['', title(small), title(large)], refreshRows(found))}`;
}

function reads(found) {
  const row = (what, { cpu, perSecond, p50, p99 }) => [
    what,
    sayRange(cpu.ratio),
    `${(1000 * cpu.program.median).toFixed(0)} / ${(1000 * cpu.floor.median).toFixed(0)}`,
    `${perSecond.program.median.toFixed(0)} / ${perSecond.floor.median.toFixed(0)}`,
    `${p50.program.median.toFixed(1)} / ${p50.floor.median.toFixed(1)}`,
    `${p99.program.median.toFixed(1)} / ${p99.floor.median.toFixed(1)}`,
  ];
  const rows = found.flatMap(({ name, bytes, anew, again, known }) => [
    row(`${name} (${bytes.program} / ${bytes.floor} bytes)`, anew),
    row('  asked again', again),
    row('  304', known),
  ]);
  const head = ['read, 16 connections', 'processor time ÷', 'µs', 'per second', 'p50, ms', 'p99, ms'];
  return `4. Reading over HTTP, in a store that was weighed for a year; program / floor
   floor: node:http and prepared statements of better-sqlite3 on the same database, the same rows (checked)

${table(head, rows)}`;
}

function startup(found) {
  const unit = (what) => (what.startsWith('memory') ? ' MB' : ' ms');
  const rows = Object.entries(found).map(([what, figures]) => compareRow(what, figures, unit(what)));
  return `5. Starting
   floor: an empty process of Node; of the server, the bare server of part 4

${table(HEAD, rows)}`;
}

function stream(found) {
  const rows = [
    compareRow('processor time a delivery', found.cpu, ' µs'),
    compareRow('from written to received, p50', found.p50, ' ms'),
    compareRow('from written to received, p99', found.p99, ' ms'),
  ];
  return `6. Telling ${found.clients} readers of ${found.events} events, which another process writes to the database
   floor: node:http that writes one Buffer to all, asked to by POST; of the program, up to 25 ms pass until it looks

${table(HEAD, rows)}`;
}

function exports(found) {
  const rows = found.map(({ path, rows: count, megabytes, perSecond, first, last }) => [
    path,
    String(count),
    megabytes.toFixed(1),
    sayRange(perSecond),
    `${first.toFixed(0)} → ${last.toFixed(0)}`,
  ]);
  return `7. Taking whole datasets away over HTTP

${table(['', 'lines', 'MB', 'MB a second', 'memory of the server, first → last quarter, MB'], rows)}`;
}

function feeds(found) {
  const rows = [
    compareRow('a feed that is as it was (304), processor time', found.same, ' µs'),
    compareRow('a feed that has changed, processor time', found.other, ' µs'),
  ];
  return `Polling ${found.feeds} feeds that are due, each of a host of its own on this machine, eight at a time
   floor: bare requests to the same, nothing read and nothing written down

${table(HEAD, rows)}

seconds to ask all that are as they were: ${sayRange(found.seconds)}`;
}

function imported(found) {
  const rows = [
    compareRow('a line, processor time', found.cpu, ' ms'),
    compareRow('the same without weighing', found.taking, ' ms'),
    compareRow('lines per second', found.perSecond, ''),
  ];
  const course = [
    compareRow('a line, processor time without weighing', found.lastTenth, ' ms'),
    compareRow('memory', found.memory, ' MB'),
  ];
  const lookUps = found.lookUps.map(({ signatures, micros }) => [String(signatures), `${micros.toFixed(0)} µs`]);
  return `8. Import: files of ${found.lines} articles; ${found.rowsPerLine.toFixed(0)} rows a line
   floor: bare inserts of the same rows in as many transactions, and of each article with a trigger that writes its words

${table(HEAD, rows)}

${table(['', 'last ÷ first tenth', 'last tenth', 'first tenth'], course)}

${table(['signatures that are stored', 'looking for a text, processor time'], lookUps)}`;
}

function pages(found) {
  const rows = found.map(({ name, ratio, program, floor, bytes }) => [
    name,
    sayRange(ratio, ' ×'),
    sayRange(program, ' ms'),
    sayRange(floor, ' ms'),
    `${bytes.raw} / ${bytes.gzip}`,
    String(bytes.json),
  ]);
  const head = ['page', 'page ÷ JSON, processor time', 'page', 'JSON', 'bytes of the longest, raw / gzip', 'its JSON'];
  return `9. Pages beside the JSON of the same data, asked for one after the other

${table(head, rows)}`;
}

const SECTIONS = { reading, ingest, refresh, reads, startup, stream, exports, feeds, import: imported, pages };

/** The figures of a part in words. */
export const sayPart = (part, found) => SECTIONS[part](found);
