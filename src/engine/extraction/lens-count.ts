import { draft, type Draft } from './draft.js';
import type { Lexicon } from './lexicon/cue.js';
import { boundBefore } from './quantities.js';
import { hasCue, type Line } from './scene.js';
import { matches } from './matches.js';

const patterns = new WeakMap<Lexicon, RegExp>();

/** `three rear cameras`, `Dreifach-Kamera`, `三颗摄像头`: which of the numbers two to five stands before lenses. */
function patternOf(lexicon: Lexicon): RegExp {
  const known = patterns.get(lexicon);
  if (known) return known;
  const numbers = lexicon.counts.map((words, index) => `(?<n${index + 2}>${words}|${index + 2})`).join('|');
  const { between, nouns } = lexicon.lenses;
  const edge = lexicon.times.unspaced
    ? ['', '']
    : ['(?<![A-Za-z\\u00c0-\\u1fff\\u3040-\\ud7ff\\d])', '(?![A-Za-z\\u00c0-\\u1fff\\u3040-\\ud7ff\\d])'];
  const pattern = new RegExp(`${edge[0]}(?:${numbers})(?:${between}){1,2}(?:${nouns})${edge[1]}`, 'g');
  patterns.set(lexicon, pattern);
  return pattern;
}

/** The same as a group: `a trio of 50MP cameras`. */
const GROUP =
  /\b(?:(?<n2>pair|duo)|(?<n3>trio)|(?<n4>quartet)) of (?:[\w-]+ ){0,3}(?:cameras|lenses|sensors|shooters|snappers)\b/g;

/** How many cameras the product has on its back, or altogether. */
export function readLensCount(line: Line, lexicon: Lexicon): Draft[] {
  if (!hasCue(line, 'camera', 'sensor', 'rear', 'main')) return [];
  const groups = lexicon.language === 'en' ? matches(line.lower, GROUP) : [];
  return [...matches(line.lower, patternOf(lexicon)), ...groups].flatMap((hit) => {
    const at = { start: hit.index, end: hit.index + hit[0].length };
    if (/^.{0,12}(?:front|selfie)/.test(line.lower.slice(at.end, at.end + 24))) return [];
    const count = [2, 3, 4, 5].find((each) => hit.groups?.[`n${each}`] !== undefined) ?? 2;
    const total = /in (?:total|all)|altogether/.test(line.lower.slice(at.start, at.end + 40));
    const subject = total ? 'camera.total.count' : 'camera.rear.count';
    return [draft(line, subject, `${boundBefore(line.lower, at.start)}${count}`, at)];
  });
}
