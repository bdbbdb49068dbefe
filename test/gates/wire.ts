import { Agent, request } from 'node:http';

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: string;
  /** The path with its query, as it is spelled. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
}

/** What came back. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** How long it took, in milliseconds. */
  readonly took: number;
}

/** Asks a server over sockets that stay open; whoever waits longer than that (milliseconds) hangs. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(
    private readonly port: number,
    private readonly patience: number,
  ) {}

  send({ method, url, headers, body }: Sent): Promise<Received> {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const place = { host: '127.0.0.1', port: this.port, agent: this.agent };
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asked = request({ ...place, method, path: url, headers: { ...headers, ...length } }, (answer) => {
        const chunks: Buffer[] = [];
        const isStream = answer.headers['content-type']?.startsWith('text/event-stream') === true;
        const end = (): void => {
          const [status, text] = [answer.statusCode ?? 0, Buffer.concat(chunks).toString()];
          resolve({ status, headers: answer.headers, text, took: performance.now() - began });
          if (isStream) asked.destroy(); // it has no end
        };
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (isStream) end();
        });
        answer.on('error', reject);
        answer.on('end', end);
      });
      asked.setTimeout(this.patience, () => asked.destroy(new Error('no answer in time')));
      asked.on('error', reject);
      asked.end(body ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
