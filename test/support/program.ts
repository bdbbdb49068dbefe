import { type Abstract, type INestApplicationContext } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ServedModule } from '../../src/served.module.js';
import { Clock } from '../../src/platform/clock.js';
import { type Dialect } from '../../src/platform/database/place.js';
import { parseInstant } from '../../src/platform/instant.js';
import { HostNames } from '../../src/platform/outbound/host-names.js';
import { Log } from '../../src/platform/log.js';
import { Settings, settingsOf } from '../../src/platform/settings.js';
import { emptyDatabase } from './databases.js';
import { LocalNames } from './local-names.js';

/** The whole program on a database of its own, as the command line has it: without a server. */
export interface Program {
  readonly app: INestApplicationContext;
  /** Held, at 2026-01-01 unless another instant was asked for. */
  readonly clock: Clock;
  /** The DATABASE_URL, for a second process. */
  readonly databaseUrl: string;
  get<T>(token: Abstract<T>): T;
  close(): Promise<void>;
}

/** How a program differs from the usual one. */
export interface ProgramOptions {
  /** The RFC 3339 instant at which its clock stands. */
  readonly clock?: string;
  /** A database that is there already; otherwise it gets an empty one. */
  readonly databaseUrl?: string;
  readonly settings?: Partial<Settings>;
  /** The addresses of hosts by name; nobody knows any other name. */
  readonly names?: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** Starts the whole program: nothing is replaced, and nothing is read from the environment. */
export async function startProgram(database: Dialect, options: ProgramOptions = {}): Promise<Program> {
  const { compiled, databaseUrl } = await compileProgram(database, options);
  compiled.useLogger(compiled.get(Log));
  await compiled.init();
  return programOf(compiled, databaseUrl);
}

/** A test asks more often in a minute of its own than anybody else; what is about limits sets them. */
const UNLIMITED: Partial<Settings> = {
  anonymousRequestsPerMinute: 1_000_000,
  requestsPerMinute: 1_000_000,
  ingestionsPerMinute: 1_000_000,
  wrongKeysPerMinute: 1_000_000,
};

/** The whole program, put together but not started. */
export async function compileProgram(
  database: Dialect,
  options: ProgramOptions,
): Promise<{ compiled: TestingModule; databaseUrl: string }> {
  const databaseUrl = options.databaseUrl ?? (await emptyDatabase(database));
  const clockHeldAt = parseInstant(options.clock ?? '2026-01-01T00:00:00Z');
  if (clockHeldAt === null) throw new TypeError(`${options.clock} is no instant`);
  const settings = settingsOf({ logLevel: 'silent', ...UNLIMITED, ...options.settings, databaseUrl, clockHeldAt });
  const compiled = await Test.createTestingModule({ imports: [ServedModule] })
    .overrideProvider(Settings)
    .useValue(settings)
    .overrideProvider(HostNames)
    .useValue(new LocalNames(options.names ?? {}))
    .compile();
  return { compiled, databaseUrl };
}

/** A program that runs, as the tests hold it. */
export const programOf = (app: INestApplicationContext, databaseUrl: string): Program => ({
  app,
  clock: app.get(Clock),
  databaseUrl,
  get: (token) => app.get(token, { strict: false }),
  close: () => app.close(),
});
