/**
 * How right the learner is, in one table (docs/performance.md): `node bench/truth.mjs <folder>`, after a build. Every
 * `<set>.claims.jsonl[.gz]` with its `<set>.truth.jsonl[.gz]` in the folder is tried in all modes that fit it, then made worlds.
 *
 *     --sets book,flight   these sets alone         --modes cold,resolved   these modes alone
 *     --stories <articles.jsonl> --asks <claims.json>   also what is believed of stories once they are told
 *     --program <cli.js>   another built program    --json                  one JSON document
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string' },
    modes: { type: 'string', default: 'cold,resolved,prequential,incremental,generated' },
    stories: { type: 'string' },
    asks: { type: 'string' },
    program: { type: 'string', default: join(import.meta.dirname, '..', 'bin', 'hearsay.mjs') },
    json: { type: 'boolean', default: false },
  },
});
const folder = positionals[0];
const modes = new Set(options.modes.split(','));
/** What draws the fifth that is told, and what makes the worlds. */
const [DRAWS, WORLDS] = [
  [1, 2, 3, 4, 5],
  [1, 2, 3],
];

/** The sets of the folder, with their files. */
function setsIn() {
  if (folder === undefined) return [];
  const files = new Set(readdirSync(folder));
  const beside = (name, part) => [`${name}.${part}.jsonl`, `${name}.${part}.jsonl.gz`].find((file) => files.has(file));
  const names = [...files].flatMap((file) => /^(.+)\.claims\.jsonl(?:\.gz)?$/.exec(file)?.[1] ?? []).sort();
  const asked = options.sets?.split(',');
  return names.flatMap((name) => {
    const [claims, truth] = [beside(name, 'claims'), beside(name, 'truth')];
    if (truth === undefined || (asked && !asked.includes(name))) return [];
    return [{ name, claims: join(folder, claims), truth: join(folder, truth) }];
  });
}

/** On how many days there are claims; counting stops at three. */
async function daysOf(path) {
  const bytes = createReadStream(path);
  const days = new Set();
  for await (const line of createInterface({ input: path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes })) {
    const day = /"time":\s*"([^"]{1,10})/.exec(line)?.[1];
    if (day !== undefined) days.add(day);
    if (days.size > 2) break;
  }
  bytes.destroy();
  return days.size;
}

/** Runs a command of the program; ends all where it fails. */
function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [options.program, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return { stdout, stderr };
  console.error(`hearsay ${args.join(' ')}\n${stderr}`);
  process.exit(1);
}

const tried = (...args) => JSON.parse(run(['evaluate', ...args, '--json']).stdout);

/** All that is measured of a set. */
async function measure({ claims, truth, name }) {
  const mode = (of, ...more) => tried(claims, truth, '--mode', of, ...more);
  const found = { name };
  if (modes.has('cold')) found.cold = mode('cold');
  if (modes.has('resolved')) found.resolved = DRAWS.map((seed) => mode('resolved', '--seed', String(seed)));
  if (modes.has('prequential') && (await daysOf(claims)) > 2) found.prequential = mode('prequential');
  const kind = (found.cold ?? found.resolved?.[0] ?? found.prequential)?.type;
  if (modes.has('incremental') && kind !== undefined && kind !== 'closed') found.incremental = mode('incremental');
  return found;
}

const figure = (value, places = 3) => (value === null || value === undefined ? '–' : value.toFixed(places));

/** One line for each mode of a set. */
function linesOf({ name, cold, resolved, prequential, incremental }) {
  const lines = [];
  if (cold) {
    const read = cold.calibrated;
    lines.push(
      `${name}, cold: accuracy ${figure(cold.accuracy, 4)}, log-loss ${figure(cold.log_loss)}; after calibration ${figure(read?.log_loss)}`,
    );
  }
  if (resolved) {
    const of = (member) => resolved.map((each) => figure(each[member])).join(' ');
    lines.push(
      `${name}, a fifth told, five draws: ECE ${of('ece')}; by chance ${of('ece_by_chance')}; accuracy ${of('accuracy')}`,
    );
  }
  if (prequential) {
    const { accuracy, log_loss: loss, ece } = prequential;
    lines.push(
      `${name}, day by day: accuracy ${figure(accuracy, 4)}, log-loss ${figure(loss, 4)}, ECE ${figure(ece, 4)}`,
    );
  }
  if (incremental) {
    const { accuracy, full } = incremental;
    lines.push(
      `${name}, report by report: accuracy ${figure(accuracy, 4)}, of a full refresh ${figure(full.accuracy, 4)}, mean shift ${figure(full.mean_shift, 4)}`,
    );
  }
  return lines;
}

const measured = { sets: [], worlds: [], stories: null };
const tell = (lines) => options.json || lines.forEach((line) => console.log(line));

for (const set of setsIn()) {
  const found = await measure(set);
  measured.sets.push(found);
  tell(linesOf(found));
}
for (const seed of modes.has('generated') ? WORLDS : []) {
  const { accuracy, log_loss: loss, copy_pairs_average_precision: precision } = tried('--generated', String(seed));
  measured.worlds.push({ seed, accuracy, log_loss: loss, copy_pairs_average_precision: precision });
  tell([
    `a made world, seed ${seed}: accuracy ${figure(accuracy)}, log-loss ${figure(loss)}, pairs ${figure(precision)}`,
  ]);
}
if (options.stories && options.asks) {
  const { stderr } = run(['backtest', '--claims', options.stories, '--asks', options.asks]);
  measured.stories = stderr.trim().split('\n').at(-1);
  tell([`stories: ${measured.stories}`]);
}
if (options.json) console.log(JSON.stringify(measured, null, 2));
