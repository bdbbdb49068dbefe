import type { FoundCue } from './cues.js';
import { cuesOf, hasCue, type Line } from './scene.js';
import type { FoundDate } from './when.js';

const NO_PRODUCT =
  /^(?: [A-Za-z\u00c0-\u1fff\u3040-\ud7ff]+-?[A-Za-z\u00c0-\u1fff\u3040-\ud7ff]*){0,4} (?:partnership|cooperation|collaboration|deal|alliance|date|name|price|pricing|results?|plans?|details|earnings)\b/;

/** Shares of a market, whose quarters are those of the figures. */
const SHARE =
  /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b) ?(?:percent|per cent|%|prozent|por ciento|pour cent|per cento|procent|por cento|pct)/;

/** Whether the sentence tells how much of a market was sold, and of no device. */
export const isOfFigures = (line: Line): boolean =>
  SHARE.test(line.lower) && !line.mentions.some((each) => each.kind === 'device');

/** Where and when a report was written, before its first sentence: `TURIN, Sept 24, 2026 - `. */
const DATELINE = /^(?:[A-Z][A-Za-z\u00c0-\u024f.]*(?:[ ,/-]+)){0,5}$/;
const isDateline = (line: Line, { start, end }: FoundDate): boolean =>
  line.where === 'text' &&
  /^(?:,? \d{4})?\.? ?(?:\([A-Z]\w+\) ?)?[-–—:] /.test(line.text.slice(end)) &&
  DATELINE.test(line.text.slice(0, start));

/** What leads to the beginning of something that goes on, which is no day of anything to come. */
const SINCE = /\bsince (?:the |early |late |mid-? ?)*$/;
const isSince = (line: Line, { start, end }: FoundDate): boolean =>
  SINCE.test(line.lower.slice(Math.max(0, start - 24), start)) || /^since /.test(line.lower.slice(start, end));

/** When people met, spoke or wrote, which is no time of a product. */
const MEETING = /(?:meeting|call|interview|hearing|evening|dinner|briefing|e-?mail|lunch) (?:on|last|this) $/;
const isMeeting = (line: Line, { start }: FoundDate): boolean =>
  MEETING.test(line.lower.slice(Math.max(0, start - 24), start));

/** Another version whose date it is: `a smaller and a larger one will follow`. */
const OF_OTHER =
  /\b(?:smaller|larger|bigger|cheaper|second|further|kleinere[rs]?|größere[rs]?|günstigere[rs]?) (?:and (?:a )?\w+ )?(?:ones?|models?|versions?|variants?|modelle?|version|variante)\b[^,;.]{0,30}$/;

/** What leaves open whether it happens then: `Whether the public will see it this year`. */
const WHETHER = /(?:^|[^a-z\u00df-\u024f])(?:whether|ob|si (?:finalmente )?se|savoir si|czy)\b[^,.;:]{0,50}$/;

/** What makes an event one that the firm holds every year, whatever it shows there. */
const REGULAR = /\b(?:annual|yearly|developers?'?|earnings|shareholders?'?|quarterly) (?:\w+ )?$/;

/** Whether what is announced is only a date, a name, a price or a partnership, or nothing at all. */
export function isNoProduct(line: Line, cue: FoundCue): boolean {
  if (OF_OTHER.test(line.lower.slice(0, cue.start)) || WHETHER.test(line.lower.slice(0, cue.start))) return true;
  const isVerb = /r[áí]/.test(line.lower.slice(cue.start, cue.end));
  if (!isVerb && /\bno (?:\w+ )?$/.test(line.lower.slice(Math.max(0, cue.start - 16), cue.start))) return true;
  if (cue.cue !== 'announce') return false;
  const after = line.lower.slice(cue.end);
  if (NO_PRODUCT.test(after) && !/^ (?:\w+ )?event/.test(after)) return true;
  if (REGULAR.test(line.lower.slice(Math.max(0, cue.start - 40), cue.start))) return true;
  const led = cuesOf(line, 'news_of').some((each) => each.start <= cue.start && cue.start - each.end < 20);
  return led && !hasCue(line, 'event');
}

/** Whether a time is none of anything that happens: since when, when a report was written, when people met. */
export const isBeside = (line: Line, date: FoundDate): boolean =>
  isSince(line, date) || isDateline(line, date) || isMeeting(line, date);
