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
    /^(?:no(?!t one but)|n'|n |nie |non |não |不)|kein/.test(line.lower.slice(cue.start, cue.end));
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

/** A plan, a name, a way or a guess that is given up, and not the product: `ce scénario abandonné`, `Arbeitstitel … vom Tisch`. */
const PLAN =
  /(?<![a-z\u00df-\u024f])(?:\w*szenario|scénario|scenario|escenario|cenário|scenariusz|hypothèse|hipótesis|ipotesi|\w*titel|\w*name|nom|nombre|nome|nazwa|nazwę|route|formule|idea|idée|idee|date|termin|datum)(?![a-z\u00df-\u024f]) (?:[^ ,.;:]+ ){0,4}$/;
const HAN_PLAN = /^(?:了)?[^，。；]{0,6}(?:路线|方案|想法|名称|名字|市场|策略)/;
const isPlan = (line: Line, cue: FoundCue): boolean =>
  cue.cue === 'cancelled' &&
  (PLAN.test(line.lower.slice(Math.max(0, cue.start - 60), cue.start)) || HAN_PLAN.test(line.lower.slice(cue.end)));

/** Noise that is cancelled, and not a product. */
const isNoise = (line: Line, cue: FoundCue): boolean => /noise[- ]$/.test(line.lower.slice(0, cue.start));

/** Whether the tests are the writer's own, of a product at hand: "in our tests the screen …". */
/** A start of production that is still to come is a date and no status. */
const isPlanned = (line: Line, cue: FoundCue): boolean =>
  (cue.cue === 'in_production' &&
    /\b(?:to|will|would|could|should|may|might) $/.test(line.lower.slice(0, cue.start))) ||
  (cue.cue === 'in_production' &&
    line.dates.length > 0 &&
    hasCue(line, 'ahead', 'reported', 'hedge', 'guess') &&
    !hasCue(line, 'past'));

const isReviewed = (line: Line, cue: FoundCue): boolean =>
  cue.cue === 'in_testing' && /\b(?:our|my|in the) $/.test(line.lower.slice(Math.max(0, cue.start - 8), cue.start));

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
          !isReviewed(line, cue) &&
          !isPlanned(line, cue),
      )
      .slice(0, 1)
      .flatMap((cue) =>
        /whether|unclear/.test(line.lower.slice(Math.max(0, cue.start - 50), cue.start))
          ? []
          : [
              draft(line, 'status', status, cue, cue, {
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
    !/\b(?:nothing\b[^.;]{0,24}|always (?:been )?)$/.test(line.lower.slice(0, exists.start))
  )
    drafts.push(draft(line, 'existence', 'yes', exists, exists, { stance: polarity(line, exists) }));
  return drafts;
}

const ONLY = new RegExp(
  `(?:${[
    'exclusive(?:ly)? (?:to|in|for)|only (?:in|for|to)|limited to|confined? .{0,24}to|keep .{0,24}for|remain in|stay in|restricted to|exclusive to',
    'exklusiv (?:in|f\u00fcr)|nur (?:in|f\u00fcr)|ausschlie\u00dflich (?:in|f\u00fcr)|beschr\u00e4nkt (?:auf|bleiben)',
    'exclusiv\\w+ (?:de|en|para|para el mercado de)|s\u00f3lo en|solo en|\u00fanicamente en|limitad\\w a',
    'r\u00e9serv\u00e9\\w{0,2} (?:\u00e0|au|aux)|exclusivement (?:en|au|aux|\u00e0)|uniquement (?:en|au|aux)|limit\u00e9\\w? (?:\u00e0|au)',
    'esclusiv\\w+ (?:per|in|di)|solo (?:in|per|negli|nel)|soltanto in|riservat\\w (?:a|al|all)',
    'wy\u0142\u0105cznie (?:w|na|dla)|tylko (?:w|na|dla)|exclusivo (?:d\\w|para)|apenas n\\w|somente n\\w|s\u00f3 n\\w',
  ].join('|')}) ?(?:the |la |el |l'|le |den |die |der )?$`,
);
const HAN_ONLY = /(?:\u4ec5\u5728|\u53ea\u5728|\u72ec\u5bb6|\u4e13\u4f9b|\u4ec5\u9650|\u4ec5\u9762\u5411).{0,6}$/;
const NOT_THERE = new RegExp(
  `(?:${[
    "\\b(?:(?:not|never|won't|no plans to)(?: be| even| officially| to)? (?:come|coming|launch|launched|bring|offer|offered|sell|sold|available|arrive|released?|reach|leave|make it)|skips?|skipping|bypass\\w{0,3})\\b[^,;.]{0,34}",
    'nicht (?:nach|in|auf)?[^,;.]{0,30}|keinen marktstart',
    'deja(?:rá|n|ría)? fuera(?: a)? ?|sin pasar por|se queda sin|kein(?:e|en)? [^,;.]{0,20}in|leaves? out',
    "(?:exclu(?:t|re|ant)|écart(?:e|er|ant)|descart(?:a|ó|ar)|esclu(?:de|dere|so)|wyklucz(?:a|ył|yła)|descart(?:a|ou)) (?:[a-z\u00df-\u024f']+ ){0,3}(?:commercialisation|sortie|vente|lancement|venta|lanzamiento|llegada|vendita|lancio|sprzedaż|premierę|venda|lançamento)[^,;.]{0,16}",
    '(?:no|ni) (?:llegar\\w*|se (?:vender|lanzar)\\w*|saldr\\w+|estar\\w+)[^,;.]{0,24}',
    '(?:ne|n) ?(?:sera|serait|sortira|sortirait|viendra|arrivera|concern)[^,;.]{0,34}',
    'non (?:arriver|sar|uscir|verr|debutter)[^,;.]{0,34}',
    'nie (?:trafi|pojawi|zadebiutuje|b\u0119dzie)[^,;.]{0,34}',
    'n\u00e3o (?:chegar|ser|vir|deve chegar|estar|sair)[^,;.]{0,34}',
  ].join('|')})$`,
);
const HAN_NOT_THERE = /(?:\u4e0d\u4f1a|\u4e0d|\u65e0\u7f18|\u7f3a\u5e2d|\u672a\u8ba1\u5212)[^\uff0c,\u3002]{0,8}$/;
/** A denial behind the place: "In China wird das Modell nicht angeboten". */
const NOT_AFTER =
  /^[^;.]{0,60}(?:nicht (?:angeboten|verkauft|erscheinen|erh\u00e4ltlich|kommen|geplant|ausgeliefert)|ne serai[t]? pas concern|leer aus|devrai(?:en)?t s'en passer|s'en passera|(?:she|he|it|they|the (?:firm|company|maker)) (?:has|have|sees) no plans|se quedará\w? sin|ficará de fora|ficam? de fora|resterà senza|obejdzie się bez|is not (?:planned|affected)|no se vender|n\u00e3o ser\u00e1 vendid|not be sold|get left out|is left out|will miss out|misses out)/;
/** What says that it will be sold there. */
const SOON = new RegExp(
  `(?:${[
    '\\b(?:will|could|to|may|also|would|might|should)\\b[^,;.]{0,30}\\b(?:come|arrive|launch|be available|be sold|be released|be offered|reach|go on sale)[^,;.]{0,20}',
    '(?:soll|wird|k\u00f6nnte|d\u00fcrfte|kommt|erscheint|startet)[^,;.]{0,40}',
    '(?:llegar\\w+|se vender\\w+|estar\u00e1 disponible|saldr\\w+|se lanzar\\w+)[^,;.]{0,20}',
    '(?:sera|serait|arrivera|arriverait|sortira|sortirait|disponible)[^,;.]{0,24}',
    '(?:arriver\u00e0|arriverebbe|sar\u00e0 disponibile|uscir\u00e0|verr\u00e0 vendut\\w|in vendita)[^,;.]{0,20}',
    '(?:trafi|pojawi si\u0119|b\u0119dzie dost\u0119pn\\w)[^,;.]{0,20}',
    '(?:chegar\\w*|ser\u00e1 vendid\\w|estar\u00e1 dispon\u00edvel|deve chegar)[^,;.]{0,20}',
    '(?:now available|on sale now|available now)[^,;.]{0,20}',
  ].join('|')})$`,
);

/** Where the product can be bought, or cannot. */
export function readAvailability(line: Line): Draft[] {
  return placesOf(line).flatMap((place) => {
    const inner = line.lower.slice(place.start, place.end);
    const before = line.lower.slice(Math.max(0, place.start - 60), place.start + (inner.indexOf(' ') + 1));
    if (ONLY.test(before) || HAN_ONLY.test(before))
      return [draft(line, 'availability', 'exclusive', place, place, { region: place.region })];
    if (NOT_THERE.test(before) || HAN_NOT_THERE.test(before) || NOT_AFTER.test(line.lower.slice(place.end)))
      return [draft(line, 'availability', 'excluded', place, place, { region: place.region })];
    const soon = SOON.test(before);
    return soon && line.dates.length === 0 && !hasCue(line, 'nothing')
      ? [draft(line, 'availability', 'yes', place, place, { region: place.region })]
      : [];
  });
}
