import { DAY_MS } from '../../engine/subjects/index.js';
import type { Chapter, Guide } from '../../demo/story.js';
import { dayAt } from '../wording.js';

/** The way through the demo's story, from where a visitor stands. */
export interface Tour {
  /** The day that is looked at, `YYYY-MM-DD`. */
  readonly on: string;
  /** The address of the day before; null on the first one. */
  readonly back: string | null;
  /** The address of the day after, where that is past or present; null where the clock would have to go on. */
  readonly ahead: string | null;
  /** The day to which the clock can go on, and the last one of the story; null for who may not, in the past and at its end. */
  readonly play: { readonly next: string; readonly last: string } | null;
  readonly chapters: readonly (Chapter & { readonly href: string; readonly isHere: boolean })[];
  /** The address of the page itself, to which one comes back. */
  readonly here: string;
}

/** Where a visitor stands. */
export interface Place {
  /** The address of the page, with its query. */
  readonly url: string;
  /** The day at which the clock is held, `YYYY-MM-DD`. */
  readonly today: string;
  /** The day to which the visitor may let the clock go on; null where it may not. */
  readonly next: string | null;
}

const beside = (day: string, days: number): string => dayAt(Date.parse(day) + days * DAY_MS);

/** Pages that can be looked at as they were known on a day. */
const hasPast = (path: string): boolean => path === '/' || /^\/(?:devices|rumors)\//.test(path);

/** The way on from a page. A page without a past leads to that of the story's device. */
export function tourOf(guide: Guide, { url, today, next }: Place): Tour {
  const [path = '/', query] = url.split('?', 2);
  const asOf = new URLSearchParams(query).get('as_of') ?? '';
  const on = hasPast(path) && /^\d{4}-\d{2}-\d{2}$/.test(asOf) && asOf < today ? asOf : today;
  const story = `/devices/${guide.device}`;
  const addressOn = (where: string, day: string): string => (day < today ? `${where}?as_of=${day}` : where);
  const own = hasPast(path) ? path : story;
  const first = guide.chapters[0]?.on ?? today;
  return {
    on,
    back: on > first ? addressOn(own, beside(on, -1)) : null,
    ahead: on < today ? addressOn(own, beside(on, 1)) : null,
    play: on === today && next !== null ? { next, last: guide.ends_on } : null,
    chapters: guide.chapters
      .filter((chapter) => chapter.on <= today)
      .map((chapter) => ({
        ...chapter,
        href: addressOn(story, chapter.on),
        isHere: path === story && chapter.on === on,
      })),
    here: url,
  };
}
