import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { compared } from '../figures.mjs';
import { spelt } from '../generator/addresses.mjs';
import { fillHistory } from '../generator/history.mjs';
import { newStore } from './refresh.mjs';

/** How often each page is asked for in a round; the first round is thrown away. */
const ASKED = 10;
/** So many rumors of a device are read one by one, as its page does with all of them. */
const MOST_LISTED = 100;

/** The steps of each last explanation with all that a page shows of them: those of the store are only counted. */
function fillSteps(file) {
  const database = new Sqlite(file);
  const rows = database.prepare(`select x.assessment_id, x.contributions from explanations x
    join rumors m on m.assessment_id = x.assessment_id`);
  const told = database.prepare(
    `select e.report_id, e.certainty, p.origin_id from evidence e join reports p on p.id = e.report_id where e.id = ?`,
  );
  const write = database.prepare('update explanations set contributions = ? where assessment_id = ?');
  database.transaction(() => {
    for (const { assessment_id: id, contributions } of rows.all()) {
      const steps = JSON.parse(contributions).map((step) => stepOf(step, told.get(step.evidenceId)));
      write.run(JSON.stringify([{ kind: 'base_rate', rate: 0.45, n: 0, logOdds: -0.2 }, ...steps]), id);
    }
  })();
  database.close();
}

const stepOf = (step, { report_id: reportId, certainty, origin_id: originId }) => ({
  ...{ ...step, reportId, originId, certainty, scale: 1, statementId: null, verified: false, taught: null },
  ...{ certaintyWeight: 0.7, ageDays: 12, ageWeight: 0.8, independence: 1, repeats: [], accuracy: 0.75 },
});

/** The pages with the addresses at which a program would read the same data; each call spells them in another way. */
function screensOf(file) {
  const database = new Sqlite(file, { readonly: true });
  const all = (text) => database.prepare(text).pluck().all();
  const devices = all('select slug from devices order by id limit 200');
  const sources = all('select slug from sources order by id limit 40');
  const rumors = all('select id from rumors order by id limit 400');
  const ofDevice = database.prepare(
    'select m.id from rumors m join devices d on d.id = m.device_id where d.slug = ? order by m.id limit ?',
  );
  const owned = new Map(devices.map((slug) => [slug, ofDevice.pluck().all(slug, MOST_LISTED)]));
  database.close();
  let number = 0;
  const quarter = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
  const limit = (count) => `limit=${spelt(String(count), number)}`;
  const rumor = (id) => [`/v1/rumors/${spelt(id, number)}/explanation`, `/v1/rumors/${spelt(id, number)}/history`];
  const screens = {
    board: () => {
      const least = `min_confidence=0.0000${number}`; // lets everything through, and was not asked for before
      const courses = devices.map((slug) => `/v1/rumors/${spelt(owned.get(slug)[0], number)}/history?from=${quarter}`);
      return ['/', [`/v1/devices?limit=100&${least}`, `/v1/rumors?limit=100&${least}`, ...courses]];
    },
    device: (place) => {
      const slug = devices[place % devices.length];
      const name = spelt(slug, number);
      const own = [`/v1/devices/${name}`, `/v1/devices/${name}/launch-window?dots=50`, `/v1/statements?device=${name}`];
      const rest = [`/v1/rumors?device=${name}&limit=100`, `/v1/evidence?device=${name}&limit=100`];
      return [`/devices/${slug}`, [...own, ...rest, ...owned.get(slug).flatMap(rumor)]];
    },
    rumor: (place) => {
      const id = rumors[place % rumors.length];
      const name = spelt(id, number);
      const rest = [`/v1/evidence?rumor=${name}&limit=100`, `/v1/statements?rumor=${name}`];
      return [`/rumors/${id}`, [`/v1/rumors/${name}`, ...rest, ...rumor(id)]];
    },
    sources: () => [
      '/sources',
      [`/v1/leaderboard?${limit(100)}`, `/v1/sources?${limit(100)}`, `/v1/calibration?horizon=${spelt('any', number)}`],
    ],
    source: (place) => {
      const slug = sources[place % sources.length];
      const name = spelt(slug, number);
      const own = [`/v1/sources/${name}`, `/v1/sources/${name}/calibration`];
      return [`/sources/${slug}`, [...own, `/v1/reports?source=${name}&limit=100`]];
    },
    calibration: () => ['/calibration', [`/v1/calibration?horizon=${spelt('any', number)}`]],
    timeline: () => {
      const windows = devices.slice(0, 100).map((slug) => `/v1/devices/${spelt(slug, number)}/launch-window?dots=50`);
      return ['/timeline', [`/v1/devices?launch_from=2020-01-01&${limit(100)}`, ...windows]];
    },
    activity: () => ['/activity', [`/v1/events?limit=100&after=${number}`]],
  };
  return Object.entries(screens).map(([name, make]) => ({ name, next: () => make(number++) }));
}

/** The bodies at some addresses, one after the other, and the processor time of the server for all of them (ms). */
async function asked(server, paths, headers) {
  const before = await server.usage();
  const bodies = [];
  for (const path of paths) {
    const response = await fetch(server.address + path, { headers });
    const body = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body.toString().slice(0, 300)}`);
    bodies.push(body);
  }
  return { bodies, cpu: (await server.usage()).cpuMs - before.cpuMs };
}

async function measured(server, next, rounds) {
  const found = { page: [], json: [] };
  let bytes = { raw: 0, gzip: 0, json: 0 };
  for (let round = -1; round < rounds; round += 1) {
    const cpu = { page: 0, json: 0 };
    for (let each = 0; each < ASKED; each += 1) {
      const [path, data] = next();
      const json = await asked(server, data, {});
      const page = await asked(server, [path], { accept: 'text/html' });
      cpu.page += page.cpu / ASKED;
      cpu.json += json.cpu / ASKED;
      const [html] = page.bodies;
      const size = json.bodies.reduce((sum, body) => sum + body.length, 0);
      if (html.length > bytes.raw) bytes = { raw: html.length, gzip: gzipSync(html).length, json: size };
    }
    if (round < 0) continue;
    found.page.push(cpu.page);
    found.json.push(cpu.json);
  }
  return { ...compared(found.page, found.json), bytes };
}

/** Pages beside the JSON of the same data: processor time of the server for each, and how long the longest is. */
export async function pages({ program, folder, size }) {
  const file = join(folder, 'pages.sqlite');
  const now = Date.now();
  await newStore(program, file, size.evidence, now);
  fillHistory(file, await program.load('platform/ids'), now);
  fillSteps(file);
  const server = await program.serve(file);
  try {
    const results = [];
    for (const { name, next } of screensOf(file)) {
      results.push({ name, ...(await measured(server, next, size.rounds)) });
    }
    return results;
  } finally {
    await server.stop();
  }
}
