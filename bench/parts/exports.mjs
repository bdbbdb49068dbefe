import { join } from 'node:path';
import { spreadOf } from '../figures.mjs';
import { fillHistory } from '../generator/history.mjs';
import { newStore } from './refresh.mjs';

/** Reads an answer to its end, and looks every fifth of a second at the memory that the server uses meanwhile. */
async function taken(server, path) {
  const from = performance.now();
  const response = await fetch(server.address + path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const memory = [];
  let [bytes, lines, looked] = [0, 0, 0];
  for await (const part of response.body) {
    bytes += part.length;
    for (const byte of part) if (byte === 10) lines += 1;
    if (performance.now() - looked > 200) {
      looked = performance.now();
      memory.push((await server.usage()).memoryMb);
    }
  }
  const seconds = (performance.now() - from) / 1000;
  return { lines, megabytes: bytes / 1e6, perSecond: bytes / 1e6 / seconds, memory };
}

/** The greatest of the first quarter and of the last one: flat where they are alike. */
function ends(memory) {
  const quarter = Math.ceil(memory.length / 4);
  return { first: Math.max(...memory.slice(0, quarter)), last: Math.max(...memory.slice(-quarter)) };
}

/** Taking whole datasets away: megabytes a second, and the memory of the server in the first and the last quarter. */
export async function exports({ program, folder, size }) {
  const file = join(folder, 'exports.sqlite');
  const now = Date.now();
  await newStore(program, file, size.evidence, now);
  fillHistory(file, await program.load('platform/ids'), now, size.daily);
  const server = await program.serve(file);
  const found = [];
  try {
    for (const path of ['history.csv', 'history.jsonl', 'rumors.csv', 'evidence.csv', 'evidence.jsonl']) {
      const runs = [];
      for (let round = 0; round < Math.min(2, size.rounds); round += 1) {
        runs.push(await taken(server, `/v1/exports/${path}`));
      }
      const figure = (name) => spreadOf(runs.map((run) => run[name]));
      found.push({
        path,
        rows: runs[0].lines,
        megabytes: runs[0].megabytes,
        perSecond: figure('perSecond'),
        ...ends(runs.at(-1).memory),
      });
    }
  } finally {
    await server.stop();
  }
  return found;
}
