import { Database } from '../../src/platform/database/database.js';
import type { Answer, Server } from './server.js';

/** Something that a source says about a device; it supports the claim and is reported, unless told otherwise. */
export interface Said {
  readonly subject: string;
  readonly value: string;
  readonly source: string;
  readonly stance?: 'supports' | 'refutes';
}

/** An editor who sorts out which device is which. Everything throws that is not answered as it should be. */
export interface IdentityDesk {
  device(name: string, more?: object): Promise<Answer['body']>;
  /** Opens the rumor where it is new, and cites a report of its own for it. */
  told(device: string, said: Said): Promise<{ rumor: string; evidence: string }>;
  post(url: string, body: object): Promise<Answer['body']>;
  read(url: string): Promise<Answer['body']>;
  resolve(rumor: string, verdict: object): Promise<void>;
  /** Does something to a device, whatever is answered; without a tag, to whatever is there. */
  act(device: string, verb: string, body: object, tag?: string): Promise<Answer>;
  merge(device: string, into: string): Promise<Answer['body']>;
  supersede(device: string, body: object): Promise<Answer['body']>;
  split(device: string, body: object): Promise<Answer['body']>;
  undo(act: string): Promise<Answer['body']>;
  tryUndo(act: string, role?: 'editor' | 'admin'): Promise<Answer>;
  /** What was told of a kind of event, oldest first. */
  events(type: string): Promise<object[]>;
}

let reports = 0;

/** Puts an editor to work at a server. */
export function identityDesk(server: Server): IdentityDesk {
  const fine = ({ status, body }: Answer): Answer['body'] => {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  const post: IdentityDesk['post'] = async (url, body) =>
    fine(await server.call('POST', url, { role: 'editor', body }));
  const act: IdentityDesk['act'] = (device, verb, body, tag = '*') =>
    server.call('POST', `/v1/devices/${device}/${verb}`, { role: 'editor', body, headers: { 'if-match': tag } });
  const tryUndo: IdentityDesk['tryUndo'] = (id, role = 'editor') =>
    server.call('POST', `/v1/identity-acts/${id}/undo`, { role, body: { reason: 'they are two after all' } });
  return {
    device: (name, more = {}) => post('/v1/devices', { name, company: name.split(' ')[0], ...more }),
    told: async (device, { source, stance = 'supports', ...claim }) => {
      const sources = await server.call('POST', '/v1/sources', {
        role: 'editor',
        body: { name: source, kind: 'outlet' },
      });
      if (![201, 409].includes(sources.status)) fine(sources);
      const opened = await server.call('POST', '/v1/rumors', { role: 'editor', body: { device, ...claim } });
      const known = /rum_[0-9A-Z]{26}/.exec(JSON.stringify(opened.body))?.[0] ?? '';
      const rumor = (opened.status === 201 ? opened.body.id : known) as string;
      const number = (reports += 1);
      const report = { source, title: `Story ${number}`, url: `https://${source}.example/story-${number}` };
      const day = new Date(server.clock.now() - 86_400_000).toISOString();
      const link = { rumor, ...report, published_at: day, stance, certainty: 'reported' };
      return { rumor, evidence: (await post('/v1/evidence', link)).id as string };
    },
    post,
    read: async (url) => fine(await server.call('GET', url)),
    resolve: async (rumor, verdict) => {
      const body = { happened_on: new Date(server.clock.now()).toISOString().slice(0, 10), ...verdict };
      fine(
        await server.call('PUT', `/v1/rumors/${rumor}/resolution`, {
          role: 'editor',
          body,
          headers: { 'if-none-match': '*' },
        }),
      );
    },
    act,
    merge: async (device, into) => fine(await act(device, 'merge', { into })),
    supersede: async (device, body) => fine(await act(device, 'supersede', body)),
    split: async (device, body) => fine(await act(device, 'split', body)),
    undo: async (id) => fine(await tryUndo(id, 'admin')),
    tryUndo,
    events: async (type) => {
      const rows = await server
        .get(Database)
        .read<{ data: string }>('select data from events where type = ? order by sequence', [type]);
      return rows.map(({ data }) => JSON.parse(data) as object);
    },
  };
}
