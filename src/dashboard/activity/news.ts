import type { EventType } from '../../events/event-types.js';

/** What people ask for when they ask what is new. */
export const KINDS_OF_NEWS = ['numbers', 'reports', 'words', 'outcomes', 'things'] as const;
export type KindOfNews = (typeof KINDS_OF_NEWS)[number];

/** The events of each kind of news. What only keeps house is no news: who listens to the interface hears of that too. */
export const NEWS: Readonly<Record<KindOfNews, readonly EventType[]>> = {
  numbers: ['rumor.confidence_changed'],
  reports: ['evidence.added', 'evidence.withdrawn'],
  words: ['statement.recorded', 'statement.verified'],
  outcomes: ['rumor.resolved', 'rumor.reopened', 'rumor.lapsed', 'proposal.opened', 'ingestion.ready'],
  things: ['device.created', 'device.updated', 'device.merged', 'device.superseded', 'device.split', 'rumor.created'],
};

/** The events that somebody looks at who asks for a kind of news, or for all. */
export const eventsOf = (kind: KindOfNews | '' | undefined): EventType[] =>
  kind ? [...NEWS[kind]] : KINDS_OF_NEWS.flatMap((each) => NEWS[each]);

/** Where the stream tells of the same: of these types, and of moves of at least so many points. */
export function streamOf(kind: KindOfNews | '' | undefined, least: string | undefined): string {
  const parameters = new URLSearchParams({ types: eventsOf(kind).join(',') });
  if (Number(least) > 0) parameters.set('min_delta', String(Number(least) / 100));
  return `/v1/stream?${parameters}`;
}
