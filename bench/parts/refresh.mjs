import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { quantile, spreadOf, timed } from '../figures.mjs';
import { copyDatabase, countRows, insertAll, rowsSince } from '../floor/inserts.mjs';
import { packLinks, refreshBare } from '../floor/refresh.mjs';
import { addEvidence, fillStore } from '../generator/store.mjs';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The share of the evidence that is new when only what it touches is weighed. */
const NEW_SHARE = 0.01;
/** The floor that refreshes is quick, so it is taken so many times. */
const BARE_REFRESHES = 5;
const ASKED = '/v1/rumors?limit=50';
const ASKED_EVERY_MS = 10;
/** How many questions the program weighs in one transaction; the floor commits as often. */
const QUESTIONS_AT_ONCE = 20;

/** A database with so much evidence, of which nothing was weighed yet. */
export async function newStore(program, file, size, now) {
  await (await program.open(file)).close();
  const [{ newId }, { claimOf, claimColumns }] = [
    await program.load('platform/ids'),
    await program.load('rumors/claim'),
  ];
  fillStore(file, { newId, claimOf, claimColumns }, { size, now });
}

/** The refreshes of a database that have ended, the last one first. */
function jobsOf(file) {
  const database = new Sqlite(file, { readonly: true });
  const ended = database.prepare(
    'select status, counts, errors from refresh_jobs where finished_at is not null order by id desc',
  );
  return { ended: () => ended.all(), close: () => database.close() };
}

async function answerTime(server) {
  const from = performance.now();
  await server.get(ASKED);
  return performance.now() - from;
}

/** Lets a server do the refresh that is due as it starts; asks it for a list again and again until that has ended. */
async function refreshed(server, file) {
  const jobs = jobsOf(file);
  const before = jobs.ended().length;
  const [from, { cpuMs }] = [performance.now(), await server.usage()];
  const answers = [];
  while (jobs.ended().length === before) {
    answers.push(await answerTime(server));
    await pause(ASKED_EVERY_MS);
  }
  const [wall, after] = [performance.now() - from, await server.usage()];
  const [{ status, counts, errors }] = jobs.ended();
  jobs.close();
  if (status !== 'succeeded') throw new Error(`the refresh ended ${status}: ${errors}`);
  return { wall, cpu: after.cpuMs - cpuMs, memoryMb: after.memoryMb, answers, counts: JSON.parse(counts) };
}

/** Answers of a server that has nothing else to do. */
async function idle(server, count) {
  const answers = [];
  for (let at = 0; at < count; at += 1) {
    answers.push(await answerTime(server));
    await pause(ASKED_EVERY_MS);
  }
  return answers;
}

/** A refresh of bare numbers with as many changed: the middle of so many runs. */
async function bareRefresh(bare, changed) {
  packLinks(bare);
  const runs = [];
  for (let round = 0; round < BARE_REFRESHES; round += 1)
    runs.push((await timed(() => refreshBare(bare, changed))).cpu);
  return spreadOf(runs).median;
}

/** Bare inserts of the rows that the refresh added, in as many transactions. */
async function floorOf(file, bare, before, questions) {
  const tables = rowsSince(file, before);
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const { wall, cpu } = await timed(() => insertAll(bare, tables, Math.ceil(questions / QUESTIONS_AT_ONCE)));
  return { wall, cpu, rows };
}

/**
 * The first refresh of a store, a day ago; the one of today, by which everything is a day older; and one three hours later,
 * by which a little evidence is new and nothing is older.
 */
async function runOf({ program, folder }, name, size) {
  const [file, bare] = [join(folder, `${name}.sqlite`), join(folder, `${name}-floor.sqlite`)];
  const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const [yesterday, today, later] = [-18, 6, 9].map((hours) => midnight + hours * HOUR_MS);
  await newStore(program, file, size, yesterday);
  const early = await program.serve(file, yesterday);
  const first = await refreshed(early, file);
  await early.stop();
  await copyDatabase(file, bare);
  const before = countRows(file);
  const server = await program.serve(file, today);
  const daily = await refreshed(server, file);
  const quiet = await idle(server, 200);
  await server.stop();
  const floor = await floorOf(file, bare, before, daily.counts.weighed);
  const bareCpu = await bareRefresh(bare, daily.counts.changed);
  addEvidence(file, await program.load('platform/ids'), { count: Math.round(NEW_SHARE * size), at: later });
  const latest = await program.serve(file, later);
  const increment = await refreshed(latest, file);
  await latest.stop();
  return { file, size, rumors: before.rumors, first, daily, increment, quiet, floor, bareCpu };
}

const micros = (runs, pick) => spreadOf(runs.map((run) => (1000 * pick(run)) / run.size));

function summary(runs) {
  const { size, rumors } = runs[0];
  const spread = (pick) => spreadOf(runs.map(pick));
  return {
    evidence: size,
    rumors,
    runs: runs.length,
    firstSeconds: spread(({ first }) => first.wall / 1000),
    firstMicros: micros(runs, ({ first }) => first.wall),
    firstCpuMicros: micros(runs, ({ first }) => first.cpu),
    dailySeconds: spread(({ daily }) => daily.wall / 1000),
    dailyMicros: micros(runs, ({ daily }) => daily.wall),
    dailyCpuMicros: micros(runs, ({ daily }) => daily.cpu),
    dailyCpuRatio: spread(({ daily, floor }) => daily.cpu / floor.cpu),
    bareCpuMicros: micros(runs, ({ bareCpu }) => bareCpu),
    bareCpuRatio: spread(({ daily, bareCpu }) => daily.cpu / bareCpu),
    dailyWallRatio: spread(({ daily, floor }) => daily.wall / floor.wall),
    incrementRatio: spread(({ daily, increment }) => increment.cpu / daily.cpu),
    writtenShare: spread(({ daily }) => daily.counts.changed / rumors),
    rowsAdded: spread(({ floor }) => floor.rows),
    slowestAnswer: spread(({ daily }) => Math.max(...daily.answers)),
    answerP99: spread(({ daily }) => quantile(daily.answers, 0.99)),
    idleP99: spread(({ quiet }) => quantile(quiet, 0.99)),
    p99Ratio: spread(({ daily, quiet }) => quantile(daily.answers, 0.99) / quantile(quiet, 0.99)),
    memoryMb: spread(({ daily }) => daily.memoryMb),
  };
}

/**
 * Refreshes of a small store and of one ten times as large, each beside bare inserts of the same rows.
 *
 * @returns the figures, and the file of the large store, in which everything is weighed
 */
export async function refresh(bench) {
  const { size } = bench;
  const small = [];
  for (let round = 0; round < size.refreshes; round += 1) {
    small.push(await runOf(bench, `store-small-${round}`, size.evidence / 10));
  }
  const large = [await runOf(bench, 'store', size.evidence)];
  const perRow = (runs) => spreadOf(runs.map(({ daily, size: rows }) => daily.cpu / rows)).median;
  const figures = { small: summary(small), large: summary(large), growth: perRow(large) / perRow(small) };
  return { figures, file: large[0].file };
}
