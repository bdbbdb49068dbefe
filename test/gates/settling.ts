import { handedIn, story } from '../support/stories.js';
import { tellStory } from '../support/told-story.js';
import type { Server } from '../support/server.js';
import { World } from './world.js';

const THINGS: Readonly<Record<string, string>> = { devices: 'dev', companies: 'co', sources: 'src' };

/** What the slugs in the answer of a path are slugs of; undefined where that is not clear. */
export const thingAt = (path: string): string | undefined => THINGS[path.split(/[/?]/)[2] ?? ''];

/** A world with a little of everything in it. */
export async function settledWorld(server: Server): Promise<World> {
  const world = new World();
  for (const { id } of (await server.call('GET', '/v1/keys', { role: 'admin' })).body.data) world.hide(id as string);
  await tellStory(server, async () => {});
  server.clock.hold(Date.parse('2029-06-10T12:00:00Z'));
  await server.call('POST', '/v1/sources', { role: 'editor', body: { name: 'Tessel', kind: 'maker', grade: 'A' } });
  for (const name of ['devices', 'companies', 'sources', 'rumors', 'reports', 'evidence', 'statements']) {
    const { body } = await server.call('GET', `/v1/${name}?limit=100`, { role: 'editor' });
    world.learn(JSON.stringify(body), thingAt(`/v1/${name}`));
  }
  return world;
}

/** Brings in new things in place of those that were merged, removed, resolved or thrown away meanwhile. */
export async function refill(server: Server, world: World, round: number): Promise<void> {
  const post = async (path: string, body: object, role: 'editor' | 'admin' = 'editor') => {
    const answer = await server.call('POST', path, { role, body });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    world.learn(JSON.stringify(answer.body), thingAt(path));
    return answer.body as Record<string, string>;
  };
  const name = `Tessel ${round}`;
  const { id: device } = await post('/v1/devices', { name, company: 'Tessel' });
  const other = await post('/v1/devices', { name: `Tern ${round}`, company: 'Tern' });
  const claims = [
    ['launch.date', '2029-06'],
    ['price', 'USD 499'],
    ['partner', 'Halden'],
  ] as const;
  for (const [subject, value] of claims) {
    await post('/v1/rumors', { device: other['id'], subject, value });
    const rumor = (await post('/v1/rumors', { device, subject, value }))['id'];
    const report = { title: `${name}: ${value}`, url: `https://tessel.example/${round}/${subject}` };
    const cited = { rumor, source: 'tessel', ...report, published_at: '2029-06-10T00:00:00Z', stance: 'supports' };
    await post('/v1/evidence', { ...cited, certainty: 'official' });
  }
  const { text, ...article } = handedIn('oneplus-nikon', { url: `https://a.example/${round}` });
  const handed = { ...article, text: `${text}\n\nIssue ${round}.` };
  const { status, body } = await server.call('POST', '/v1/ingestions', { role: 'editor', body: handed });
  const isOver = body.code === 'no-claims'; // what was sent before may have launched, or removed, what it speaks of
  if (status >= 300 && !isOver) throw new Error(`/v1/ingestions: ${JSON.stringify(body)}`);
  if (!isOver) world.learn(JSON.stringify(body));
  await post('/v1/keys', { name, role: 'reader' }, 'admin');
  await post('/v1/webhooks', { url: `https://receiver.example/${round}` }, 'admin');
  await post('/v1/alerts', { device, when: 'moves', threshold: 0.1, to: 'feed' });
  await post('/v1/subscriptions', { url: `https://tessel.example/feed/${round}`, kind: 'rss' });
  await server.call('POST', '/v1/refresh-jobs', { role: 'editor', body: {} });
  for (const path of ['/v1/resolution-proposals', '/v1/ingestions', '/v1/refresh-jobs', '/v1/review']) {
    world.learn(JSON.stringify((await server.call('GET', path, { role: 'admin' })).body));
  }
}

/** Texts in which something is claimed. */
export const ARTICLES: readonly string[] = ['oneplus-nikon', 'oneplus-denial'].map((slug) => story(slug).text);
