import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../scripts/prepare.mjs';

export const PARTS = ['reading', 'ingest', 'refresh', 'reads', 'startup'];

/** How much is measured: rounds, articles to read and to commit in each, refreshes of the small store, rows of evidence
 * in the large one, seconds of each load. */
const FULL = { rounds: 5, refreshes: 3, read: 100, ingest: 60, evidence: 100_000, seconds: 0.7 };
const QUICK = { rounds: 2, refreshes: 1, read: 20, ingest: 8, evidence: 5000, seconds: 0.3 };

export const USAGE = `npm run bench -- [options]

  --quick           a smoke run of half a minute; its figures mean little
  --json            only JSON on standard output
  --only <parts>    some of: ${PARTS.join(', ')} (reads and startup need refresh, and bring it along)
  --program <dist>  another build of the program, so that two versions can be compared
  --help            this`;

/** What the command line asks for; ends the process with a word where it asks for something else. */
export function readOptions(args) {
  const options = {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: PARTS.join(',') },
    program: { type: 'string', default: join(ROOT, 'dist') },
    help: { type: 'boolean', default: false },
  };
  const { values } = parseArgs({ args, options });
  const only = values.only.split(',');
  const unknown = only.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Error(`There is no part "${unknown[0]}".`);
  const parts = only.some((part) => ['reads', 'startup'].includes(part)) ? [...only, 'refresh'] : only;
  return {
    ...values,
    parts: new Set(parts),
    isDefault: values.program === options.program.default,
    size: values.quick ? QUICK : FULL,
  };
}
