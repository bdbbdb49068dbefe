import 'reflect-metadata';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Server } from './server.mjs';

/** The built program that is measured. */
export class Program {
  /** @param folder where it was built, as a full path */
  constructor(folder) {
    this.folder = folder;
  }

  /** A file of the program by its path in `src`, without its ending. */
  file(path) {
    return join(this.folder, 'src', `${path}.js`);
  }

  /** What a file of the program exports. */
  load(path) {
    return import(pathToFileURL(this.file(path)).href);
  }

  /** Opens the whole program on a file of SQLite, in this process and without a server. */
  async open(databaseFile) {
    Object.assign(process.env, settingsFor(databaseFile));
    const [{ NestFactory }, { AppModule }] = await Promise.all([import('@nestjs/core'), this.load('app.module')]);
    return NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false });
  }

  /** Starts the server on a file of SQLite, in a process of its own. */
  serve(databaseFile, clockHeldAt = null) {
    const env = settingsFor(databaseFile, clockHeldAt);
    return Server.start(this.file('cli'), ['serve'], { cwd: dirname(databaseFile), env });
  }
}

/**
 * The environment of a program on that file: local, readable, silent.
 *
 * @param clockHeldAt the instant at which its clock stands, epoch milliseconds; null lets it run
 */
export const settingsFor = (databaseFile, clockHeldAt = null) => ({
  DATABASE_URL: `sqlite:${databaseFile}`,
  HOST: '127.0.0.1',
  PORT: '0',
  PUBLIC_READ: 'true',
  REFRESH_INTERVAL: 'PT1H',
  LOG_LEVEL: 'error',
  RATE_LIMIT_ANONYMOUS: '1000000',
  RATE_LIMIT_ANONYMOUS: '1000000000', // what is counted is measured, what is refused would not be
  RATE_LIMIT_KEY: '1000000000',
  RATE_LIMIT_INGESTION: '1000000000',
  HEARSAY_CLOCK: clockHeldAt === null ? '' : new Date(clockHeldAt).toISOString(),
});
