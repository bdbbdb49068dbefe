import { Log } from './log.js';
import { settingsOf, type LogLevel } from './settings.js';

function logged(logLevel: LogLevel, speak: (log: Log) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  speak(new Log(settingsOf({ logLevel }), { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('writes a line of JSON for what was said, by whom', () => {
    expect(logged('info', (log) => log.log('started', 'Server'))).toMatchObject([
      { msg: 'started', context: 'Server' },
    ]);
  });

  it('tells no more than was asked for, and what the framework does only for debugging', () => {
    const speak = (log: Log) => {
      log.debug('small');
      log.log('AppModule dependencies initialized', 'InstanceLoader');
      log.warn('large');
    };
    expect(logged('info', speak).map(({ msg }) => msg)).toEqual(['large']);
    expect(logged('debug', speak)).toHaveLength(3);
    expect(logged('silent', speak)).toEqual([]);
  });

  it('keeps an error with its stack', () => {
    const [line] = logged('info', (log) => log.error(new RangeError('too far'), 'Refresh'));
    expect(line).toMatchObject({ context: 'Refresh', err: { type: 'RangeError', message: 'too far' } });
  });

  it('writes no key', () => {
    const secret = 'canary';
    const spoken = { authorization: secret, req: { headers: { authorization: secret, cookie: secret } }, key: secret };
    const lines = logged('info', (log) => {
      log.log(spoken);
      log.pino.warn(spoken, 'refused');
      log.pino.warn({ settings: { databaseUrl: secret, token: secret, password: secret, secret } });
    });
    expect(JSON.stringify(lines)).not.toContain(secret);
    expect(lines).toHaveLength(3);
  });
});
