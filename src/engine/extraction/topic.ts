import { keyOf, type Cast } from './cast.js';
import type { Mention } from './mentions.js';
import { isCompared } from './prominence.js';
import { hasCue, type Line } from './scene.js';

/** Which device a place in a sentence speaks of: its number in the cast, or -1 for a rival's or predecessor's. */
export type Topic = (line: Line, at: { readonly start: number; readonly end: number }, asSubject: boolean) => number;

/** A sentence, or a part of one, about the two products that the article speaks of: `Both go on sale`, `the two phones`. */
const BOTH =
  /(?<![a-z])(?:both(?! (?:of (?:them )?(?:in|at)|in|at|on|with|for|as|the (?:front|rear|main|inner|outer))\b)(?: (?:phones|models|devices|versions|watches|tablets|handsets|variants|of them|are|will|get|have|go|come|run|use|launch|support|offer|share|arrive|cost|start|feature|sport|pack|should|would|could|may|do|can))|(?:the (?:two|duo|pair)|they both|all two)(?: (?:new |upcoming )?(?:phones|models|devices|watches|tablets|handsets|will|are|is|get|go|come|launch|run|share|both)))(?![a-z])/;

/** How far before a value such a subject may stand. */
const BOTH_REACH = 90;

/** Whether what stands there is said of both products: behind such a subject, with no device named in between. */
export function isOfBoth(line: Line, at: { readonly start: number }): boolean {
  const hit = BOTH.exec(line.lower.slice(0, at.start));
  return (
    hit !== null &&
    at.start - hit.index < BOTH_REACH &&
    !line.mentions.some((each) => each.kind === 'device' && each.start > hit.index && each.end <= at.start) &&
    !/ and (?:that )?the /.test(line.lower.slice(hit.index, at.start))
  );
}

const RIVAL = -1;
const REFERS_BACK =
  /^(?:its?|they|their|the (?:phone|watch|device|handset|tablet|console|latter)|this|here|there|inside|meanwhile|both)\b/i;
/** What may stand between a value and the device that owns it: "the 5,000 mAh of the X". */
const OWNER_AFTER =
  /^(?![^,;.]{0,24} as (?:in|on|with) )[^,;.]{0,24}? (?:of|for|in|on|by) (?:the |its |a )?(?:new |original |old |upcoming )?(?:[A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f]\w+'s )?$/;
/** A clause that goes back to the subject of the sentence after a comparison. */
const RESUMES =
  /[,;:] |\. | but | and (?:it|the)\b| (?:e che|et qui|y que|und (?:ist|wird|soll|kommt)|e que|i (?:będzie|ma|trafi)) /;
/** The same after a rival that is itself the subject. */
const TURNS = /\. | but (?!(?!its |this )[a-z]+s )|; | and (?:it|the)\b|, (?:it|its|the|while|whereas)\b/;

/** A sentence about another product without a name: "A cheaper headset …". */
const OTHER_ONE =
  /^(?:The (?:first|second|third|fourth|fifth|sixth|seventh|last)(?:[- ](?:generation|gen|edition|version|model|iteration))? (?:came|had|was|cost|sold|launched|shipped|used|offered|started|arrived|brought)|The (?:current|outgoing|existing|previous|present) (?:model|version|generation|one)|The (?:first|original|old|older) (?:[a-z]+ )?(?:by|from|of) [A-Z]|(?:D(?:er|ie|as) )?Vorgänger(?:in|modell)?|Das aktuelle Modell|Il modello (?:precedente|attuale)|Le modèle (?:précédent|actuel)|El modelo (?:anterior|actual)|O modelo (?:anterior|atual)|(?:Poprzedni|Obecny) model|(?:A|An|Another|The) (?:second|third|further|cheaper|smaller|larger|bigger|lighter|budget|more affordable|other|separate|new\w* cheaper))\b(?! (?:[a-z]+ )?(?:lines?|sources?|reports?|leaks?|posts?|entry|documents?|person|leaker|tipster|listing|rumou?r|insider|analyst|page|paper|image|photo|picture|letter|thing|question|reason)\b)(?! (?:[\d.,]+ ?\w+ )?(?:battery|cell|screen|display|panel|sensor|camera|lens|charger|price)|\s[\d.,]+ ?(?:mah|inch|mp|megapixel))/;
const SUBJECT_REACH = 40;
/** So far behind a date the device may stand that it is the date of. */
const OBJECT_REACH = 50;
const NEXT =
  /(?:new|next|upcoming|coming|future|rumou?red|third-generation|next-generation)(?: [A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f]\w+)? $/;

/** What joins the names of devices that come together. */
const TOGETHER =
  /^(?:,|,? (?:and|und|y|et|e|i|as well as|sowie|alongside|neben|junto a|junto con|ao lado d[oa]|wraz z)|[\u548c\u4e0e\u3001])(?: (?:the|the new|dem|der|das|die|el|la|il|o|le))? ?$/;

/** The devices that a sentence names together with the main one: `the K9 and the K9 Pro`. */
function together(line: Line, named: readonly Mention[], main: string | undefined): readonly string[] {
  return named.slice(1).flatMap((each, index) => {
    const before = named[index]!;
    const isJoined = TOGETHER.test(line.lower.slice(before.end, each.start));
    return isJoined && (keyOf(before) === main || keyOf(each) === main) ? [keyOf(before), keyOf(each)] : [];
  });
}

/** The devices beside the main one that the article expects too: subjects of sentences that look ahead and not back. */
function expected(cast: Cast, lines: readonly Line[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const line of lines) {
    const named = (cast.mentions[line.index] ?? []).filter((each) => each.kind === 'device');
    if (!hasCue(line, 'past', 'compare')) for (const id of together(line, named, cast.devices[0]?.id)) ids.add(id);
    const [subject] = named;
    if (!subject || (subject.start > SUBJECT_REACH && !NEXT.test(line.text.slice(0, subject.start)))) continue;
    const ahead = hasCue(line, 'reported', 'hedge', 'k_rumor') || /\b(?:will|coming)\b/.test(line.lower);
    if (ahead && !hasCue(line, 'past', 'compare')) ids.add(keyOf(subject));
  }
  return ids;
}

/** Numbers the mentions of the cast and tells rivals, predecessors and series apart. */
function numbering(cast: Cast, lines: readonly Line[]): (line: Line, mention: Mention, asSubject?: boolean) => number {
  const siblings = expected(cast, lines);
  const numbers = new Map(cast.devices.map((each, index) => [each.id, index]));
  const home = cast.devices[0]?.company;
  const homeKey = cast.devices[0]?.key ?? '';
  return (line, mention, asSubject = false) => {
    if (homeKey !== mention.key && homeKey.startsWith(mention.key) && NEXT.test(line.text.slice(0, mention.start)))
      return 0;
    if (mention.kind === 'series') {
      return mention.company === home && (homeKey.startsWith(mention.key) || mention.key.startsWith(homeKey))
        ? 0
        : RIVAL;
    }
    if (asSubject && homeKey !== mention.key && homeKey.startsWith(mention.key) && siblings.has(keyOf(mention)))
      return 0;
    const number = numbers.get(keyOf(mention)) ?? RIVAL;
    if (mention.kind === 'line') return number === 0 ? 0 : RIVAL;
    return number > 0 && (mention.company !== home || !siblings.has(keyOf(mention))) ? RIVAL : number;
  };
}

/** The sibling that the sentences before leave as the subject of one that gives none, else the main device. */
function carriedOver(
  cast: Cast,
  lines: readonly Line[],
  numberOf: (line: Line, mention: Mention, asSubject?: boolean) => number,
): number[] {
  const carried = lines.map(() => 0);
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before || before.paragraph < line.paragraph - 1 || before.heading) return;
    const sameParagraph = before.paragraph === line.paragraph;
    if (!sameParagraph && !REFERS_BACK.test(line.text)) return;
    const named = (cast.mentions[index - 1] ?? []).filter(
      (each) => each.kind === 'device' && !isCompared(before, each),
    );
    const latter = /^(?:the latter|for the last)/i.test(line.text);
    const subject = latter ? named.at(-1) : named[0];
    if (!subject) carried[index] = sameParagraph || REFERS_BACK.test(line.text) ? carried[index - 1]! : 0;
    else if (
      latter ||
      (subject.start < 30 && named.every((each) => numberOf(before, each) === numberOf(before, subject)))
    ) {
      carried[index] = Math.max(0, numberOf(before, subject));
    }
  });
  return carried;
}

/** Whether the sentence, or the one before it that it goes on from, is about another product without a name. */
function isOfOther(lines: readonly Line[], line: Line): boolean {
  if (line.index <= 2) return false;
  if (OTHER_ONE.test(line.text)) return true;
  const before = lines[line.index - 1];
  return before?.paragraph === line.paragraph && /^(?:It|They|Its)\b/.test(line.text) && OTHER_ONE.test(before.text);
}

/** Whether the mention only goes along with another: "with the X", "next to the X". */
const isBeside = (line: Line, mention: Mention): boolean =>
  /\b(?:with|to|alongside|beside|like|over|from|neben|mit|junto con|junto a|avec|aux côtés d[eu]|insieme a|accanto a|ao lado d[oa]|junto com|wraz z|obok) ?(?:the |its |a |new |dem |der |el |la |le |l'|il |o |al? )*$/.test(
    line.lower.slice(0, mention.start),
  );

/** A clause that goes on about the device right before it. */
const GOES_ON = /^,? (?:whose|which|with its|with their|that)\b/;
/** A mention that starts so early is the subject of its sentence. */
const EARLY = 6;

/** Whether the words between a mention and a place go back to what the sentence was about before. */
function isResumed(line: Line, last: Mention, at: number, isSubject: boolean): boolean {
  const between = line.lower.slice(last.end, at);
  return (
    !GOES_ON.test(between) &&
    (last.start < EARLY || (isSubject && last.start < SUBJECT_REACH) ? TURNS : RESUMES).test(between)
  );
}

/** Follows, sentence by sentence, which device is spoken of. */
export function topicOf(cast: Cast, lines: readonly Line[]): Topic {
  const numberOf = numbering(cast, lines);
  const carried = carriedOver(cast, lines, numberOf);
  const namedIn = (line: Line): Mention[] =>
    (cast.mentions[line.index] ?? []).filter(
      (each) => each.kind !== 'company' && (each.kind !== 'line' || keyOf(each) === cast.devices[0]?.id),
    );
  return (line, at, asSubject) => {
    if (isOfOther(lines, line)) return RIVAL;
    const number = (mention: Mention): number => numberOf(line, mention, asSubject);
    const own = namedIn(line);
    const owner = own.find((each) => each.start >= at.end && OWNER_AFTER.test(line.text.slice(at.end, each.start)));
    if (owner && !asSubject && number(owner) !== 0) return number(owner);
    const main = own.filter((each) => !isCompared(line, each) && !isBeside(line, each));
    const before = (asSubject ? main : own).filter((each) => each.end <= at.start);
    const last = before.at(-1);
    const object = main.find((each) => each.start >= at.end && each.start - at.end < OBJECT_REACH);
    if (!last) return asSubject && object ? number(object) : (carried[line.index] ?? 0);
    const compared = isCompared(line, last);
    if (!isResumed(line, last, at.start, compared && before.length === 1)) return compared ? RIVAL : number(last);
    if (!compared && number(last) >= 0) return number(last);
    const subject = before.find((each) => !isCompared(line, each) && number(each) >= 0);
    return subject ? number(subject) : (carried[line.index] ?? 0);
  };
}
