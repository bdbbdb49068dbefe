import autocannon from 'autocannon';
import { quantile } from './figures.mjs';

/**
 * Asks a server for paths in turn, each connection as soon as its last answer is there. Where there are enough of them,
 * each connection has paths of its own. It ends after so many seconds, or after an amount of answers.
 *
 * @returns answers per second, the 50th and 99th percentile of their time in milliseconds, and the server's processor
 *   time per answer in milliseconds
 */
export async function load(server, paths, { connections, seconds, amount, headers = {} }) {
  const times = [];
  let place = 0;
  const own = (connection) =>
    paths.length < connections ? paths : paths.filter((_path, number) => number % connections === connection);
  const before = await server.usage();
  const run = autocannon({
    url: server.address,
    connections,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    sampleInt: 100,
    requests: [{ path: paths[0], headers }],
    setupClient: (client) => client.setRequests(own(place++).map((path) => ({ path, headers }))),
  });
  run.on('response', (_client, _status, _bytes, took) => times.push(took));
  const from = performance.now();
  const { errors, '4xx': refused, '5xx': failed, statusCodeStats } = await run;
  const elapsed = (performance.now() - from) / 1000;
  const { cpuMs } = await server.usage();
  if (errors + refused + failed > 0) {
    throw new Error(`${server.address}${paths[0]} and its like: ${errors} errors, ${JSON.stringify(statusCodeStats)}`);
  }
  return {
    perSecond: times.length / elapsed,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpu: (cpuMs - before.cpuMs) / times.length,
  };
}
