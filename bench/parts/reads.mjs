import Sqlite from 'better-sqlite3';
import { compared } from '../figures.mjs';
import { Chance } from '../generator/random.mjs';
import { load } from '../load.mjs';
import { Server } from '../server.mjs';

const PATHS = 200;
const CHECKED = 20;

const idsOf = ({ data }) => data.map(({ id }) => id).join(' ');
const reportsOf = (steps, key) => steps.filter(({ kind }) => kind === 'report').map((step) => step[key]);

/** What is asked for, and what must be equal in the answers of both servers. */
const READS = {
  'list of rumors': { pathsOf: () => ['/v1/rumors?limit=50'], ofProgram: idsOf, ofFloor: idsOf },
  'list of devices': { pathsOf: () => ['/v1/devices'], ofProgram: idsOf, ofFloor: idsOf },
  'one rumor': {
    pathsOf: ({ rumors }) => rumors.map((id) => `/v1/rumors/${id}`),
    ofProgram: ({ id, evidence }) => `${id} ${evidence.reports}`,
    ofFloor: ({ id, report_count: reports }) => `${id} ${reports}`,
  },
  'its explanation': {
    pathsOf: ({ rumors }) => rumors.map((id) => `/v1/rumors/${id}/explanation`),
    ofProgram: ({ steps, discarded }) => `${reportsOf(steps, 'evidence_id')} ${discarded.length}`,
    ofFloor: ({ steps, discarded }) => `${reportsOf(steps, 'evidenceId')} ${discarded.length}`,
  },
  'one device': {
    pathsOf: ({ devices }) => devices.map((slug) => `/v1/devices/${slug}`),
    ofProgram: ({ id, questions }) => `${id} ${questions.reduce((sum, { answers }) => sum + answers, 0)}`,
    ofFloor: ({ id, rumors }) => `${id} ${rumors.length}`,
  },
};

/** Some rumors and devices of a store, by chance. */
function chosen(file) {
  const database = new Sqlite(file, { readonly: true });
  const chance = new Chance(11);
  const some = (text) => {
    const all = database.prepare(text).pluck().all();
    return Array.from({ length: PATHS }, () => chance.pick(all));
  };
  const found = {
    rumors: some('select id from rumors where assessment_id is not null order by id'),
    devices: some('select slug from devices order by id'),
  };
  database.close();
  return found;
}

/** @throws Error where the two do not answer the same rows */
async function assertSame({ program, floor }, name, { ofProgram, ofFloor }, paths) {
  for (const path of paths.slice(0, CHECKED)) {
    const [want, have] = [ofProgram(await program.get(path)), ofFloor(await floor.get(path))];
    if (want !== have) throw new Error(`${name}: ${path} is "${want}" of the program and "${have}" of the floor`);
  }
}

/** One kind of read at a number of connections: the program and the floor in turn, the first round thrown away. */
async function measured(servers, paths, connections, { rounds, seconds }) {
  const found = { program: [], floor: [] };
  for (let round = -1; round < rounds; round += 1) {
    const order = round % 2 === 0 ? ['program', 'floor'] : ['floor', 'program'];
    for (const name of order) {
      const result = await load(servers[name], paths, { connections, seconds: round < 0 ? seconds / 3 : seconds });
      if (round >= 0) found[name].push(result);
    }
  }
  const each = (figure) => compared(...['program', 'floor'].map((name) => found[name].map((row) => row[figure])));
  return { perSecond: each('perSecond'), p50: each('p50'), p99: each('p99'), cpu: each('cpu') };
}

/** Reading over HTTP, beside a bare server on the same database. */
export async function reads({ program, folder, size }, file) {
  const ids = chosen(file);
  const servers = { program: await program.serve(file), floor: await Server.floor(file, folder) };
  const results = [];
  try {
    for (const [name, read] of Object.entries(READS)) {
      const paths = read.pathsOf(ids);
      await assertSame(servers, name, read, paths);
      for (const connections of [1, 16]) {
        results.push({ name, connections, ...(await measured(servers, paths, connections, size)) });
      }
    }
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
  return results;
}
