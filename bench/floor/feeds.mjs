/** The outside of the feeds: one server that is a host at each address of 127.0.0.0/8, with a feed that seldom changes. */
import { createServer } from 'node:http';

let edition = 1;

const feed = () =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Edition ${edition}</title><link>/</link></channel></rss>`;

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    edition += 1;
    return void response.writeHead(204).end();
  }
  if (request.url !== '/feed') return void response.writeHead(404).end();
  const etag = `"${edition}"`;
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(feed());
});
server.listen(0, '0.0.0.0', 4096, () => console.log(`The floor is at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
