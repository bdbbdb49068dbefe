import type { Answer, Call, Server } from './server.js';

/** An editor at work on the Meridian Fold, of Meridian. */
export interface Editor {
  /** The slug of the device. */
  readonly device: string;
  post(url: string, body: unknown, role?: Call['role']): Promise<Answer>;
  patch(url: string, body: unknown, headers?: Call['headers']): Promise<Answer>;
  /** The body of an answer to everybody. */
  read(url: string): Promise<Answer['body']>;
  /** The id of a rumor about the device, opened here: which partner it has. */
  rumor(partner: string): Promise<string>;
  /** A source that is added here. */
  source(name?: string): Promise<Answer['body']>;
}

/** Puts an editor to work on a device of its own. */
export async function editorAt(server: Server): Promise<Editor> {
  const post: Editor['post'] = (url, body, role = 'editor') => server.call('POST', url, { role, body });
  const device = (await post('/v1/devices', { name: 'Meridian Fold', company: 'Meridian' })).body.slug as string;
  return {
    device,
    post,
    patch: (url, body, headers) => server.call('PATCH', url, { role: 'editor', body, headers }),
    read: async (url) => (await server.call('GET', url)).body,
    rumor: async (value) => (await post('/v1/rumors', { device, subject: 'partner', value })).body.id as string,
    source: async (name = 'The Ledger') => (await post('/v1/sources', { name, kind: 'outlet' })).body,
  };
}

/** What somebody cites for the rumor that the partner is Zeiss. */
export const cited = (rumor: string, change: object = {}) => ({
  rumor,
  source: 'The Ledger',
  title: 'Meridian works with Zeiss',
  url: 'https://ledger.example/2026/09/zeiss',
  published_at: '2026-09-20T08:00:00Z',
  stance: 'supports',
  certainty: 'reported',
  quote: 'Meridian has chosen Zeiss for the Fold.',
  ...change,
});
