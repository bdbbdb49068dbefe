import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine, as a test writes what it answers. */
export interface Loopback {
  readonly port: number;
  /** What it was asked, in order: `GET host/path`. */
  readonly asked: string[];
  readonly requests: IncomingMessage[];
  close(): Promise<void>;
}

/** Starts a server on this machine that answers as it is told. */
export async function loopback(
  answer: RequestListener = (_: IncomingMessage, response: ServerResponse) => void response.end('here'),
): Promise<Loopback> {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host?.replace(/:\d+$/, '')}${request.url}`);
    requests.push(request);
    answer(request, response);
  });
  server.listen(0, '::');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { port: (server.address() as AddressInfo).port, asked, requests, close };
}
