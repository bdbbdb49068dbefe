import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const COPIED = ['bin', 'demo', 'scripts', 'package.json', 'package-lock.json', 'Dockerfile', 'compose.yaml'];
/** What the build looks at: it stands there as old as can be, so that what was built is newer. */
const BUILT_FROM = ['src', 'ormconfig.ts', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];

/** How a command ended, and what it wrote. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** A folder with the project as somebody has it who cloned, installed and built it. */
export class Clone {
  readonly folder = mkdtempSync(join(tmpdir(), 'hearsay-clone-'));
  private readonly children: ChildProcess[] = [];

  constructor() {
    mkdirSync(join(this.folder, 'backups'));
    for (const name of COPIED) cpSync(join(ROOT, name), join(this.folder, name), { recursive: true });
    for (const name of BUILT_FROM) {
      const place = join(this.folder, name);
      if (name === 'src') mkdirSync(place);
      else writeFileSync(place, '');
    }
    for (const name of [...BUILT_FROM, 'package-lock.json']) utimesSync(join(this.folder, name), 0, 0);
    symlinkSync(join(ROOT, 'dist'), join(this.folder, 'dist'));
    this.shareModules();
  }

  /** Each package by a link of its own: what a command does to the folder, it does to this one alone. */
  private shareModules(): void {
    const [from, to] = [join(ROOT, 'node_modules'), join(this.folder, 'node_modules')];
    mkdirSync(to);
    for (const name of readdirSync(from)) if (name !== '.hearsay-lock') symlinkSync(join(from, name), join(to, name));
    const lock = createHash('sha256')
      .update(readFileSync(join(ROOT, 'package-lock.json')))
      .digest('hex');
    writeFileSync(join(to, '.hearsay-lock'), lock);
  }

  private start(command: string): ChildProcess {
    const env = { PATH: process.env.PATH ?? '', HOME: this.folder, npm_config_offline: 'true' };
    const child = spawn('sh', ['-c', command], {
      cwd: this.folder,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.children.push(child);
    return child;
  }

  /** Runs a command to its end. */
  async run(command: string): Promise<Ran> {
    const child = this.start(command);
    const output: string[] = [];
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
    }
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output: output.join('') };
  }

  /** Starts what never ends by itself, and waits for a line of it; rejects with what it wrote where it ends before. */
  async begin(command: string, line: RegExp): Promise<{ match: RegExpExecArray; stop: () => Promise<void> }> {
    const child = this.start(command);
    const match = await new Promise<RegExpExecArray>((resolve, reject) => {
      let output = '';
      const heard = (text: string) => {
        output += text;
        const found = line.exec(output);
        if (found) resolve(found);
      };
      for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', heard);
      child.once('close', () => reject(new Error(`${command} ended: ${output}`)));
    });
    return { match, stop: () => this.stop(child) };
  }

  /** Stops a command with all that it started. */
  private async stop(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    process.kill(-child.pid!, 'SIGTERM');
    await ended;
  }

  /** Stops what still runs, and removes the folder. */
  async remove(): Promise<void> {
    for (const child of this.children) await this.stop(child);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
