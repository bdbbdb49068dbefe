import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { HostNames } from '../../src/platform/outbound/host-names.js';
import { Outbound } from '../../src/platform/outbound/outbound.service.js';
import { Fault } from '../../src/platform/fault.js';

const ZEROS = Buffer.alloc(20_000_000);
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';

const whole =
  (body: Buffer, headers = '') =>
  (socket: Socket) =>
    void socket.end(Buffer.concat([Buffer.from(`${HEAD}${headers}Content-Length: ${body.length}\r\n\r\n`), body]));
const encoded = (encoding: string, body: Buffer) => whole(body, `Content-Encoding: ${encoding}\r\n`);

/** Sends a piece again and again, until nobody listens. */
const drip = (head: string, piece: Buffer | string, everyMs: number) => (socket: Socket) => {
  socket.write(head);
  const timer = setInterval(() => socket.write(piece), everyMs);
  socket.on('close', () => clearInterval(timer));
};

/** What is sent, and what becomes of it. */
const TRANSFERS: readonly (readonly [name: string, send: (socket: Socket) => void, code: string])[] = [
  ['gzip, a thousand to one', encoded('gzip', gzipSync(ZEROS)), 'page-too-large'],
  ['brotli, a million to one', encoded('br', brotliCompressSync(ZEROS)), 'page-too-large'],
  ['deflate, a thousand to one', encoded('deflate', deflateSync(ZEROS)), 'page-too-large'],
  ['gzip of gzip', encoded('gzip, gzip', gzipSync(gzipSync(ZEROS))), 'unreachable-url'],
  ['fifty encodings', encoded(Array<string>(50).fill('gzip').join(', '), Buffer.from('a')), 'unreachable-url'],
  ['an encoding of no name', encoded('constructor', Buffer.from('a')), 'unreachable-url'],
  ['gzip that is none', encoded('gzip', Buffer.from('plain text')), 'unreachable-url'],
  ['gzip that breaks off', encoded('gzip', gzipSync('a text of some length').subarray(0, 15)), 'unreachable-url'],
  ['twenty megabytes as they are', whole(ZEROS), 'page-too-large'],
  ['a byte now and then', drip(`${HEAD}Content-Length: 5000\r\n\r\n`, 'a', 50), 'unreachable-url'],
  ['no header ever', () => undefined, 'unreachable-url'],
  ['a header now and then', drip(HEAD, 'X-A: b\r\n', 50), 'unreachable-url'],
  ['a body that stops', drip(`${HEAD}Content-Length: 5000\r\n\r\nabc`, '', 60_000), 'unreachable-url'],
  ['less than was said', (socket) => void socket.end(`${HEAD}Content-Length: 5000\r\n\r\nabc`), 'unreachable-url'],
  [
    'a hundred kilobytes of headers',
    (socket) => void socket.end(`${HEAD}${'X-A: 0123456789\r\n'.repeat(6000)}\r\n`),
    'unreachable-url',
  ],
  ['no HTTP', (socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'), 'unreachable-url'],
  ['nothing', (socket) => void socket.destroy(), 'unreachable-url'],
];

describe('what arrives from outside', () => {
  let server: Server;
  let door: Outbound;
  let send: (socket: Socket) => void = () => undefined;
  const sockets = new Set<Socket>();
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('data', () => send(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const exceptions = [`127.0.0.1:${(server.address() as AddressInfo).port}`];
    const limits = { headersMs: 400, bodyMs: 400, totalMs: 500, bodyBytes: 5_000_000 };
    door = new Outbound({ ports: [], exceptions, contact: null }, new HostNames(), limits);
  });

  afterAll(async () => {
    await door.onModuleDestroy();
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it.each(TRANSFERS)('is refused in time: %s', async (_name, act, code) => {
    send = act;
    const fault = await door.ask(address()).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Fault);
    expect((fault as Fault).code).toBe(code);
    send = whole(Buffer.from('still here'));
    expect((await door.ask(address())).body.toString()).toBe('still here');
  });

  it.each([
    ['gzip', gzipSync('a page')],
    ['x-gzip', gzipSync('a page')],
    ['br', brotliCompressSync('a page')],
    ['deflate', deflateSync('a page')],
    ['identity', Buffer.from('a page')],
    ['', Buffer.from('a page')],
  ])('is decoded once: %s', async (encoding, body) => {
    send = encoded(encoding, body);
    expect((await door.ask(address())).body.toString()).toBe('a page');
  });

  it('is left as it is where it does not say how it is encoded', async () => {
    send = whole(gzipSync(ZEROS));
    expect((await door.ask(address())).body.length).toBeLessThan(100_000);
  });

  it('may be nothing at all', async () => {
    send = (socket) => void socket.end('HTTP/1.1 304 Not Modified\r\nETag: "a"\r\nContent-Encoding: gzip\r\n\r\n');
    expect(await door.ask(address())).toMatchObject({ status: 304, headers: { etag: '"a"' } });
  });

  it('is given up when the program ends', async () => {
    const ending = new Outbound({ ports: [], exceptions: [new URL(address()).host], contact: null }, new HostNames());
    send = () => setImmediate(() => void ending.onModuleDestroy());
    await expect(ending.ask(address())).rejects.toBeInstanceOf(Fault);
  });
});
