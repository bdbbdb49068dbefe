/** Installs what is missing, builds the program that the tests start as a process, and runs every test. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, ROOT } from './prepare.mjs';

install();
build();
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const done = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
process.exit(done.status ?? 1);
