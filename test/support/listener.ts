import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from './server.js';

/** A block of a stream as it came. */
export interface Block {
  readonly id: number | null;
  readonly event: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test names the members it expects
  readonly data: any;
}

/** How often something is looked for, every 5 ms. */
const LOOKS = 3000;

/** Reads a stream of events over a real connection, as `EventSource` would, and remembers where it was. */
export class Listener {
  readonly blocks: Block[] = [];
  readonly comments: string[] = [];
  status = 0;
  headers: IncomingMessage['headers'] = {};
  /** The problem, where there is no stream. */
  refusal = '';
  hasEnded = false;
  /** The last id that was received: where it goes on from. */
  place: number | null = null;
  private answer: IncomingMessage | null = null;
  private rest = '';

  constructor(
    private readonly server: Server,
    private readonly path = '/v1/stream',
    private readonly fields: Readonly<Record<string, string>> = {},
  ) {}

  /** Connects, from where it was; resolves when the answer begins. */
  async open(): Promise<this> {
    const { port } = this.server.app.getHttpServer().address() as AddressInfo;
    const known = this.place === null ? {} : { 'Last-Event-ID': String(this.place) };
    const headers = { ...known, ...this.fields };
    const asked = request({ host: '127.0.0.1', port, path: this.path, headers, agent: false });
    this.rest = '';
    this.hasEnded = false;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      asked.on('response', resolve).on('error', reject).end();
    });
    this.answer = answer;
    this.status = answer.statusCode ?? 0;
    this.headers = answer.headers;
    answer.setEncoding('utf8').on('data', (text: string) => this.take(text));
    answer.on('error', () => undefined).on('close', () => (this.hasEnded = true));
    return this;
  }

  /** Stops reading, but stays. */
  stall(): void {
    this.answer?.pause();
  }

  /** Is gone from one moment to the next. */
  break(): void {
    this.answer?.removeAllListeners('data').destroy();
  }

  /** Waits until something is so; says what came instead where that does not come to pass. */
  async until(isSo: (listener: this) => boolean): Promise<void> {
    for (let looks = 0; !isSo(this); looks += 1) {
      if (looks > LOOKS) throw new Error(`in vain: ${JSON.stringify(this.blocks.slice(-3))} ${this.refusal}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** The events that came, without resets. */
  get events(): Block[] {
    return this.blocks.filter(({ event }) => event !== null && event !== 'stream.reset');
  }

  private take(text: string): void {
    if (this.status !== 200) this.refusal += text;
    const parts = `${this.rest}${text}`.split('\n\n');
    this.rest = parts.pop() ?? '';
    for (const part of parts) this.read(part.split('\n'));
  }

  private read(lines: readonly string[]): void {
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
    const [id, data] = [field('id'), field('data')];
    if (id !== null) this.place = Number(id);
    this.comments.push(...lines.filter((line) => line.startsWith(':')));
    const block = { id: id === null ? null : Number(id), event: field('event') };
    this.blocks.push({ ...block, data: data === null ? null : JSON.parse(data) });
  }
}
