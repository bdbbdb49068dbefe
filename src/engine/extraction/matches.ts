const NONE: readonly RegExpExecArray[] = [];

/**
 * Every hit of a global pattern in a text. It gives what `matchAll` gives, without the copy of the pattern that each call
 * of that makes: most patterns are tried on most sentences and hit none.
 */
export function matches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let hit = pattern.exec(text);
  if (hit === null) return NONE;
  const all: RegExpExecArray[] = [];
  while (hit !== null) {
    all.push(hit);
    if (hit[0] === '') pattern.lastIndex += 1;
    hit = pattern.exec(text);
  }
  return all;
}
