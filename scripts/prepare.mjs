import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';

/** The root of the project. */
export const ROOT = dirname(import.meta.dirname);

const INSTALLED = join(ROOT, 'node_modules', '.hearsay-lock');
const BUILT = join(ROOT, 'dist', 'src', 'cli.js');

/** Runs a command in the project with its output shown; ends this process with its exit code where it fails. */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: ROOT, stdio: ['inherit', 2, 2], env: { ...process.env, ...env } });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

const digest = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Where the headers of the running Node lie beside it, a native build uses these instead of a download. */
function headers() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
}

/** Installs the packages of the lock file, unless they are there. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Hearsay needs Node 20.19 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  const lock = digest(join(ROOT, 'package-lock.json'));
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lock) return;
  console.error('Installing packages (once, 1 to 3 minutes: the SQLite driver may be compiled) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], headers());
  writeFileSync(INSTALLED, lock);
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Compiles the program, unless what was compiled is newer than every source. */
export function build() {
  const sources = ['src', 'ormconfig.ts', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json'];
  const changed = Math.max(...sources.map((name) => newest(join(ROOT, name))));
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > changed) return;
  console.error('Building (about 20 seconds) …');
  run('npm', ['run', '--silent', 'build']);
}
