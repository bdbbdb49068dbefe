import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../scripts/prepare.mjs';

export const PARTS = [
  'reading',
  'ingest',
  'refresh',
  'reads',
  'startup',
  'stream',
  'exports',
  'feeds',
  'import',
  'pages',
];

/**
 * How much is measured: rounds, articles to read and to commit in each, refreshes of the small store, rows of evidence
 * in the large one, seconds of each load, answers before anything is counted, lines of a file, signatures looked through,
 * rumors with a point a day in what is taken away.
 */
const FULL = {
  rounds: 5,
  refreshes: 3,
  read: 100,
  ingest: 50,
  evidence: 100_000,
  seconds: 0.6,
  warm: 3000,
  stream: { clients: 1000, events: 40 },
  feeds: 1000,
  daily: 2500,
  import: 2000,
  signatures: [1000, 100_000, 1_000_000],
};
const QUICK = {
  rounds: 2,
  refreshes: 1,
  read: 20,
  ingest: 8,
  evidence: 5000,
  seconds: 0.3,
  warm: 500,
  stream: { clients: 200, events: 10 },
  feeds: 100,
  daily: 200,
  import: 200,
  signatures: [1000, 10_000],
};

const USAGE = `npm run bench -- [options]

  --quick           a smoke run of about a minute; its figures mean little
  --json            only JSON on standard output
  --only <parts>    some of: ${PARTS.join(', ')} (startup needs refresh, and brings it along)
  --rows <number>   rows of evidence in the large store of the refresh, a multiple of 1000; the small one has a tenth
  --program <dist>  another build of the program, so that two versions can be compared
  --help            this`;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  only: { type: 'string', default: PARTS.join(',') },
  rows: { type: 'string' },
  program: { type: 'string', default: join(ROOT, 'dist') },
  help: { type: 'boolean', default: false },
};

/** What the command line asks for. Ends the process with the usage where that is asked for, or not understood. */
export function readOptions(args) {
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    const only = values.only.split(',');
    const unknown = only.find((part) => !PARTS.includes(part));
    if (unknown !== undefined) throw new Error(`There is no part "${unknown}".`);
    if (!values.help) return chosen(values, only);
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** Rows of the large store: so many that both stores have whole devices. */
function rowsOf(text) {
  if (!/^[1-9]\d{0,6}000$/.test(text)) throw new Error(`--rows must be a multiple of 1000, not ${text}.`);
  return { evidence: Number(text) };
}

function chosen({ quick, json, program, rows }, only) {
  const needsStore = only.includes('startup');
  const parts = new Set(needsStore ? [...only, 'refresh'] : only);
  const isDefault = program === OPTIONS.program.default;
  const size = { ...(quick ? QUICK : FULL), ...(rows === undefined ? {} : rowsOf(rows)) };
  return { quick, json, program: resolve(program), isDefault, parts, size };
}
