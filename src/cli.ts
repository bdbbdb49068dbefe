import 'reflect-metadata';
import type { Abstract, INestApplicationContext } from '@nestjs/common';
import { CommanderError } from 'commander';
import picocolors from 'picocolors';
import { commandLine, type Flags } from './cli/commands.js';
import type { Context } from './cli/context.js';
import { EXIT, exitCodeOf } from './cli/exit-codes.js';
import { Screen } from './cli/screen.js';
import { programVersion } from './platform/project.js';

let opened: Promise<INestApplicationContext> | undefined;
let screen = new Screen({ json: process.argv.includes('--json'), color: false, quiet: false });

/** Opens the whole program without a server; its parts are loaded only now. */
async function openProgram(): Promise<INestApplicationContext> {
  const [{ NestFactory }, { AppModule }, { Log }] = await Promise.all([
    import('@nestjs/core'),
    import('./app.module.js'),
    import('./platform/log.js'),
  ]);
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false });
  app.useLogger(app.get(Log));
  return app;
}

function contextOf({ json = false, color, quiet = false }: Flags): Context {
  screen = new Screen({ json, color: color && process.stdout.isTTY && picocolors.isColorSupported, quiet });
  const get = async <T>(service: Abstract<T>): Promise<T> => {
    opened ??= openProgram();
    return (await opened).get(service, { strict: false });
  };
  const serve = async () => (await import('./server.js')).startServer();
  return { screen, get, close, serve };
}

async function close(): Promise<void> {
  const program = opened;
  opened = undefined;
  await (await program)?.close();
}

/** The exit code of a command that did not end well, after saying why. */
function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  screen.fail(error);
  return exitCodeOf(error);
}

async function main(): Promise<void> {
  const end = (code: number): void => {
    process.exitCode = code;
  };
  try {
    await commandLine({ version: programVersion(), context: contextOf, end }).parseAsync();
  } catch (error) {
    end(failed(error));
  } finally {
    await close().catch(() => undefined);
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok); // whoever read our output has seen enough
  throw error;
});
await main();
