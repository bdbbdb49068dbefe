import type { Certainty, Stance } from '../subjects/index.js';
import { draft, type Draft } from './draft.js';
import { isRejected } from './given-up.js';
import { placesOf } from './places.js';
import { cuesOf, hasCue, type Line } from './scene.js';
import type { FoundCue } from './cues.js';

const STATUSES = ['cancelled', 'delayed', 'on_hold', 'in_production', 'in_testing', 'discontinued'] as const;
const NEGATED =
  /\b(?:not|never|hasn't|isn't|wasn't|no|yet to|nor|unclear|whether) (?:\w+ ){0,2}$|(?<![a-z\u00df-\u024f])(?:nicht|kein(?:e|en|er)?|ne|non|nie|não|pas|nunca|jamais|mai) (?:[a-z\u00df-\u024f]+ )?$|(?:不会|没有|并未|并没有|未|不存在|不打算)$/;

/** What is said of reports that are denied: `Reports that … are wrong`. */
const WRONG =
  /^["„“]?(?:the )?(?:reports?|rumou?rs?|claims?|talk|speculation|berichte|gerüchte|los rumores|las informaciones|les rumeurs|le voci|doniesienia|os rumores)\b[^.;]{0,120} (?:(?:is|are|was|were|sind|seien|son|sont|sono|są|são) (?:\w+ )?(?:wrong|false|untrue|not true|incorrect|nonsense|unfounded|falsch|unwahr|falsos|falsas|fausses|falsi|false|nieprawdziwe))/;

/** What makes it a belief of the past: `on la croyait enterrée`. */
const BELIEVED =
  /(?<![a-z\u00df-\u024f])(?:croyait|pensait|thought|believed|written off as|creía(?:mos|n)?|daba(?:n)? por|credeva(?:no)?|davano per|dawano za|achava(?:m)?|glaubte) (?:[a-z\u00df-\u024f]+ )?$/;

const isBelieved = (line: Line, cue: FoundCue): boolean =>
  BELIEVED.test(line.lower.slice(Math.max(0, cue.start - 24), cue.start));

function polarity(line: Line, cue: FoundCue): Stance {
  const negated =
    NEGATED.test(line.lower.slice(Math.max(0, cue.start - 26), cue.start).replace(/not only|not one but/, '')) ||
    /^(?:no(?!t one but)|(?:does|is|are|was)(?:n't| not) |n'|n |nie |non |não |不)|kein/.test(
      line.lower.slice(cue.start, cue.end),
    );
  const denied = cuesOf(line, 'denied').some((each) => each.end <= cue.start && cue.start - each.end < 40);
  return isRejected(line, cue) || negated || denied || WRONG.test(line.lower) ? 'refutes' : 'supports';
}

/** That a product was cancelled or ended is known from its maker where the sentence names nobody else. */
const certaintyOf = (line: Line, status: string, cue: FoundCue): Certainty | undefined =>
  (status === 'cancelled' || status === 'discontinued' || (status === 'delayed' && isByMaker(line, cue))) &&
  !hasCue(line, 'reported', 'hedge', 'guess', 'say')
    ? 'official'
    : undefined;

/** A company that puts something off itself, in the perfect: `Lumen hat die Auslieferung … verschoben`. */
const HAS_DONE = /^ (?:hat|ha|a|has) [^,;:]{0,90}$/;
const isByMaker = (line: Line, cue: FoundCue): boolean =>
  line.where === 'text' &&
  line.mentions.some((each) => each.kind === 'company' && HAS_DONE.test(line.lower.slice(each.end, cue.start)));

/** Whether what is dropped is the product, and not a part of it: a device or a word for a product follows. */
function isProductDropped(line: Line, cue: FoundCue): boolean {
  if (!/^drop/.test(line.lower.slice(cue.start, cue.end))) return true;
  if (/^(?: the)? ["']/.test(line.lower.slice(cue.end))) return false;
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

/** Orders that buyers may call off, and no product: `Customers can cancel free of charge`. */
const BY_BUYERS =
  /\b(?:customers?|buyers?|backers?|owners?|anyone|anybody|you|they|who ordered|preorders?|orders?) (?:can|may|could|are free to|have|has|to|want to|wish to)?(?: now| still| also)? ?$/;
const OF_ORDERS =
  /^(?: (?:their|your|my|the|an?|any|existing))? (?:orders?|pre-?orders?|reservations?|subscriptions?|deposits?|free of charge)\b/;
const isOrder = (line: Line, cue: FoundCue): boolean =>
  cue.cue === 'cancelled' &&
  (BY_BUYERS.test(line.lower.slice(Math.max(0, cue.start - 40), cue.start)) ||
    OF_ORDERS.test(line.lower.slice(cue.end)));

/** A plan, a name, a way or a guess that is given up, and not the product: `ce scénario abandonné`, `Arbeitstitel … vom Tisch`. */
const PLAN =
  /(?<![a-z\u00df-\u024f])(?:\w*szenario|scénario|scenario|escenario|cenário|scenariusz|hypothèse|hipótesis|ipotesi|\w*titel|\w*name|nom|nombre|nome|nazwa|nazwę|route|formule|idea|idée|idee|date|termin|datum)(?![a-z\u00df-\u024f]) (?:[^ ,.;:]+ ){0,4}$/;
const HAN_PLAN = /^(?:了)?[^，。；]{0,6}(?:路线|方案|想法|名称|名字|市场|策略)/;
const isPlan = (line: Line, cue: FoundCue): boolean =>
  cue.cue === 'cancelled' &&
  (PLAN.test(line.lower.slice(Math.max(0, cue.start - 60), cue.start)) || HAN_PLAN.test(line.lower.slice(cue.end)));

/** Noise that is cancelled, and not a product. */
const isNoise = (line: Line, cue: FoundCue): boolean => /noise[- ]$/.test(line.lower.slice(0, cue.start));

/** A start of production that is still to come is a date and no status. */
const isPlanned = (line: Line, cue: FoundCue): boolean =>
  (cue.cue === 'in_production' && /\b(?:trial|pilot|test)[ -]$/.test(line.lower.slice(0, cue.start))) ||
  (cue.cue === 'in_production' &&
    /\b(?:to|will|would|could|should|may|might) $/.test(line.lower.slice(0, cue.start))) ||
  (cue.cue === 'in_production' &&
    line.dates.length > 0 &&
    hasCue(line, 'ahead', 'reported', 'hedge', 'guess') &&
    !hasCue(line, 'past'));

/** Whether the tests are the writer's own, of a product at hand: "in our tests the screen …". */
const isReviewed = (line: Line, cue: FoundCue): boolean =>
  cue.cue === 'in_testing' &&
  (/\b(?:our|my|in the) $/.test(line.lower.slice(Math.max(0, cue.start - 8), cue.start)) ||
    /^(?: the)? (?:waters?|market|idea|appetite)\b/.test(line.lower.slice(cue.end)));

/** What makes an end one for a while: `shelved the project for now`. */
const FOR_NOW = /^[^,.;]{0,40} (?:for now|for the moment|for the time being|temporarily|until further notice)\b/;
const onHold = (line: Line, cue: FoundCue, status: string): string =>
  status === 'cancelled' && FOR_NOW.test(line.lower.slice(cue.end)) ? 'on_hold' : status;

/** That there will be none, right before its name. */
const THERE_IS_NO = /\bthere (?:will be|is|is going to be) no (?:new |such )?$/;
function denied(line: Line): Draft[] {
  const at = line.mentions.find(
    (each) => each.kind === 'device' && THERE_IS_NO.test(line.lower.slice(Math.max(0, each.start - 40), each.start)),
  );
  return at ? [draft(line, 'existence', 'yes', at, at, { stance: 'refutes' })] : [];
}

/** What exists or is real and is not the product: a version of it, a paper on it. */
const OF_OTHER_THING =
  /(?:variant|version|edition|sheet|document|letter|images?|photos?|listing|e-?mail|screenshot|slide)(?: (?:with|of) [^.;]{0,60})? (?:(?:is|are|was|were) )?(?:also |indeed )?$/;

/** What becomes of the product, and whether there is one. */
export function readFate(line: Line): Draft[] {
  const drafts = STATUSES.flatMap((status) =>
    cuesOf(line, status)
      .filter(
        (cue) =>
          isProductDropped(line, cue) &&
          !isBelieved(line, cue) &&
          !isNoise(line, cue) &&
          !isPlan(line, cue) &&
          !isOrder(line, cue) &&
          !isReviewed(line, cue) &&
          !isPlanned(line, cue),
      )
      .slice(0, 1)
      .flatMap((cue) =>
        /whether|unclear/.test(line.lower.slice(Math.max(0, cue.start - 50), cue.start))
          ? []
          : [
              draft(line, 'status', onHold(line, cue, status), cue, cue, {
                stance: polarity(line, cue),
                certainty: certaintyOf(line, status, cue),
              }),
            ],
      ),
  );
  const [exists] = cuesOf(line, 'exists');
  const isElsewhere = exists && placesOf(line).some((each) => each.start > exists.end && each.start - exists.end < 60);
  if (
    exists &&
    !(isElsewhere && /^no\b/.test(line.lower.slice(exists.start))) &&
    !isWithPartner(line, exists) &&
    !OF_OTHER_THING.test(line.lower.slice(0, exists.start)) &&
    !/^ (?:the rounds|headlines|waves|its way|sense|noise|progress)\b/.test(line.lower.slice(exists.end)) &&
    !/\b(?:nothing\b[^.;]{0,24}|always (?:been )?)$/.test(line.lower.slice(0, exists.start))
  )
    drafts.push(draft(line, 'existence', 'yes', exists, exists, { stance: polarity(line, exists) }));
  return [...drafts, ...denied(line)];
}
