import type { FoundCue } from './cues.js';
import { cuesOf, type Line } from './scene.js';
import type { FoundDate } from './when.js';

const WEEKDAY =
  /^(?:on |last |am |el |le |w |we |na )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|mi\u00e9rcoles|jueves|viernes|s\u00e1bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+-feira)/;

/** Whether it is a mere weekday on which somebody spoke ("the company confirmed on Monday"), not one still to come. */
function isToldOnWeekday(line: Line, date: FoundDate): boolean {
  const told = cuesOf(line, 'say').findLast((each) => each.end <= date.start);
  const isToCome = told && /\b(?:be|been|will|to|is|are|was|were) (?:\w+ )?$/.test(line.lower.slice(0, told.start));
  return WEEKDAY.test(line.lower.slice(date.start)) && !isToCome;
}

/** Whether what is said follows a weekday on which somebody wrote: "in his newsletter on Sunday that". */
const isTellingDay = (line: Line, date: FoundDate): boolean =>
  WEEKDAY.test(line.lower.slice(date.start)) && /^,? that\b/.test(line.lower.slice(date.end));

/** That somebody put something before the public, up to the day on which it was done: `published a poster on Monday`. */
const PUT_OUT =
  /(?:published|posted|uploaded|shared|issued|released|put (?:up|out|online)|filed) (?:an?|the|its|two|several|some|new|another) (?:[a-z-]+ ){0,2}(?:posters?|teasers?|photos?|pictures?|images?|videos?|clips?|trailers?|statements?|posts?|notes?|notices?|invitations?|documents?|applications?|renders?|screenshots?)(?: of [^,;.]{1,30})? (?:on|last|this|in|earlier|late|early) ?$/;
const isPutOut = (line: Line, { start }: FoundDate): boolean =>
  PUT_OUT.test(line.lower.slice(Math.max(0, start - 90), start + 3)) ||
  PUT_OUT.test(line.lower.slice(Math.max(0, start - 90), start));

/** What leads from a date to the words that were said then. */
const TO_WORDS = /^(?:[:,]? ?["\u201c\u201e\u00ab]|:| that\b|,? (?:dass|que|che|\u017ce)\b)/;
/** A source's deed behind the day on which it was done: `\u4eca\u65e5\u7206\u6599`. */
const HAN_DEED =
  /^.{0,2}(?:\u7206\u6599|\u66dd\u5149|\u6d88\u606f|\u62a5\u9053|\u8868\u793a|\u56de\u5e94|\u900f\u9732|\u53d1\u6587|\u79f0)/;

/** Whether somebody spoke on that date, who may be named in between: `told Digital Camera World in January: "\u2026"`. */
const isDayOfWords = (line: Line, date: FoundDate): boolean =>
  HAN_DEED.test(line.text.slice(date.end)) ||
  (TO_WORDS.test(line.lower.slice(date.end)) &&
    cuesOf(line, 'say').some(
      (each) => each.end <= date.start && /^(?: [^\s,;:]{1,20}){0,6} ?$/.test(line.text.slice(each.end, date.start)),
    ));

/** Whether a Chinese article begins with the day: `9月12日,针对…`. */
const isHanDateline = (line: Line, date: FoundDate): boolean =>
  date.start === 0 &&
  line.index <= 2 &&
  /^[,，](?:针对|据|有|.{0,10}(?:回应|报道|消息))/.test(line.text.slice(date.end));

/** Whether the date is when something was said, and not when something happens: "In January, X said …". */
export function isSaid(line: Line, date: FoundDate, cue: FoundCue): boolean {
  const told = cuesOf(line, 'say').some((each) =>
    /^(?: \w+)? (?:in|on|back in|earlier in|late in|early in)? ?$/.test(line.lower.slice(each.end, date.start)),
  );
  if (isPutOut(line, date) || isTellingDay(line, date) || isDayOfWords(line, date) || isHanDateline(line, date))
    return true;
  if (told && (/^ that\b/.test(line.lower.slice(date.end)) || isToldOnWeekday(line, date))) return true;
  return cuesOf(line, 'say', 'reported').some(
    (each) =>
      each.start > date.end &&
      each.start < cue.start &&
      /^(?: (?:morning|evening|afternoon|night))?,? (?:[A-Za-z\u00c0-\u1fff\u3040-\ud7ff-]+ ){1,4}$/.test(
        line.text.slice(date.end, each.start),
      ),
  );
}
