import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compared, spreadOf, timed } from '../figures.mjs';
import { fileFingerprints } from '../floor/fingerprints.mjs';
import { insertFindable } from '../floor/found.mjs';
import { copyDatabase, countRows, rowsSince } from '../floor/inserts.mjs';
import { articles, RUMOR_KINDS } from '../generator/articles.mjs';
import { MAKERS } from '../generator/phrases.mjs';

const TAKING = { columns: {}, source: null, commits: true };
/** How many articles are taken in before anything is measured, so that everything is compiled. */
const WARM = 100;
const LOOKED_UP = 200;

const lineOf = ({ title, text, url, outlet, publishedOn }) => {
  const source = { name: outlet, kind: 'outlet', grade: 'C', vetted: true };
  return `${JSON.stringify({ title, text, url, published_on: publishedOn, source })}\n`;
};

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** A program on a database that follows the makers and nothing else, ready to import files. */
async function desk(program, file) {
  const app = await program.open(file);
  const of = async (path, name) => app.get((await program.load(path))[name], { strict: false });
  const [companies, imports, runs] = [
    await of('companies/companies.service', 'Companies'),
    await of('importing/imports.service', 'Imports'),
    await of('importing/import-runs.service', 'ImportRuns'),
  ];
  const { OPERATOR } = await program.load('access/actor');
  const { linesOf } = await program.load('importing/import-file');
  for (const { name, aliases } of MAKERS) await companies.add({ name, aliases }, OPERATOR);
  const take = async (path, advanced) => {
    const refused = [];
    const watch = { advanced, refused: (line, fault) => refused.push(fault), isStopped: () => false };
    await imports.run(await runs.begin(path, path, true), linesOf(path, 'jsonl'), TAKING, watch);
    if (refused.length > 0) throw new Error(`a line was refused: ${refused[0].message}`);
  };
  return { app, take, weigh: () => imports.weigh() };
}

/** What a row took of the processor between two shares of the file, in milliseconds. */
function rowBetween(marks, lines, from, to) {
  const at = (share) => marks.find(({ line }) => line >= share * lines);
  const [one, other] = [at(from), at(to)];
  return (other.cpu - one.cpu) / (other.line - one.line);
}

/** One round: the program imports a file and weighs it, then the floor inserts the rows that this made. */
async function roundOf({ program, folder, size }, round) {
  const [file, bare, first, rest] = ['program.sqlite', 'floor.sqlite', 'first.jsonl', 'rest.jsonl'].map((name) =>
    join(folder, `import-${round}-${name}`),
  );
  const list = articles(WARM + size.import, 300 + round, { kinds: RUMOR_KINDS, copies: 0.2 });
  writeFileSync(first, list.slice(0, WARM).map(lineOf).join(''));
  writeFileSync(rest, list.slice(WARM).map(lineOf).join(''));
  const { app, take, weigh } = await desk(program, file);
  await take(first, () => undefined);
  await weigh();
  const before = countRows(file);
  await copyDatabase(file, bare);
  const marks = [{ line: 0, cpu: processorTime(), memory: process.memoryUsage().rss }];
  const noted = (line) => marks.push({ line, cpu: processorTime(), memory: process.memoryUsage().rss });
  const taken = await timed(() => take(rest, noted));
  const weighed = await timed(weigh);
  const acts = marks.length - 1;
  const tables = rowsSince(file, before);
  await app.close();
  const inserted = await timed(() => insertFindable(bare, tables, list.slice(WARM), acts));
  const memory = (share) => marks[Math.round(share * acts)].memory / 1e6;
  return {
    ...{ taken, weighed, inserted },
    rows: tables.reduce((sum, table) => sum + table.rows.length, 0),
    tenths: [rowBetween(marks, size.import, 0, 0.1), rowBetween(marks, size.import, Math.min(0.9, 1 - 1 / acts), 1)],
    memory: [memory(0.1), memory(1)],
  };
}

/** How long the program looks for a text among so many others: for new ones, and for slightly edited copies. */
async function lookUps({ program, folder, size }) {
  const file = join(folder, 'import-signatures.sqlite');
  const { app } = await desk(program, file);
  const { Reports } = await program.load('evidence/reports.service');
  const engine = await program.load('engine/similarity/index');
  const reports = app.get(Reports, { strict: false });
  const texts = articles(LOOKED_UP, 900, { kinds: RUMOR_KINDS }).map(({ text }, index) => unlike(text, index));
  const found = [];
  let filed = 0;
  for (const many of size.signatures) {
    fileFingerprints(file, filed, many, engine);
    filed = many;
    for (const text of texts.slice(0, 20)) await reports.originOf(engine.identify(text), null);
    const identities = texts.map((text) => engine.identify(text));
    const { cpu } = await timed(async () => {
      for (const identity of identities) await reports.originOf(identity, null);
    });
    found.push({ signatures: many, micros: (cpu / LOOKED_UP) * 1000 });
  }
  await app.close();
  return found;
}

/** The text with words of its own all along, so that it shares little with the others. */
const unlike = (text, index) => text.replaceAll(/\S+/g, (word, at) => (at % 3 === 0 ? `${word}${index}` : word));

/** A file of articles imported: reading, looking up, writing and weighing, beside bare inserts of the same rows. */
async function measured(bench) {
  const { size } = bench;
  const rounds = [];
  for (let round = 0; round < Math.min(3, size.rounds); round += 1) rounds.push(await roundOf(bench, round));
  const each = (pick) => rounds.map((round) => pick(round) / size.import);
  const bare = each(({ inserted }) => inserted.cpu);
  return {
    lines: size.import,
    rowsPerLine: spreadOf(each(({ rows }) => rows)).median,
    cpu: compared(
      each(({ taken, weighed }) => taken.cpu + weighed.cpu),
      bare,
    ),
    taking: compared(
      each(({ taken }) => taken.cpu),
      bare,
    ),
    perSecond: compared(
      each(({ taken, weighed }) => taken.wall + weighed.wall).map((wall) => 1000 / wall),
      each(({ inserted }) => inserted.wall).map((wall) => 1000 / wall),
    ),
    lastTenth: compared(
      rounds.map(({ tenths }) => tenths[1]),
      rounds.map(({ tenths }) => tenths[0]),
    ),
    memory: compared(
      rounds.map(({ memory }) => memory[1]),
      rounds.map(({ memory }) => memory[0]),
    ),
    lookUps: await lookUps(bench),
  };
}

export { measured as import };
