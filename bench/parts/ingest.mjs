import { join } from 'node:path';
import { compared, timed } from '../figures.mjs';
import { copyDatabase, countRows, insertAll, rowsSince } from '../floor/inserts.mjs';
import { articles, RUMOR_KINDS } from '../generator/articles.mjs';
import { MAKERS } from '../generator/phrases.mjs';

const handedIn = ({ title, text, url, outlet, publishedOn }) => ({
  title,
  text,
  url,
  published_on: publishedOn,
  source: { name: outlet, kind: 'outlet', grade: 'C', vetted: true },
});

/** A program on a database that follows the makers and nothing else; its services by name. */
async function desk(program, file) {
  const app = await program.open(file);
  const { Ingestions } = await program.load('ingestion/ingestions.service');
  const { Companies } = await program.load('companies/companies.service');
  const { OPERATOR } = await program.load('access/actor');
  for (const { name, aliases } of MAKERS) await app.get(Companies, { strict: false }).add({ name, aliases }, OPERATOR);
  const ingestions = app.get(Ingestions, { strict: false });
  return { app, commit: (article) => ingestions.handIn(handedIn(article), OPERATOR, 'commit') };
}

/** One round: the program commits articles one by one, then the floor inserts the rows that this made. */
async function roundOf({ program, folder }, round, list) {
  const [file, bare] = ['program', 'floor'].map((name) => join(folder, `ingest-${name}-${round}.sqlite`));
  const { app, commit } = await desk(program, file);
  await commit(list[0]);
  const before = countRows(file);
  await copyDatabase(file, bare);
  const written = await timed(async () => {
    for (const article of list.slice(1)) await commit(article);
  });
  const tables = rowsSince(file, before);
  await app.close();
  const inserted = await timed(() => insertAll(bare, tables, list.length - 1));
  const [want, have] = [countRows(file), countRows(bare)];
  for (const [name, count] of Object.entries(want)) {
    if (have[name] !== count) throw new Error(`the floor has ${have[name]} rows in ${name}, the program ${count}`);
  }
  return { written, inserted, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
}

/** From handing in to committed: the whole act, synced to the disk, beside bare inserts of the same rows. */
export async function ingest(bench) {
  const { size } = bench;
  const rounds = [];
  for (let round = 0; round < size.rounds; round += 1) {
    const list = articles(size.ingest + 1, 100 + round, { kinds: RUMOR_KINDS, copies: 0.2 });
    rounds.push(await roundOf(bench, round, list));
  }
  const each = (pick) => rounds.map((round) => pick(round) / size.ingest);
  return {
    articlesPerRound: size.ingest,
    rowsPerArticle: compared(
      each(({ rows }) => rows),
      each(({ rows }) => rows),
    ).program.median,
    perSecond: compared(
      each(({ written }) => written.wall).map((wall) => 1000 / wall),
      each(({ inserted }) => inserted.wall).map((wall) => 1000 / wall),
    ),
    wall: compared(
      each(({ written }) => written.wall),
      each(({ inserted }) => inserted.wall),
    ),
    cpu: compared(
      each(({ written }) => written.cpu),
      each(({ inserted }) => inserted.cpu),
    ),
  };
}
