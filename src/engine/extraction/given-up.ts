import type { FoundCue } from './cues.js';
import { cuesOf, hasCue, type Line } from './scene.js';
import type { FoundDate } from './when.js';

/** What leads to a date that another one has taken the place of, in a sentence that tells of a delay. */
const GIVEN_UP =
  /(?:planned|scheduled|due|expected|slated|originally|initially|prévue?s?|initialement|geplant|vorgesehen|ursprünglich|previst[oa]|inicialmente|planowan\w+|inizialmente|from|von|vom|dal|dall|da|z|do)(?: (?:for|in|pour|en|für|im|para|per|na|em|o|le|the|early|late)){0,2} $/;

/** Whether the date is denied, given up or missed. */
export function isRefuted(line: Line, date: FoundDate, cue: FoundCue, isOpen: boolean): boolean {
  const between = (each: FoundCue): string =>
    line.lower.slice(Math.min(each.end, date.end), Math.max(each.start, date.start));
  const instead = cuesOf(line, 'instead').some(
    (each) => each.end <= date.start && date.start - each.end < 22 && !/[,;]/.test(between(each)),
  );
  const missed =
    cue.cue === 'launch' &&
    cuesOf(line, 'missed').some((each) => Math.abs(each.start - date.start) < 60 && !/[:;]/.test(between(each)));
  const negated =
    /(?<![a-z\u00df-\u024f])(?:(?:not|never|won't|didn't|no longer|nicht|kein|keine|keinen|nicht mehr|no|nunca|ya no se|ya no|ne|ne sera pas|pas|non|non sar\u00e0|nie|nie b\u0119dzie|n\u00e3o|n\u00e3o ser\u00e1) (?:be )?(?:[a-z\u00df-\u024f]+ )?|\u4e0d\u4f1a|\u4e0d|(?:nothing (?:by|of|like|called|that)|there will be no)\b[^,.;]{0,30})$/.test(
      line.lower.slice(Math.max(0, cue.start - 44), cue.start),
    );
  const until = /(?:until|before) (?:\w+ )?$/.test(line.lower.slice(Math.max(0, date.start - 16), date.start));
  if (isOpen) return false;
  const moved =
    line.dates.some(
      (other) => other.start > date.end && (hasCue(line, 'delayed') || other.range(false)?.latestOn === null),
    ) && GIVEN_UP.test(line.lower.slice(Math.max(0, date.start - 34), date.start));
  return (
    moved ||
    instead ||
    missed ||
    (negated && date.start > cue.end && !until) ||
    /\bthere will be no\b[^,.;]{0,50}$/.test(line.lower.slice(0, date.start))
  );
}
