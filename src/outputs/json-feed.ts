import { round } from '../devices/device.view.js';
import { sayInstant } from '../platform/instant.js';
import type { Feed } from './feed-item.js';

const rounded = (probability: number | null): number | null => (probability === null ? null : round(probability));

/** A feed as JSON Feed 1.1, with the rumor and its numbers as `_hearsay`. `origin` is where the pages are reached. */
export function jsonFeedOf({ scope, title, items }: Feed, origin: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `${origin}/`,
    feed_url: `${origin}/feeds/${encodeURIComponent(scope)}.json`,
    authors: [{ name: 'Hearsay' }],
    language: 'en',
    items: items.map(({ id, path, text, at, device, rumorId, previous, current, ...item }) => ({
      id,
      url: origin + path,
      title: item.title,
      content_text: text,
      date_published: sayInstant(at),
      tags: [device],
      _hearsay: { rumor_id: rumorId, previous: rounded(previous), current: rounded(current) },
    })),
  });
}
