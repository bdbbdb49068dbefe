import { kinIn, kinOf } from './kin.js';
import { seriesAfter, withoutBrand, type Mention } from './mentions.js';
import { findPhrases, phrasebook } from './phrasebook.js';
import type { Line } from './scene.js';

/** Whether the name is only the short form of another maker's device: `Arc Pro` in an article on the `Sonos Arc Pro`. */
const isShortForm = (known: Mention, short: readonly Mention[]): boolean =>
  known.kind !== 'company' &&
  short.some((each) => each.start === known.start && each.end === known.end && each.company !== known.company);

/** The mentions without those that stand within or across a longer one; of two equally long the later one. */
const longest = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(
    (each, index) =>
      !mentions.some((other, at) => {
        const more = other.end - other.start - (each.end - each.start);
        return overlap(each, other) && (more > 0 || (more === 0 && at > index));
      }),
  );

const overlap = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end;

/** Short forms (`12 Ultra` of `Xiaomi 12 Ultra`) that stand where no name was found yet. */
export function withShortForms(lines: readonly Line[]): Mention[][] {
  const forms = new Map<string, Mention>();
  for (const mention of lines.flatMap((line) => line.mentions)) {
    if (mention.kind !== 'device' || mention.known) continue;
    const short = withoutBrand(mention);
    if (short.includes(' ') || /\d[a-z]|[a-z]\d|\d{3}/i.test(short)) forms.set(short.toLowerCase(), mention);
  }
  if (forms.size === 0) return lines.map((line) => [...line.mentions]);
  const book = phrasebook(forms);
  const kin = kinOf(forms);
  return lines.map((line) => {
    const short = findPhrases(book, line.tokens).map(({ value, first, last }): Mention => ({
      ...value,
      kind: seriesAfter(line, last) ? 'series' : 'device',
      start: line.tokens[first]!.start,
      end: line.tokens[last]!.end,
    }));
    const found = longest([...kinIn(line, kin), ...short]);
    const own = line.mentions.filter((known) => !isShortForm(known, short));
    const fresh = found.filter((each) => !own.some((known) => overlap(known, each)));
    return [...own, ...fresh].sort((a, b) => a.start - b.start);
  });
}
