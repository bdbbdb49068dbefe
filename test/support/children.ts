import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts a script of this folder in a process of its own. */
export const startChild = (script: string, ...values: string[]): ChildProcess =>
  fork(join(__dirname, 'child.mjs'), [join(__dirname, script), ...values], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--no-warnings'],
  });

/** Waits until a child ends well, and throws what it wrote to its error stream if it does not. */
export async function ended(child: ChildProcess): Promise<void> {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the child ended with ${code}: ${complaint}`);
}
