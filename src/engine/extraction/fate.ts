import type { Certainty, Stance } from '../subjects/index.js';
import { draft, type Draft } from './draft.js';
import { placesOf } from './places.js';
import { cuesOf, hasCue, type Line } from './scene.js';
import type { FoundCue } from './cues.js';

const STATUSES = ['cancelled', 'delayed', 'on_hold', 'in_production', 'in_testing', 'discontinued'] as const;
const NEGATED = /\b(?:not|never|hasn't|isn't|wasn't|no|yet to|nor|unclear|whether) (?:\w+ ){0,2}$/;

function polarity(line: Line, cue: FoundCue): Stance {
  const negated =
    NEGATED.test(line.lower.slice(Math.max(0, cue.start - 26), cue.start).replace(/not only|not one but/, '')) ||
    line.lower.slice(cue.start, cue.end).startsWith('no');
  const denied = cuesOf(line, 'denied').some((each) => each.end <= cue.start && cue.start - each.end < 40);
  return negated || denied ? 'refutes' : 'supports';
}

/** That a product was cancelled or ended is known from its maker where the sentence names nobody else. */
const certaintyOf = (line: Line, status: string): Certainty | undefined =>
  (status === 'cancelled' || status === 'discontinued') && !hasCue(line, 'reported', 'hedge', 'guess', 'say')
    ? 'official'
    : undefined;

/** Whether what is dropped is the product, and not a part of it: a device or a word for a product follows. */
function isProductDropped(line: Line, cue: FoundCue): boolean {
  if (!/^drop/.test(line.lower.slice(cue.start, cue.end))) return true;
  const after = cuesOf(line, 'product').some((each) => each.start > cue.start && each.start - cue.end < 24);
  return (
    after ||
    line.mentions.some((each) => each.kind !== 'company' && each.start > cue.start && each.start - cue.end < 12) ||
    /^ it\b/.test(line.lower.slice(cue.end))
  );
}

/** Whether what is being made is only said to be made with another company, which is about the partner. */
const isWithPartner = (line: Line, cue: FoundCue): boolean =>
  line.mentions.some(
    (each) =>
      each.kind === 'company' && each.start > cue.end && / with (?:the )?$/.test(line.lower.slice(cue.end, each.start)),
  );

/** Whether the tests are the writer's own, of a product at hand: "in our tests the screen …". */
const isReviewed = (line: Line, cue: FoundCue): boolean =>
  cue.cue === 'in_testing' && /\b(?:our|my|in the) $/.test(line.lower.slice(Math.max(0, cue.start - 8), cue.start));

/** What becomes of the product, and whether there is one. */
export function readFate(line: Line): Draft[] {
  const drafts = STATUSES.flatMap((status) =>
    cuesOf(line, status)
      .filter((cue) => isProductDropped(line, cue) && !isReviewed(line, cue))
      .slice(0, 1)
      .flatMap((cue) =>
        /whether|unclear/.test(line.lower.slice(Math.max(0, cue.start - 50), cue.start))
          ? []
          : [
              draft(line, 'status', status, cue, cue, {
                stance: polarity(line, cue),
                certainty: certaintyOf(line, status),
              }),
            ],
      ),
  );
  const [exists] = cuesOf(line, 'exists');
  if (exists && !isWithPartner(line, exists) && !/\bnothing\b[^.;]{0,24}$/.test(line.lower.slice(0, exists.start)))
    drafts.push(draft(line, 'existence', 'yes', exists, exists, { stance: polarity(line, exists) }));
  return drafts;
}

const ONLY =
  /(?:exclusive(?:ly)? (?:to|in|for)|only (?:in|for|to)|limited to|confined? .{0,24}to|keep .{0,24}for|remain in|stay in|restricted to) (?:the )?$/;
const NOT_THERE =
  /\b(?:not|never|won't|no plans to)(?: be| even| officially)? (?:come|launch|launched|sold|available|arrive|released?|reach|leave)[^,;.]{0,24}$/;

/** Where the product can be bought, or cannot. */
export function readAvailability(line: Line): Draft[] {
  return placesOf(line).flatMap((place) => {
    const inner = line.lower.slice(place.start, place.end);
    const before = line.lower.slice(Math.max(0, place.start - 60), place.start + (inner.indexOf(' ') + 1));
    if (ONLY.test(before)) return [draft(line, 'availability', 'exclusive', place, place, { region: place.region })];
    if (NOT_THERE.test(before))
      return [draft(line, 'availability', 'excluded', place, place, { region: place.region })];
    const soon =
      /\b(?:will|could|to|may|also|would|might)\b[^,;.]{0,30}\b(?:come|arrive|launch|be available|be sold|be released|reach)[^,;.]{0,20}$/.test(
        before,
      );
    return soon && line.dates.length === 0 && !hasCue(line, 'nothing')
      ? [draft(line, 'availability', 'yes', place, place, { region: place.region })]
      : [];
  });
}
