import type { Line } from './scene.js';

/** What leads to a predecessor's value: `up from 4,400 mAh`. */
const FORMER =
  /(?:\b(?:up|down|rising|increase|compared|jump|raised|grows?|switch|moves?) (?:from|to the) (?:the )?(?:current |previous |old )?|(?:versus|vs\.?|as against) (?:the )?|\((?:was|previously|before|until now|old)(?: at)?:? ?|statt (?:bisher |der |den )?|anstelle von |gegenüber |en lugar de (?:los |las )?|frente a (?:los|las) (?:[a-zà-ÿ]+ )?|(?:au-dessus|en dessous|au-delà) (?:de|des|du) |(?:stopped|topped out|maxed out|was capped) at |(?:made do|make do) with (?:an? )?|(?:por encima|por debajo) de (?:los|las) |acima dos |abaixo dos |powyżej dotychczasowych |gegenüber den |contre (?:un|une|les) |cuando el (?:anterior|actual) |au lieu de (?:s )?|contre |invece di |rispetto ai |al posto de[gi]li? |zamiast |em vez de |ante os |contra os |this year's |last year's |von zuvor |bisher |相比)$/;

/** The name of the product whose value follows, in brackets or in a comparison: `(Trail 4: 3.1 inches)`, `like the Trail 4's`. */
const OF_NAMED =
  /(?:\([A-Z][\w+-]*(?: [A-Z\d][\w+-]*){0,4}: ?|(?:same as|like|than|as|against|versus|vs\.?) the [A-Z][\w+-]*(?: [A-Z\d][\w+-]*){0,4}'s )$/;

/** Whether the words before a value say that it is the one that the new product leaves behind. */
export const isFormer = (line: Line, start: number): boolean =>
  FORMER.test(line.lower.slice(Math.max(0, start - 40), start)) ||
  isChanged(line, start) ||
  THAN_THAT.test(line.lower.slice(Math.max(0, start - 30), start)) ||
  OF_NAMED.test(line.text.slice(Math.max(0, start - 60), start));

/** The value of another product beside it: `lighter than the roughly 50 g of`. */
const THAN_THAT = /\bthan the (?:roughly |about |around |some |nearly |current |old )?$/;

/** A value that is left for the one behind `to`: `bumps the refresh rate from 60 Hz to 144 Hz`. */
const CHANGED =
  /\b(?:bump|rais|increas|boost|lift|upgrad|improv|cut|reduc|shr[aiu]nk|climb|jump|trim|slash)\w*\b[^.;:\d]{0,50} from (?:the |just |only |an? )?$/;
const isChanged = (line: Line, start: number): boolean => {
  const before = line.lower.slice(Math.max(0, start - 90), start);
  return before.includes(' from ') && CHANGED.test(before);
};

const LOST =
  /\bno $|\b(?:drops?|dropped|gives? up|without|no longer|ditch(?:es|ed|ing)|los(?:es|ing)|lack(?:s|ing)|swap(?:s|ping)|trad(?:es|ing))\b(?:(?! (?:for|with|in favou?r of) )[^,.;]){0,16}$/;

/** Whether the words before a value say that the product goes without it. */
export const isLost = (line: Line, start: number): boolean => LOST.test(line.lower.slice(0, start));
