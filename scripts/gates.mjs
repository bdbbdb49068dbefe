/**
 * The long checks that stand between a change and a release: 100,000 requests, made from the contract, to each database
 * that there is (`node scripts/gates.mjs 500` sends fewer), 200,000 damaged feeds, a month of feeds, 10,000 events to many
 * readers and 5,000 to a receiver that fails, and what each page costs on a telephone. Each runs alone: `GATES=1 npx jest test/gates/webhooks`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, ROOT } from './prepare.mjs';

const [requests = '100000'] = process.argv.slice(2);

install();
build();
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const databases = 2;
const env = { ...process.env, FUZZ_REQUESTS: String(Number(requests) * databases), FUZZ_PATIENCE: '2000', GATES: '1' };
const done = spawnSync(process.execPath, [jest, 'test/gates', 'test/feed-world', 'test/fetching'], {
  cwd: ROOT,
  stdio: 'inherit',
  env,
});
process.exit(done.status ?? 1);
