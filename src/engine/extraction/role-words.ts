import { cuesOf, type Line } from './scene.js';

/** What an office is in, before the word for it: `marketing director`, `Company founder`. */
const FIELDS = new Set(
  `marketing product products design sales technology technical community hardware software mobile research
  communications engineering finance financial commercial creative company brand program programme project business
  devices device operations development press regional global country division audio camera gaming wearables site
  deputy senior associate corporate strategy strategic supply platform consumer retail content quality legal industrial
  co lead principal long-time veteran firm group general managing executive acting interim outgoing incoming`.split(
    /\s+/,
  ),
);
const MOST = 3;

/** Where a role begins whose last word begins there: at the words for its field and the roles joined before it. */
export function roleStart(line: Line, start: number): number {
  let from = start;
  for (let step = 0; step < MOST; step += 1) {
    const joined = cuesOf(line, 'role').findLast(
      (each) =>
        each.end <= from && /^(?: and | & |, | und | y | et | e | oraz )$/.test(line.text.slice(each.end, from)),
    );
    const word = line.tokens.findLast((token) => token.end <= from);
    const isField = word && FIELDS.has(word.key) && /^[ -]$/.test(line.text.slice(word.end, from));
    if (!joined && !isField) return from;
    from = joined ? joined.start : word!.start;
  }
  return from;
}

/** A field of lower-case words between the word for a role and the name of its bearer: `head of audio, Dana Vale`. */
const FIELD_BEFORE_NAME =
  /^(?: (?:of|for|de|del|della|dell'|di|do|da|d'|du|des|für) ?(?:the |la |l'|el )?[a-zß-ɏ-]{2,16}){1,2}(?: (?:for|per|pour|para|für) (?:the |la |l'|el |il )?[A-Z\u00c0-\u00de][a-zß-ɏ]{2,14})?,? $/;

/** The same where the word for the role holds the preposition already: `head of`. */
const FIELD_AFTER_OF = /^ [a-z-]{2,16}(?: (?:and|&) [a-z-]{2,16})?,? $/;

/** The field that stands between a role and a name, as far as it belongs to the role; null where anything else stands. */
export function fieldBetween(role: string, gap: string): string | null {
  const isField = FIELD_BEFORE_NAME.test(gap) || (/ (?:of|da|do)$/i.test(role) && FIELD_AFTER_OF.test(gap));
  return isField ? gap.replace(/,? $/, '') : null;
}

/** What follows an owner's name that the role is for: `general manager of Orvane's phone business in Japan`. */
const OF_OWNER = /^'s(?: (?!in )[a-z-]+){1,3}(?: in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?/;

/** How far the role goes on behind the name of the company it is in. */
export const ownedBehind = (after: string): number => OF_OWNER.exec(after)?.[0].length ?? 0;

/** What a role is for that ends so: the products of a name, which is not that of the employer. */
const OF_SERIES = / (?:series|line|line-up|lineup|family|range)$/;

/** Whether a role names the products it is for: `product manager of the Stella series`. */
export const isOfSeries = (role: string): boolean => OF_SERIES.test(role);
