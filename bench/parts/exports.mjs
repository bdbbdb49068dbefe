import { join } from 'node:path';
import { spreadOf } from '../figures.mjs';
import { fillHistory } from '../generator/history.mjs';
import { newStore } from './refresh.mjs';

/** Reads an answer to its end; returns its bytes and lines, and the greatest memory of the server meanwhile. */
async function taken(server, path) {
  const from = performance.now();
  const response = await fetch(server.address + path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  let [bytes, lines, peak, looked] = [0, 0, 0, 0];
  for await (const part of response.body) {
    bytes += part.length;
    for (const byte of part) if (byte === 10) lines += 1;
    if (performance.now() - looked > 250) {
      looked = performance.now();
      peak = Math.max(peak, (await server.usage()).memoryMb);
    }
  }
  const seconds = (performance.now() - from) / 1000;
  return { lines, megabytes: bytes / 1e6, perSecond: bytes / 1e6 / seconds, peak };
}

/** Taking whole datasets away: megabytes a second, and the memory of the server beside what it had before. */
export async function exports({ program, folder, size }) {
  const file = join(folder, 'exports.sqlite');
  const now = Date.now();
  await newStore(program, file, size.evidence, now);
  fillHistory(file, await program.load('platform/ids'), now);
  const server = await program.serve(file);
  const found = [];
  try {
    for (const path of ['history.csv', 'history.jsonl', 'rumors.csv', 'evidence.csv', 'evidence.jsonl']) {
      const before = (await server.usage()).memoryMb;
      const runs = [];
      for (let round = 0; round < Math.min(2, size.rounds); round += 1) {
        runs.push(await taken(server, `/v1/exports/${path}`));
      }
      const figure = (name) => spreadOf(runs.map((run) => run[name]));
      found.push({
        path,
        rows: runs[0].lines,
        megabytes: runs[0].megabytes,
        before,
        perSecond: figure('perSecond'),
        peak: figure('peak'),
      });
    }
  } finally {
    await server.stop();
  }
  return found;
}
