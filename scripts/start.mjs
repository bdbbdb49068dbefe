/** Installs and builds what is missing, then runs one command of `hearsay`: `node scripts/start.mjs demo`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, ROOT } from './prepare.mjs';

install();
build();
const program = spawn(process.execPath, [join(ROOT, 'bin', 'hearsay.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal));
program.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
