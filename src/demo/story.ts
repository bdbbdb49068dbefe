import { readFileSync } from 'node:fs';
import { DAY_MS, dayNumber, type Grade, type SourceKind } from '../engine/subjects/index.js';
import { projectFile } from '../platform/project.js';

/** One report of the demo's story. */
export interface StoryReport {
  readonly title: string;
  readonly url: string;
  readonly source: { readonly name: string; readonly kind: SourceKind; readonly grade: Grade | null };
  readonly published_on: string;
  readonly text: string;
}

/** A day of the story that is worth a look. */
export interface Chapter {
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly title: string;
}

/** How the story is shown to a visitor. */
export interface Guide {
  /** The slug of the device that it is about. */
  readonly device: string;
  /** The slug of the device that it turns out to be. */
  readonly renamed_to: string;
  /** The day of its last report, on which all of it is settled, `YYYY-MM-DD`. */
  readonly ends_on: string;
  /** The oldest first. */
  readonly chapters: readonly Chapter[];
  /** Where the article of the paste box comes from. */
  readonly article: {
    readonly source: string;
    readonly kind: SourceKind;
    readonly grade: Grade;
    readonly published_on: string;
  };
}

const NOON_MS = DAY_MS / 2;

/** Noon (UTC) of a day, epoch milliseconds: the hour at which everything of the story happens. */
export const noonOf = (day: string): number => (dayNumber(day) ?? 0) * DAY_MS + NOON_MS;

const read = (name: string): string => readFileSync(projectFile(`demo/story/${name}`), 'utf8');

/** The reports of the story that were published after one instant and by another (epoch milliseconds), the oldest first. */
export function reportsBetween(after: number, until: number): StoryReport[] {
  const reports = read('reports.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StoryReport);
  return reports.filter(({ published_on: on }) => noonOf(on) > after && noonOf(on) <= until);
}

/** How the story is shown. */
export const readGuide = (): Guide => JSON.parse(read('guide.json')) as Guide;

/** The article that waits in the paste box. */
export const readArticle = (): string => read('paste-me.txt').trim();
