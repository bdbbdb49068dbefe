// What the learner costs: `node bench/learn.mjs [reports] [sources]`, after a build. Prints one JSON document.
import { join } from 'node:path';
import { Chance } from './generator/random.mjs';

const learning = await import(join(import.meta.dirname, '..', 'dist', 'src', 'engine', 'learning', 'index.js'));
const [count, sources] = [Number(process.argv[2] ?? 400_000), Number(process.argv[3] ?? 55)];
const FAMILIES = ['launch', 'price', 'spec', 'partner'];

/** Reports of sources that are right between five and nine times in ten; every fifth repeats the one before it. */
function reportsOf(chance) {
  const right = Array.from({ length: sources }, () => 0.5 + 0.4 * chance.next());
  const found = [];
  for (let question = 0; found.length < count; question += 1) {
    let last = 'true';
    for (let source = 0; source < sources && found.length < count; source += 1) {
      if (!chance.happens(0.85)) continue;
      const own = chance.happens(right[source]) ? 'true' : `false ${chance.whole(0, 9)}`;
      last = source % 5 === 4 && chance.happens(0.8) ? last : own;
      found.push({ question: `q${question}`, source: `s${source}`, value: last, family: FAMILIES[question % 4] });
    }
  }
  return found;
}

const standing = { kind: 'outlet', grade: null, vetted: true, earlyCalls: 0 };
const setting = { baseRateOf: () => 0.9, standingOf: (id) => ({ ...standing, id, name: id }) };
const reports = reportsOf(new Chance(1));

let began = process.cpuUsage();
const cpuMs = () => {
  const { user, system } = process.cpuUsage(began);
  began = process.cpuUsage();
  return Math.round((user + system) / 1000);
};
cpuMs();
const rows = learning.tabulate(reports, setting);
const tabulatedMs = cpuMs();
const settled = learning.nothingSettled(rows);
const learned = learning.learn(rows, settled);
const learnedMs = cpuMs();

const there = learning.masked(rows, (question) => question % 100 !== 0);
const base = learning.learn(there, settled);
const live = new learning.LiveLearning(rows, there, settled, base, 0.7);
const late = [...rows.valueOf.keys()].filter((report) => there.weight[report] === 0);
const each = late.map((report) => {
  const start = performance.now();
  live.arrive(report);
  return performance.now() - start;
});
each.sort((a, b) => a - b);

console.log(
  JSON.stringify(
    {
      reports: reports.length,
      sources,
      questions: rows.questions.length,
      pairs: learned.pairs.first.length,
      refresh: {
        rowsCpuMs: tabulatedMs,
        learnCpuMs: learnedMs,
        microsecondsPerReport: ((tabulatedMs + learnedMs) * 1000) / reports.length,
      },
      oneReportMs: { middle: each[each.length >> 1], p99: each[Math.floor(each.length * 0.99)] },
      memoryMb: Math.round(process.memoryUsage().rss / 2 ** 20),
    },
    null,
    2,
  ),
);
