import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf } from '../src/platform/database/place.js';
import { Fault } from '../src/platform/fault.js';
import { readSettings, type Settings } from '../src/platform/settings.js';

const folderWith = (dotEnv?: string) => {
  const folder = mkdtempSync(join(process.env['HEARSAY_TEST_FOLDER'] ?? tmpdir(), 'settings-'));
  if (dotEnv !== undefined) writeFileSync(join(folder, '.env'), dotEnv);
  return folder;
};

const faultOf = (environment: Record<string, string>): Fault => {
  try {
    readSettings(environment, folderWith());
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('the settings were accepted');
};

describe('the settings', () => {
  it('have a value for everything that is not set', () => {
    expect(readSettings({}, folderWith())).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: 'sqlite:data/hearsay.sqlite',
      publicRead: true,
      publicUrl: null,
      corsOrigins: [],
      trustedProxies: [],
      anonymousRequestsPerMinute: 60,
      requestsPerMinute: 600,
      ingestionsPerMinute: 30,
      wrongKeysPerMinute: 30,
      streams: 200,
      streamsEach: 5,
      metricsBind: null,
      refreshIntervalMs: 3_600_000,
      learningThreadFrom: 20_000,
      smtpUrl: null,
      digestTo: [],
      digestFrom: null,
      digestAt: '07:00',
      outboundAllow: [],
      outboundPorts: [80, 443, 8080, 8443],
      outboundContact: null,
      logLevel: 'info',
      clockHeldAt: null,
      isDemo: false,
    });
  });

  it.each<[string, string, keyof Settings, unknown]>([
    ['PORT', '8080', 'port', 8080],
    ['PORT', '0', 'port', 0],
    ['PORT', ' 8080 ', 'port', 8080],
    ['PORT', '', 'port', 3000],
    ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
    ['DATABASE_URL', 'postgres://me@db/hearsay', 'databaseUrl', 'postgres://me@db/hearsay'],
    ['PUBLIC_READ', 'false', 'publicRead', false],
    ['PUBLIC_READ', 'FALSE', 'publicRead', false],
    ['PUBLIC_READ', '0', 'publicRead', false],
    ['PUBLIC_READ', 'no', 'publicRead', false],
    ['PUBLIC_READ', 'true', 'publicRead', true],
    ['REFRESH_INTERVAL', 'PT15M', 'refreshIntervalMs', 900_000],
    ['REFRESH_INTERVAL', 'P1DT12H', 'refreshIntervalMs', 129_600_000],
    ['LEARNING_THREAD_FROM', '0', 'learningThreadFrom', 0],
    ['OUTBOUND_ALLOW', 'intranet.example:8000, [::1]:80', 'outboundAllow', ['intranet.example:8000', '[::1]:80']],
    ['OUTBOUND_PORTS', '80, 8000', 'outboundPorts', [80, 8000]],
    ['LOG_LEVEL', 'Debug', 'logLevel', 'debug'],
    ['HEARSAY_CLOCK', '2022-06-30T12:00:00+02:00', 'clockHeldAt', Date.UTC(2022, 5, 30, 10)],
    ['HEARSAY_DEMO', 'true', 'isDemo', true],
    ['PUBLIC_URL', 'https://rumors.example', 'publicUrl', 'https://rumors.example'],
    ['PUBLIC_URL', 'http://localhost:3000/', 'publicUrl', 'http://localhost:3000'],
    [
      'CORS_ORIGINS',
      'https://a.example, http://b.example:8080',
      'corsOrigins',
      ['https://a.example', 'http://b.example:8080'],
    ],
    ['TRUST_PROXY', '10.0.0.0/8,::1', 'trustedProxies', ['10.0.0.0/8', '::1']],
    ['RATE_LIMIT_ANONYMOUS', '5', 'anonymousRequestsPerMinute', 5],
    ['RATE_LIMIT_KEY', '1000000', 'requestsPerMinute', 1_000_000],
    ['RATE_LIMIT_INGESTION', '1', 'ingestionsPerMinute', 1],
    ['RATE_LIMIT_WRONG_KEYS', '9', 'wrongKeysPerMinute', 9],
    ['METRICS_BIND', '127.0.0.1:9464', 'metricsBind', '127.0.0.1:9464'],
    ['SMTP_URL', 'smtp://me:secret@mail.example:587', 'smtpUrl', 'smtp://me:secret@mail.example:587'],
    ['DIGEST_TO', 'desk@a.example, chief@b.example', 'digestTo', ['desk@a.example', 'chief@b.example']],
    ['DIGEST_AT', '23:59', 'digestAt', '23:59'],
    ['METRICS_BIND', '[::1]:9464', 'metricsBind', '[::1]:9464'],
  ])('read %s=%s', (variable, text, setting, value) => {
    expect(readSettings({ [variable]: text }, folderWith())[setting]).toEqual(value);
  });

  it.each([
    ['PORT', '3000.5'],
    ['PORT', '1e3'],
    ['PORT', '0x10'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['DATABASE_URL', 'mysql://db/hearsay'],
    ['DATABASE_URL', 'sqlite::memory:'],
    ['DATABASE_URL', 'sqlite:'],
    ['PUBLIC_READ', 'maybe'],
    ['PUBLIC_URL', 'rumors.example'],
    ['PUBLIC_URL', 'https://rumors.example/hearsay'],
    ['PUBLIC_URL', 'https://user:secret@rumors.example'],
    ['PUBLIC_URL', 'ftp://rumors.example'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://a.example,'],
    ['CORS_ORIGINS', 'null'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '0.0.0.0/-1'],
    ['TRUST_PROXY', 'proxy.example'],
    ['RATE_LIMIT_ANONYMOUS', '0'],
    ['RATE_LIMIT_KEY', '1e3'],
    ['RATE_LIMIT_INGESTION', '-1'],
    ['METRICS_BIND', '9464'],
    ['SMTP_URL', 'http://mail.example'],
    ['SMTP_URL', 'smtp://mail.example/?proxy=http://inside'],
    ['DIGEST_TO', 'desk@a.example, chief'],
    ['DIGEST_FROM', 'The desk'],
    ['DIGEST_AT', '24:00'],
    ['METRICS_BIND', '127.0.0.1:99999'],
    ['REFRESH_INTERVAL', '60'],
    ['LEARNING_THREAD_FROM', 'never'],
    ['REFRESH_INTERVAL', 'PT59S'],
    ['REFRESH_INTERVAL', 'P1M'],
    ['LOG_LEVEL', 'loud'],
    ['HEARSAY_CLOCK', '2026-02-30T00:00:00Z'],
    ['HEARSAY_CLOCK', 'yesterday'],
  ])('refuse %s=%s', (variable, text) => {
    expect(faultOf({ [variable]: text })).toMatchObject({
      kind: 'invalid',
      code: 'invalid-settings',
      errors: [{ parameter: variable }],
    });
  });

  it('name every fault at once, and no value', () => {
    const fault = faultOf({ PORT: 'ten', PUBLIC_READ: 'maybe', DATABASE_URL: 'mysql://me:secret@db/x' });
    expect(fault.errors.map(({ parameter }) => parameter).sort()).toEqual(['DATABASE_URL', 'PORT', 'PUBLIC_READ']);
    expect(fault.message).toContain('PORT must be a whole number');
    expect(fault.message).not.toContain('secret');
  });

  it('are read from the file .env too, but the environment wins', () => {
    const folder = folderWith('PORT=4000\nHOST="::1" # here\nLOG_LEVEL=warn\nSOMETHING=else\n');
    const settings = readSettings({ PORT: '5000', LOG_LEVEL: '' }, folder);
    expect([settings.port, settings.host, settings.logLevel]).toEqual([5000, '::1', 'warn']);
  });
});

describe('the place of a database', () => {
  it.each([
    ['sqlite:data/x.sqlite', '/here/data/x.sqlite'],
    ['sqlite3:x.db', '/here/x.db'],
    ['SQLite:./a b.db', '/here/a b.db'],
    ['sqlite:/var/x.sqlite', '/var/x.sqlite'],
    ['sqlite:///var/x.sqlite', '/var/x.sqlite'],
    ['sqlite://data/x.sqlite', '/here/data/x.sqlite'],
  ])('%s is the file %s', (url, file) => {
    expect(placeOf(url, '/here')).toEqual({ dialect: 'sqlite', file });
  });

  it.each(['postgres://me:pass@db:5432/hearsay?sslmode=require', 'postgresql:///hearsay'])(
    '%s is an address',
    (url) => {
      expect(placeOf(url)).toEqual({ dialect: 'postgres', url });
    },
  );

  it.each([
    '',
    'x.sqlite',
    'sqlite:',
    'sqlite::memory:',
    'sqlite:x?mode=ro',
    'sqlite:a\0b',
    'mysql://db/x',
    'postgres:',
  ])('%j is none', (url) => {
    expect(placeOf(url)).toBeNull();
  });
});
