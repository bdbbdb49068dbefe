/** The floor of telling many: node:http and one Buffer for all, with nothing between them. */
import { createServer } from 'node:http';

const clients = new Set();
let place = 0;

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const frame = Buffer.from(`id: ${++place}\nevent: refresh.started\ndata: ${Buffer.concat(chunks)}\n\n`);
      for (const client of clients) client.write(frame);
      response.writeHead(204).end();
    });
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 3000\n\n');
  clients.add(response);
  response.on('close', () => clients.delete(response));
});
server.listen(0, '127.0.0.1', 4096, () => console.log(`The floor is at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
