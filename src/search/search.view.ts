import { excerptOf, matchesIn, type Term } from '../engine/words/index.js';
import type { SearchHitAnswer } from './search.answer.js';
import type { SearchHitRow } from './search.service.js';

/** The longest passage that is shown, in UTF-16 units. */
const MOST_SHOWN = 200;

/** A thing that was found as it is shown: its title and its best passage, with where they answer. */
export function viewHit({ type, id, title, address, text }: SearchHitRow, terms: readonly Term[]): SearchHitAnswer {
  return {
    type,
    id,
    title,
    title_matches: matchesIn(title, terms),
    snippet: bestPassage(title, text, terms),
    html_url: address,
  };
}

/** The passage that answers most of what was asked for and is not in the title, the first of equals. */
function bestPassage(title: string, text: string, terms: readonly Term[]) {
  let best = null;
  for (const passage of text.split('\n')) {
    if (title.includes(passage)) continue;
    const excerpt = excerptOf(passage, terms, MOST_SHOWN);
    if (excerpt && excerpt.matches.length > (best?.matches.length ?? 0)) best = excerpt;
  }
  return best;
}
