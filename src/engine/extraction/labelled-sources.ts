import { credited, type Credited } from './credited.js';
import { matches } from './matches.js';
import type { People } from './people.js';
import type { Line } from './scene.js';

const LABEL =
  /(?:^|[\s([])(?:sources?|v[ií]a|quellen?|fuentes?|fonte|fonti|źródło|来源)\s?[:：]\s?([@A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d][^\n()|\]]{1,60})|\(via ([^)\n]{2,40})\)|\bvia ((?:@|[A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f])[\w.-]{2,30}(?: [A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f][\w.-]{1,20}){0,2})/gi;
/** A word that every label has. */
const LABELS = /v[ií]a|source|quelle|fuente|font[ei]|źródło|来源/;
const MOST_WORDS = 5;

const tidy = (name: string): string => name.trim().replace(/^[@(["']{1,3}|[\s.,;:)\]"']{1,3}$/g, '');

/** `Source: X`, `(via X)`, `via X`, several parted by commas. */
export function labelled(line: Line): Credited[] {
  if (!LABELS.test(line.lower) || /^\W{0,2}(?:image|photo|picture)/i.test(line.text)) return [];
  const found = matches(line.text, LABEL).filter((hit) => hit[3] === undefined || /^[@\p{Lu}]/u.test(hit[3]));
  return found.flatMap((hit) =>
    tidy(hit[1] ?? hit[2] ?? hit[3] ?? '')
      .split(/,|\/| and | via | & /)
      .map(tidy)
      .filter((name) => name.length >= 2 && name.split(' ').length <= MOST_WORDS)
      .map((name) => credited(line, name, line.text.indexOf(name, hit.index), name.length)),
  );
}

const HANDLE = /(?<![A-Za-z\u00c0-\u024f\d])@([A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d_]{3,30})/g;
/** A handle that stands so near behind a person is his. */
const OWN_HANDLE = 14;

/** `@handles` outside embedded posts and picture credits. */
export function handles(line: Line, people: People): Credited[] {
  if (line.where !== 'text' || /pic\.twitter|#\w{1,30} .{0,200}#|^\s?[—–-] /.test(line.text)) return [];
  return matches(line.text, HANDLE).flatMap((hit) => {
    if (/image credit/i.test(line.text.slice(0, hit.index))) return [];
    const owner = people.on(line.index).find((each) => each.end <= hit.index && hit.index - each.end < OWN_HANDLE);
    if (owner) return [credited(line, owner.name, owner.start, owner.end - owner.start, [hit[1]!])];
    return [credited(line, hit[1]!, hit.index, hit[0].length)];
  });
}

const DOMAIN = /\b([a-z0-9-]{2,30}\.(?:com|net|org|de|it|fr|es|pl|cn|in))\b/gi;
const AGENCY = /\((ANI|AFP|AP|dpa|PTI|IANS|Reuters|Xinhua|Kyodo|Yonhap)\)/g;
/** A handle in small letters behind the role of a source: `leaker kopite7kimi`. */
const SMALL_HANDLE = /\b(?:leaker|tipster|insider|analyst) @?([a-z]{2,20}(?:\d|_)\w{1,20})\b/g;

/** A name on a forum: `u/northern_lens`. */
const USER = /(?<![\w/])(u\/[\w-]{3,20})/g;

/** Each with what stands in every sentence that has one. */
const MARKS: readonly (readonly [RegExp, RegExp])[] = [
  [/\.(?:com|net|org|de|it|fr|es|pl|cn|in)\b/i, DOMAIN],
  [/\([A-Z]/i, AGENCY],
  [/[a-z][\d_]/, SMALL_HANDLE],
  [/\bu\//, USER],
];

/** Domains, news agencies in brackets, and handles in small letters. */
export const marked = (line: Line): Credited[] =>
  MARKS.filter(([mark]) => mark.test(line.text)).flatMap(([, pattern]) =>
    matches(line.text, pattern)
      .filter((hit) => !/twitter\.com/i.test(hit[0]))
      .map((hit) => credited(line, hit[1]!, hit.index + hit[0].indexOf(hit[1]!), hit[1]!.length)),
  );
