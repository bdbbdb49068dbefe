/** Measures the built program beside bare floors, on temporary files, and ends: `npm run bench` (docs/performance.md). */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install } from '../scripts/prepare.mjs';
import { PARTS, readOptions } from './options.mjs';

const options = readOptions(process.argv.slice(2));
if (options.isDefault) {
  install();
  build();
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
process.chdir(folder); // so that no .env and no data of the project is found
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const { Program } = await import('./program.mjs');
const { sayPart } = await import('./report.mjs');
const bench = { program: new Program(options.program), folder, size: options.size };
const tell = (text) => (options.json ? undefined : console.log(text));

const machine = { cores: availableParallelism(), node: process.version };
const measured = { machine, quick: options.quick, ...(await measureAll()) };
if (options.json) console.log(JSON.stringify(measured, null, 2));

async function measureAll() {
  tell(`Hearsay beside bare floors: ${machine.cores} cores, Node ${machine.node}, ${bench.size.rounds} rounds in turn, each figure
as its middle (least … greatest). The ratios are the result; what is in units only shows magnitudes.`);
  const found = {};
  let store = null;
  for (const part of PARTS.filter((each) => options.parts.has(each))) {
    const { [part]: measure } = await import(`./parts/${part}.mjs`);
    const result = await measure(bench, store);
    if (part === 'refresh') store = result.file;
    found[part] = part === 'refresh' ? result.figures : result;
    tell(`\n${sayPart(part, found[part])}`);
  }
  tell(`\nDone in ${Math.round(performance.now() / 1000)} s.`);
  return found;
}
