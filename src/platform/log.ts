import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, destination, type DestinationStream, type Logger } from 'pino';
import { Settings } from './settings.js';

/** Never written, wherever they stand: what opens a door. */
const SECRETS = ['authorization', 'cookie', 'password', 'secret', 'token', 'key', 'databaseUrl'];
const REDACTED = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*["set-${name}"]`]);

/** Parts of the framework that tell at every start what they did; that is for debugging. */
const FRAMEWORK = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** The log: one JSON object a line on the error stream, so that the output stays data. */
@Injectable()
export class Log implements LoggerService {
  /** The logger beneath, for the server's own lines. */
  readonly pino: Logger;

  constructor({ logLevel }: Settings, stream: DestinationStream = destination({ fd: 2, sync: true })) {
    this.pino = pino({ level: logLevel, redact: { paths: REDACTED, censor: '[redacted]' } }, stream);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(FRAMEWORK.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Nest passes the words first, then perhaps a stack or more, and last who speaks. */
  private write(level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace', message: unknown, rest: unknown[]) {
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const more = rest.slice(0, context === undefined ? undefined : -1);
    const said = message instanceof Error ? { err: message } : typeof message === 'object' ? message : { msg: message };
    this.pino[level]({ context, ...said, ...(more.length > 0 && { more }) });
  }
}
