import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startServer, type Server } from './support/server.js';

describe('the server on a socket', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer('sqlite');
    await server.app.listen(0, '127.0.0.1');
  });
  afterAll(() => server.close());

  /** Everything that comes back for some bytes, until the server hangs up. */
  const answerTo = async (bytes: string): Promise<string> => {
    const { port } = server.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(bytes);
    return text(socket);
  };
  const request = (path: string, header = 'X-Nothing: 1') =>
    answerTo(`GET ${path} HTTP/1.1\r\nHost: hearsay.test\r\nConnection: close\r\n${header}\r\n\r\n`);

  it.each<[string, () => Promise<string>, number, string]>([
    ['bytes that are no request', () => answerTo('GARBAGE\r\n\r\n'), 400, 'malformed-request'],
    ['headers without an end', () => request('/v1/me', `X-Long: ${'a'.repeat(20_000)}`), 431, 'headers-too-large'],
    ['an address that is no UTF-8', () => request('/v1/devices/%ff'), 400, 'malformed-request'],
    ['an address with NUL', () => request('/v1/devices/%00'), 404, 'unknown-device'],
    ['a long parameter', () => request(`/v1/devices/${'a'.repeat(300)}`), 414, 'too-long'],
    ['another spelling of a shut address', () => request('//v1/keys'), 404, 'unknown-path'],
    ['a shut address in capitals', () => request('/V1/KEYS'), 404, 'unknown-path'],
    ['a shut address, percent-encoded', () => request('/v1/%6beys'), 401, 'key-required'],
  ])('answers %s with a problem', async (_name, ask, status, code) => {
    const answer = await ask();
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/^content-type: application\/problem\+json/im);
    expect(answer).toMatch(/^x-request-id: req_/im);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ status, code });
  });

  it('waits for nobody for ever', () => {
    const { requestTimeout, headersTimeout, maxConnections } = server.app.getHttpServer();
    expect({ requestTimeout, headersTimeout, maxConnections }).toEqual({
      requestTimeout: 10_000,
      headersTimeout: 5_000,
      maxConnections: 1_000,
    });
  });
});
