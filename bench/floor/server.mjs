/** The floor of reading: node:http and prepared statements of better-sqlite3, with nothing between them. */
import { createServer } from 'node:http';
import { openQueries } from './queries.mjs';

const queries = openQueries(process.argv[2]);

const server = createServer((request, response) => {
  const end = request.url.indexOf('?');
  const [name, query] = end < 0 ? [request.url.slice(1), ''] : [request.url.slice(1, end), request.url.slice(end + 1)];
  const answer = queries[name];
  if (!answer) return response.writeHead(404).end();
  const body = JSON.stringify(answer(Object.fromEntries(new URLSearchParams(query))));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log(`The floor is at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
