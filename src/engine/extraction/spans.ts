import type { Draft } from './draft.js';
import type { Article, Span } from './reading.js';

/** The passage of the article between two offsets. */
export function spanOf(article: Article, where: 'title' | 'text', start: number, end: number): Span {
  const text = where === 'title' ? (article.title ?? '') : article.text;
  return { where, start, end, exact: text.slice(start, end) };
}

const MOST_WORDS = 15;
const FEWEST_WORDS = 9;

/** The passage that shows a claim: from its cue to its value and back to the start of the clause, at most 15 words. */
export function claimSpan(draft: Draft, article: Article): Span {
  const { tokens, text, where, start } = draft.line;
  const firstAt = (offset: number): number =>
    Math.max(
      0,
      tokens.findIndex((token) => token.end > offset),
    );
  const lastAt = (offset: number): number => tokens.findLastIndex((token) => token.start < offset);
  let from = firstAt(Math.min(draft.start, draft.cueStart));
  let until = Math.max(from, lastAt(Math.max(draft.end, draft.cueEnd)));
  if (until - from >= MOST_WORDS) {
    from = firstAt(draft.start);
    until = Math.min(from + MOST_WORDS - 1, Math.max(from, lastAt(draft.end)));
  }
  const sameClause = (): boolean => !/[,;:.()]/.test(text.slice(tokens[from - 1]!.end, tokens[from]!.start));
  while (from > 0 && until - from < FEWEST_WORDS && sameClause()) from -= 1;
  const begin = Math.min(tokens[from]?.start ?? draft.start, draft.start);
  const finish = Math.max(draft.end, tokens[until]?.end ?? draft.end);
  return spanOf(article, where, start + begin, start + finish);
}
