import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR } from '../../../src/access/actor.js';
import type { SourceDto } from '../../../src/ingestion/article.dto.js';
import { Ingestions } from '../../../src/ingestion/ingestions.service.js';
import type { Clock } from '../../../src/platform/clock.js';
import { startServer, type Server } from '../../support/server.js';

interface Told {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
  readonly source: Omit<SourceDto, 'vetted'>;
  readonly published_on: string;
  readonly text: string;
}

const STORY = join(__dirname, '..', '..', '..', 'demo', 'story');

/** The article of the demo that is meant for the paste box. */
export const PASTE = readFileSync(join(STORY, 'paste-me.txt'), 'utf8');

const REPORTS: readonly Told[] = readFileSync(join(STORY, 'reports.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Told);

/** A server that listens, and where. */
export interface Listening extends Server {
  readonly address: string;
}

/**
 * A server that has followed the demo's story day by day up to 26 June 2022, at noon of the 27th.
 *
 * @param about only the reports whose name begins with one of these; all of them where nothing is said
 */
export async function startTold(about: readonly string[] = ['']): Promise<Listening> {
  const server = await startServer('sqlite', { clock: '2022-01-01T12:00:00Z' });
  for (const report of REPORTS) {
    if (report.published_on > '2022-06-26' || !about.some((start) => report.slug.startsWith(start))) continue;
    await tell(report, server, server.clock);
  }
  server.clock.hold(Date.parse('2022-06-27T12:00:00Z'));
  await server.app.listen(0, '127.0.0.1');
  return { ...server, address: await server.app.getUrl() };
}

async function tell(report: Told, server: Server, clock: Clock): Promise<void> {
  clock.hold(Date.parse(`${report.published_on}T12:00:00Z`));
  const { title, url, text, published_on } = report;
  const source = { ...report.source, vetted: report.source.grade !== null };
  await server.get(Ingestions).handIn({ title, url, text, published_on, source }, OPERATOR, 'commit');
}
