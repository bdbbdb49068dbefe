import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, Max, Min, validateSync, ValidateBy } from 'class-validator';
import { placeOf } from './database/place.js';
import { Fault, type FaultDetail } from './fault.js';
import { parseDuration, parseInstant } from './instant.js';

/** How much the log tells, from nothing to everything. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MINUTE_MS = 60_000;
const IsDatabaseUrl = (message: string) =>
  ValidateBy(
    { name: 'isDatabaseUrl', validator: { validate: (url) => typeof url === 'string' && placeOf(url) !== null } },
    { message },
  );

/** What can be set from outside; everything has a default. */
export class Settings {
  /** The port of the server; 0 takes a free one. */
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(65_535, { message: 'must be 65535 or less' })
  readonly port: number = 3000;

  /** The address on which the server listens. */
  @IsNotEmpty()
  readonly host: string = '127.0.0.1';

  /** Where the data lies. */
  @IsDatabaseUrl('must be sqlite:<path of a file> or postgres://<user>@<host>/<database>')
  readonly databaseUrl: string = 'sqlite:data/hearsay.sqlite';

  /** Whether reading needs no key. */
  @IsBoolean({ message: 'must be true or false' })
  readonly publicRead: boolean = true;

  /** How long the scheduled refresh waits between two runs, in milliseconds. */
  @IsInt({ message: 'must be an ISO 8601 duration such as PT1H' })
  @Min(MINUTE_MS, { message: 'must be PT1M or longer' })
  readonly refreshIntervalMs: number = 60 * MINUTE_MS;

  /** How much the log tells. */
  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  readonly logLevel: LogLevel = 'info';

  /** The instant at which the clock stands still (epoch milliseconds); null lets it run. */
  @IsOptional()
  @IsInt({ message: 'must be an RFC 3339 instant such as 2026-01-31T12:00:00Z' })
  readonly clockHeldAt: number | null = null;
}

/** What can be set, in words of the program; for a test or a tool that sets it without an environment. */
export const settingsOf = (chosen: Partial<Settings>): Settings => Object.assign(new Settings(), chosen);

const WORDS: Readonly<Record<string, boolean>> = { true: true, yes: true, 1: true, false: false, no: false, 0: false };

/** From which variable each setting is read, and how; a text that cannot be read stays a text, and is refused. */
const VARIABLES: { readonly [K in keyof Settings]: readonly [name: string, read: (text: string) => unknown] } = {
  port: ['PORT', (text) => (/^\d{1,6}$/.test(text) ? Number(text) : text)],
  host: ['HOST', (text) => text],
  databaseUrl: ['DATABASE_URL', (text) => text],
  publicRead: ['PUBLIC_READ', (text) => WORDS[text.toLowerCase()] ?? text],
  refreshIntervalMs: ['REFRESH_INTERVAL', (text) => parseDuration(text) ?? text],
  logLevel: ['LOG_LEVEL', (text) => text.toLowerCase()],
  clockHeldAt: ['HEARSAY_CLOCK', (text) => parseInstant(text) ?? text],
};

type Environment = Readonly<Record<string, string | undefined>>;

function dotEnv(folder: string): Environment {
  const file = join(folder, '.env');
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}

/**
 * The settings of an environment, and of the file `.env` in the folder for what the environment leaves out. An empty
 * variable counts as left out, an unknown one is ignored. Throws one Fault that names every variable that is wrong.
 */
export function readSettings(environment: Environment = process.env, folder = process.cwd()): Settings {
  const given = { ...dotEnv(folder), ...nonEmpty(environment) };
  const settings = new Settings();
  for (const [key, [name, read]] of Object.entries(VARIABLES)) {
    const text = given[name]?.trim();
    if (text) Object.assign(settings, { [key]: read(text) });
  }
  const errors = validateSync(settings).map(({ property, constraints }): FaultDetail => {
    const detail = Object.values(constraints ?? {}).at(-1) ?? 'cannot be used';
    return { parameter: VARIABLES[property as keyof Settings][0], code: 'invalid', detail };
  });
  if (errors.length === 0) return settings;
  const list = errors.map(({ parameter, detail }) => `${parameter} ${detail}`).join('; ');
  throw new Fault('invalid', 'invalid-settings', `The settings cannot be used: ${list}.`, errors);
}

/** Sets what the environment leaves out, for a program that is opened after this. */
export function presume(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) process.env[name] ||= value;
}

const nonEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, text]) => text?.trim()));
