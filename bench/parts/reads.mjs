import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { compared } from '../figures.mjs';
import { fillHistory } from '../generator/history.mjs';
import { addressesOf } from '../generator/addresses.mjs';
import { load } from '../load.mjs';
import { Server } from '../server.mjs';
import { newStore } from './refresh.mjs';

const CONNECTIONS = 16;
/** How many addresses a round asks for; each of them once, so that no answer comes from what is kept. */
const ASKED = 4000;
const CHECKED = 20;
/** So many addresses are asked for again and again, as by people who look at the same pages. */
const REPEATED = 50;

const idsOf = ({ data }) => data.map(({ id }) => id).join(' ');

/** The order of what is found is a matter of taste: the program also looks at how old things are. */
const foundOf = ({ data }) =>
  data
    .map(({ id }) => id)
    .toSorted()
    .join(' ');

/** What must be equal in the answers of both servers, for each kind of read. */
const SAME = {
  list: { ofProgram: idsOf, ofFloor: idsOf },
  detail: { ofProgram: ({ id, rumors }) => `${id} ${rumors}`, ofFloor: ({ id, rumors }) => `${id} ${rumors.length}` },
  history: { ofProgram: ({ data }) => data.length, ofFloor: ({ data }) => data.length },
  asof: { ofProgram: idsOf, ofFloor: idsOf },
  find: { ofProgram: idsOf, ofFloor: idsOf },
  search: { ofProgram: foundOf, ofFloor: foundOf },
  rumor: { ofProgram: ({ id }) => id, ofFloor: ({ id }) => id },
  explanation: { ofProgram: ({ rumor_id: id }) => id, ofFloor: ({ rumor_id: id }) => id },
};

/** @throws Error where the two do not answer the same rows */
async function assertSame({ program, floor }, name, pairs) {
  const { ofProgram, ofFloor } = SAME[name];
  for (const [address, bare] of pairs.slice(0, CHECKED)) {
    const [have, want] = [ofProgram(await program.get(address)), ofFloor(await floor.get(bare))];
    if (want !== have) throw new Error(`${name}: ${address} is "${have}" of the program and "${want}" of the floor`);
  }
}

/** Waits until what is found by text is whole. */
async function searchable(file) {
  const database = new Sqlite(file, { readonly: true });
  const state = database.prepare('select built_up_to as place from search_states');
  while (state.get()?.place !== null) await pause(200);
  database.close();
}

/** One kind of read: the floor, the program asked anew, again, and by who has the answer; in turn, the first round thrown away. */
async function measured(servers, next, { rounds, seconds, warm }) {
  const found = { floor: [], anew: [], again: [], known: [] };
  const few = next(REPEATED).map(([address]) => address);
  const response = await fetch(servers.program.address + few[0]);
  const known = { 'if-none-match': response.headers.get('etag') };
  for (let round = -1; round < rounds; round += 1) {
    const pairs = next(ASKED);
    const options = { connections: CONNECTIONS, ...(round < 0 ? { amount: warm } : { seconds }) };
    const runs = [
      [
        'floor',
        () =>
          load(
            servers.floor,
            pairs.map(([, bare]) => bare),
            options,
          ),
      ],
      [
        'anew',
        () =>
          load(
            servers.program,
            pairs.map(([address]) => address),
            options,
          ),
      ],
      ['again', () => load(servers.program, few, options)],
      ['known', () => load(servers.program, few.slice(0, 1), { ...options, headers: known })],
    ];
    for (const [name, run] of round % 2 === 0 ? runs : runs.toReversed()) {
      const result = await run();
      if (round >= 0) found[name].push(result);
    }
  }
  const beside = (name) =>
    Object.fromEntries(
      ['cpu', 'perSecond', 'p50', 'p99'].map((figure) => [
        figure,
        compared(...[name, 'floor'].map((which) => found[which].map((row) => row[figure]))),
      ]),
    );
  return { anew: beside('anew'), again: beside('again'), known: beside('known') };
}

/** How long the answers of both are on average, in bytes. */
async function lengths({ program, floor }, pairs) {
  const sizes = async (server, paths) => {
    const bodies = await Promise.all(paths.map(async (path) => (await fetch(server.address + path)).arrayBuffer()));
    return Math.round(bodies.reduce((sum, body) => sum + body.byteLength, 0) / bodies.length);
  };
  return {
    program: await sizes(
      program,
      pairs.map(([address]) => address),
    ),
    floor: await sizes(
      floor,
      pairs.map(([, bare]) => bare),
    ),
  };
}

/**
 * Reading over HTTP, beside a bare server on the same database: a store of its own, in which everything was weighed for
 * a year.
 */
export async function reads({ program, folder, size }) {
  const file = join(folder, 'reads.sqlite');
  const now = Date.now();
  await newStore(program, file, size.evidence, now);
  fillHistory(file, await program.load('platform/ids'), now);
  const servers = { program: await program.serve(file), floor: await Server.floor(file, folder) };
  const results = [];
  try {
    await searchable(file);
    for (const [name, next] of Object.entries(addressesOf(file))) {
      await assertSame(servers, name, next(CHECKED));
      const bytes = await lengths(servers, next(CHECKED));
      results.push({ name, bytes, ...(await measured(servers, next, size)) });
    }
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
  return results;
}
