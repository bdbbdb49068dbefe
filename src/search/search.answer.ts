import { type Static } from 'typebox';
import { pageWith } from '../platform/http/answers.js';
import { htmlUrl, list, named, nullable, oneOf, text, whole, yesNo } from '../platform/http/answer-shapes.js';
import { SEARCH_TYPES } from '../platform/database/found.js';

const Match = named('SearchMatch', 'A stretch of a text that answers what was asked for.', {
  start: whole('Where it begins, in UTF-16 units from 0.', 0),
  end: whole('Where it ends, itself not included.', 5),
});
const matches = list(Match, 'Where it answers, in order; they neither touch nor overlap.');

const Snippet = named('SearchSnippet', 'The passage of a thing that answers best.', {
  text: text('The passage, at most 200 characters and an ellipsis at either end.', 'Leica signs for three years'),
  matches,
});

/** A thing that was found, as it is shown. */
export const SearchHitAnswer = named('SearchHit', 'A thing that was found.', {
  type: oneOf(SEARCH_TYPES, 'What it is.', 'device'),
  id: text('Its id.', 'dev_01KA8Z6Y3M7V2QH4T9XBDN5CWE'),
  title: text('Its name; of a rumor its device and sentence, of a report its title.', 'Orchard Vision Air'),
  title_matches: matches,
  snippet: nullable(Snippet, 'The passage that answers best; null where only its names do.'),
  html_url: htmlUrl('/devices/orchard-vision-air'),
});
export type SearchHitAnswer = Static<typeof SearchHitAnswer>;

/** A page of what was found, the best first. */
export const SearchPage = pageWith(SearchHitAnswer, 'SearchPage', {
  total: whole('How many were found, counted up to 200.', 12),
  total_is_lower_bound: yesNo('Whether there are more than that.', false),
});
