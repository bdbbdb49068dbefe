import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDto } from '../../src/ingestion/article.dto.js';

/** An article of the test fixtures, and what must be found in it. */
export interface Story {
  readonly text: string;
  readonly title: string;
  readonly url: string;
  readonly source: string;
  readonly published_on: string;
}

const FOLDER = join(__dirname, '..', 'fixtures', 'stories');

/** The story of that name in `test/fixtures/stories`. */
export function story(slug: string): Story {
  const notes = JSON.parse(readFileSync(join(FOLDER, `${slug}.json`), 'utf8')) as Omit<Story, 'text'>;
  return { ...notes, text: readFileSync(join(FOLDER, `${slug}.txt`), 'utf8') };
}

/** A story as it is handed in, from its own outlet, for which an editor vouches unless something else is said. */
export function handedIn(slug: string, change: { url?: string; source?: Partial<SourceDto> } = {}) {
  const { text, title, url, source, published_on } = story(slug);
  const outlet: SourceDto = { name: source, kind: 'outlet', vetted: true, ...change.source };
  return { text, title, url: change.url ?? url, published_on, source: outlet };
}
