import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, Max, Min, validateSync, ValidateBy } from 'class-validator';
import { placeOf } from './database/place.js';
import { Fault, type FaultDetail } from './fault.js';
import { isNetwork } from './http/client-address.js';
import { parseDuration, parseInstant } from './instant.js';

/** How much the log tells, from nothing to everything. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MINUTE_MS = 60_000;

const Satisfies = (message: string, isRight: (value: string) => boolean, each = false): PropertyDecorator =>
  ValidateBy(
    { name: 'satisfies', validator: { validate: (value) => typeof value === 'string' && isRight(value) } },
    { message, each },
  );

/** Whether a text is how a browser names a place on the web: `https://rumors.example`, without a path. */
const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

const isMailbox = (text: string): boolean => /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(text);

const PerMinute = (): PropertyDecorator => (target, member) => {
  const message = 'must be a whole number from 1 to 1000000000';
  for (const rule of [IsInt({ message }), Min(1, { message }), Max(1_000_000_000, { message })]) rule(target, member);
};

const Count = (): PropertyDecorator => (target, member) => {
  const message = 'must be a whole number from 0 to 100000';
  for (const rule of [IsInt({ message }), Min(0, { message }), Max(100_000, { message })]) rule(target, member);
};

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
  @Satisfies('must be sqlite:<path of a file> or postgres://<user>@<host>/<database>', (url) => placeOf(url) !== null)
  readonly databaseUrl: string = 'sqlite:data/hearsay.sqlite';

  /** Where the pages are reached from outside, without a path; null where that is not said, as on one's own machine. */
  @IsOptional()
  @Satisfies('must be an origin such as https://rumors.example', isOrigin)
  readonly publicUrl: string | null = null;

  /** The origins whose pages may also write through the interface, with a key. */
  @Satisfies('must be origins such as https://desk.example, separated by commas', isOrigin, true)
  readonly corsOrigins: readonly string[] = [];

  /** The networks of the proxies that are believed when they say for whom they ask. */
  @Satisfies('must be networks or addresses such as 10.0.0.0/8, separated by commas', isNetwork, true)
  readonly trustedProxies: readonly string[] = [];

  /** How many requests a minute somebody without a key may make. */
  @PerMinute()
  readonly anonymousRequestsPerMinute: number = 60;

  /** How many requests a minute may be made with one key. */
  @PerMinute()
  readonly requestsPerMinute: number = 600;

  /** How many articles a minute may be handed in. */
  @PerMinute()
  readonly ingestionsPerMinute: number = 30;

  /** How many wrong keys a minute are looked up for one address. */
  @PerMinute()
  readonly wrongKeysPerMinute: number = 30;

  /** How many may listen to the stream of events at a time, and how many of them from one address or with one key. */
  @Count()
  readonly streams: number = 200;

  @Count()
  readonly streamsEach: number = 5;

  /** Where figures of the program are told to everybody who reaches it: an address and a port of their own, or null. */
  @IsOptional()
  @Satisfies('must be an address and a port such as 127.0.0.1:9464', (text) => bindOf(text) !== null)
  readonly metricsBind: string | null = null;

  /** Whether reading needs no key. */
  @IsBoolean({ message: 'must be true or false' })
  readonly publicRead: boolean = true;

  /** How long the scheduled refresh waits between two runs, in milliseconds. */
  @IsInt({ message: 'must be an ISO 8601 duration such as PT1H' })
  @Min(MINUTE_MS, { message: 'must be PT1M or longer' })
  readonly refreshIntervalMs: number = 60 * MINUTE_MS;

  /** From so many links of reports to rumors on, who copies is found in a thread of its own. */
  @Count()
  readonly learningThreadFrom: number = 20_000;

  /** Places (`host:port`) that are fetched from though they are not on the public internet or have another port. */
  @Satisfies('must be places such as intranet.example:8000, separated by commas', (text) => bindOf(text) !== null, true)
  readonly outboundAllow: readonly string[] = [];

  /** The ports that are fetched from. */
  @IsInt({ message: 'must be ports such as 80,443, separated by commas', each: true })
  readonly outboundPorts: readonly number[] = [80, 443, 8080, 8443];

  /** Where whoever is fetched from can complain; told along with each request. */
  @IsOptional()
  @Satisfies('must be an address of a page or of mail', (text) => /^[\x21-\x7e]{3,200}$/.test(text))
  readonly outboundContact: string | null = null;

  /** The host that takes letters, with the name and the password for it; null: none are sent. */
  @IsOptional()
  @Satisfies('must be smtp://user:password@host:587 or smtps://…', (text) => /^smtps?:\/\/[^\s/?#]+\/?$/.test(text))
  readonly smtpUrl: string | null = null;

  /** Who gets the daily letter about what changed, from whom, and at what time of the day (UTC). */
  @Satisfies('must be addresses of mail, separated by commas', isMailbox, true)
  readonly digestTo: readonly string[] = [];

  @IsOptional()
  @Satisfies('must be an address of mail', isMailbox)
  readonly digestFrom: string | null = null;

  @Satisfies('must be a time of the day such as 07:00', (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text))
  readonly digestAt: string = '07:00';

  /** How much the log tells. */
  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  readonly logLevel: LogLevel = 'info';

  /** The instant at which the clock stands still (epoch milliseconds); null lets it run. */
  @IsOptional()
  @IsInt({ message: 'must be an RFC 3339 instant such as 2026-01-31T12:00:00Z' })
  readonly clockHeldAt: number | null = null;

  /** Whether the program shows the sample story, whose clock a visitor moves on. */
  @IsBoolean({ message: 'must be true or false' })
  readonly isDemo: boolean = false;
}

/** What can be set, in words of the program; for a test or a tool that sets it without an environment. */
export const settingsOf = (chosen: Partial<Settings>): Settings => Object.assign(new Settings(), chosen);

/** The address and the port that a text such as `127.0.0.1:9464` or `[::1]:9464` names; null for any other text. */
export function bindOf(text: string): { host: string; port: number } | null {
  const [, host, port] = /^(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535) return null;
  return { host: host.replaceAll(/[[\]]/g, ''), port: Number(port) };
}

const WORDS: Readonly<Record<string, boolean>> = { true: true, yes: true, 1: true, false: false, no: false, 0: false };

const number = (text: string): unknown => (/^\d{1,10}$/.test(text) ? Number(text) : text);
const several = (text: string): string[] => text.split(',').map((each) => each.trim());

/** From which variable each setting is read, and how; a text that cannot be read stays a text, and is refused. */
const VARIABLES: { readonly [K in keyof Settings]: readonly [name: string, read: (text: string) => unknown] } = {
  port: ['PORT', (text) => (/^\d{1,6}$/.test(text) ? Number(text) : text)],
  host: ['HOST', (text) => text],
  databaseUrl: ['DATABASE_URL', (text) => text],
  publicUrl: ['PUBLIC_URL', (text) => text.replace(/\/$/, '')],
  corsOrigins: ['CORS_ORIGINS', several],
  trustedProxies: ['TRUST_PROXY', several],
  anonymousRequestsPerMinute: ['RATE_LIMIT_ANONYMOUS', number],
  requestsPerMinute: ['RATE_LIMIT_KEY', number],
  ingestionsPerMinute: ['RATE_LIMIT_INGESTION', number],
  wrongKeysPerMinute: ['RATE_LIMIT_WRONG_KEYS', number],
  streams: ['STREAMS', number],
  streamsEach: ['STREAMS_EACH', number],
  metricsBind: ['METRICS_BIND', (text) => text],
  publicRead: ['PUBLIC_READ', (text) => WORDS[text.toLowerCase()] ?? text],
  refreshIntervalMs: ['REFRESH_INTERVAL', (text) => parseDuration(text) ?? text],
  learningThreadFrom: ['LEARNING_THREAD_FROM', number],
  outboundAllow: ['OUTBOUND_ALLOW', several],
  outboundPorts: ['OUTBOUND_PORTS', (text) => several(text).map(number)],
  outboundContact: ['OUTBOUND_CONTACT', (text) => text],
  smtpUrl: ['SMTP_URL', (text) => text],
  digestTo: ['DIGEST_TO', several],
  digestFrom: ['DIGEST_FROM', (text) => text],
  digestAt: ['DIGEST_AT', (text) => text],
  logLevel: ['LOG_LEVEL', (text) => text.toLowerCase()],
  clockHeldAt: ['HEARSAY_CLOCK', (text) => parseInstant(text) ?? text],
  isDemo: ['HEARSAY_DEMO', (text) => WORDS[text.toLowerCase()] ?? text],
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

/** Each setting with the text in which it was given, and where: for whoever asks where a setting comes from. */
export function givenSettings(environment: Environment = process.env, folder = process.cwd()) {
  const [given, file] = [nonEmpty(environment), nonEmpty(dotEnv(folder))];
  return (Object.keys(VARIABLES) as (keyof Settings)[]).map((setting) => {
    const [variable] = VARIABLES[setting];
    return { setting, variable, given: given[variable]?.trim(), inFile: file[variable]?.trim() };
  });
}

/** Sets variables for a program that is opened after this, whatever the environment says. */
export function impose(variables: Readonly<Record<string, string>>): void {
  Object.assign(process.env, variables);
}

/** Sets what the environment leaves out, for a program that is opened after this. */
export function presume(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) process.env[name] ||= value;
}

const nonEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, text]) => text?.trim()));
