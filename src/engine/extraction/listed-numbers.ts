import { draft, type Draft } from './draft.js';
import { matches } from './matches.js';
import type { Line } from './scene.js';

const CODE = '[A-Z]{1,5}-?[A-Z\\d]{0,6}\\d[A-Z\\d]{0,6}(?:[-/][A-Z\\d]{1,5})?';
const EACH = new RegExp(CODE, 'g');
/** Numbers that a list names behind a colon: `three new numbers were filed: QX-B19, QX-B29 and QX-B39`. */
const LIST = new RegExp(`: (${CODE}(?:(?:, | and |, and )${CODE})*)(?![\\w-])`, 'g');
const NUMBERED =
  /(?:numbers?|designations?|codes?|identifiers?|models?|variants?|versions?)(?![a-z])[^:]*(?:register|certifi|filed|filing|listed|approved|appear|surfaced|spotted|found|entered)[^:]*:|(?:register|certifi|filed|filing|listed|approved|appear|surfaced|spotted|found|entered)[^:]*(?:numbers?|designations?|codes?|identifiers?|models?|variants?|versions?)(?![a-z])[^:]*:/;
/** Shorter ones are standards and parts: `5G`, `USB4`. */
const SHORTEST = 5;

/** The model numbers that a sentence on a registration lists behind a colon. */
export function listedNumbers(line: Line): Draft[] {
  if (!line.lower.includes(': ') || !NUMBERED.test(line.lower)) return [];
  return matches(line.text, LIST).flatMap((hit) =>
    matches(hit[1]!, EACH).flatMap((each) => {
      const start = hit.index + 2 + each.index;
      return each[0].length < SHORTEST || /^IPX?\d/.test(each[0])
        ? []
        : [draft(line, 'model_number', each[0], { start, end: start + each[0].length })];
    }),
  );
}
