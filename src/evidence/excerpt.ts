/** The longest passage of somebody else's text that is kept. */
export const MAX_EXCERPT = 300;

/** A passage as it is kept: at most 300 characters, a longer one cut at a word and marked with …. */
export function excerpt(passage: string): string {
  const characters = [...passage];
  if (characters.length <= MAX_EXCERPT) return passage;
  const head = characters.slice(0, MAX_EXCERPT - 1).join('');
  const lastBlank = head.lastIndexOf(' ');
  return `${(lastBlank > MAX_EXCERPT / 2 ? head.slice(0, lastBlank) : head).trimEnd()}…`;
}
