import { draft, type Draft } from './draft.js';
import { PLACES } from './lexicon/places.js';
import { matches } from './matches.js';
import { placesOf, type Place } from './places.js';
import { hasCue, type Line } from './scene.js';

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
    '\\bno (?:sales?|launch|release|start|distribution)\\b[^,;.]{0,20}',
    "\\b(?:(?:not|never|won't|no plans to)(?: be| even| officially| to)? (?:come|coming|launch|launched|bring|offer|offered|sell|sold|available|arrive|released?|reach|leave|make it)|skips?|skipping|bypass\\w{0,3})\\b[^,;.]{0,34}",
    'nicht (?:nach|in|auf)?[^,;.]{0,30}|keinen marktstart',
    'deja(?:rá|n|ría)? fuera(?: a)? ?|sin pasar por|se queda sin|kein(?:e|en)? [^,;.]{0,20}in|leaves? out',
    "(?:exclu(?:t|re|ant)|écart(?:e|er|ant)|descart(?:a|ó|ar)|esclu(?:de|dere|so)|wyklucz(?:a|ył|yła)|descart(?:a|ou)) (?:[a-z\u00df-\u024f']+ ){0,3}(?:commercialisation|sortie|vente|lancement|venta|lanzamiento|llegada|vendita|lancio|sprzedaż|premierę|venda|lançamento)[^,;.]{0,16}",
    '(?:no|ni|tampoco) (?:llegar\\w*|se (?:vender|lanzar)\\w*|saldr\\w+|estar\\w+)[^,;.]{0,24}',
    '(?:ne|n) ?(?:sera|serait|sortira|sortirait|viendra|arrivera|concern)[^,;.]{0,34}',
    'non (?:arriver|sar|uscir|verr|debutter)[^,;.]{0,34}',
    'nie (?:trafi|pojawi|zadebiutuje|b\u0119dzie)[^,;.]{0,34}',
    "(?:n['\u2019]a pas pr\u00e9vu|ne pr\u00e9voit pas|n['\u2019]envisage pas) de (?:l[ea]s? )?(?:vendre|commercialiser|lancer|sortir)[^,;.]{0,24}|no (?:tiene previsto|planea|prev\u00e9) (?:vender|lanzar|comercializar)[^,;.]{0,24}|non (?:prevede|ha in programma) di (?:vender|lanciar|commercializzar)[^,;.]{0,24}|plant (?:derzeit |vorerst )?keinen (?:verkauf|vertrieb|start)[^,;.]{0,24}|nie planuje (?:sprzeda\u017cy|premiery)[^,;.]{0,24}|n\u00e3o (?:planeja|pretende|prev\u00ea) (?:vender|lan\u00e7ar)[^,;.]{0,24}",
    'n\u00e3o (?:chegar|ser|vir|deve chegar|estar|sair)[^,;.]{0,34}',
  ].join('|')})$`,
);
const HAN_NOT_THERE = /(?:\u4e0d\u4f1a|\u4e0d|\u65e0\u7f18|\u7f3a\u5e2d|\u672a\u8ba1\u5212)[^\uff0c,\u3002]{0,8}$/;
/** A denial behind the place: "In China wird das Modell nicht angeboten". */
const NOT_AFTER =
  /^(?: buyers| customers| shoppers| users| fans)? (?:won't|will not|would not|isn't going to|is not going to) (?:get|see|receive)\b|^ (?:launch|release|debut|rollout|sale) (?:is|was|are)(?:n't| not| never) (?:on the cards|in the cards|on the table|planned|expected|in sight|happening|foreseen|part of)|^[^;.]{0,60}(?:nicht (?:angeboten|verkauft|erscheinen|erh\u00e4ltlich|kommen|geplant|ausgeliefert)|ne serai[t]? pas concern|leer aus|devrai(?:en)?t s'en passer|s'en passera|(?:she|he|it|they|the (?:firm|company|maker)) (?:has|have|sees) no plans|se quedará\w? sin|ficará de fora|ficam? de fora|resterà senza|obejdzie się bez|is not (?:planned|affected)|no se vender|n\u00e3o ser\u00e1 vendid|not be sold|get left out|is left out|will miss out|misses out)/;
/** What says that it will be sold there. */
const SOON = new RegExp(
  `(?:${[
    '\\b(?:will|could|to|may|also|would|might|should)\\b[^,;.]{0,30}\\b(?:come|arrive|launch|be available|be sold|be released|be offered|offer|bring|sell|reach|go on sale)[^,;.]{0,20}',
    '(?:soll|wird|k\u00f6nnte|d\u00fcrfte|kommt|erscheint|startet)[^,;.:]{0,40}',
    '(?:llegar\\w+|se vender\\w+|estar\u00e1 disponible|saldr\\w+|se lanzar\\w+)[^,;.]{0,20}',
    '(?:sera|serait|arrivera|arriverait|sortira|sortirait|disponible)[^,;.]{0,24}',
    '(?:arriver\u00e0|arriverebbe|sar\u00e0 disponibile|uscir\u00e0|verr\u00e0 vendut\\w|in vendita)[^,;.]{0,20}',
    '(?:trafi|pojawi si\u0119|b\u0119dzie dost\u0119pn\\w)[^,;.]{0,20}',
    '(?:chegar\\w*|ser\u00e1 vendid\\w|estar\u00e1 dispon\u00edvel|deve chegar)[^,;.]{0,20}',
    "(?:\\b(?:is|are|also)|'s) (?:also )?(?:coming|headed|heading|bound|making its way)[^,;.]{0,12}",
    '(?:now available|on sale now|available now)[^,;.]{0,20}',
  ].join('|')})$`,
);

/** The countries that come first, which are told beside the date: `im Mai, zunächst in Polen`. */
const FIRST =
  /(?<![a-z\u00df-\u024f])(?:zunächst|zuerst|anfangs|vorerst|zum (?:verkaufs|markt)?start|d'abord|dans un premier temps|prima(?! d)|dapprima|inizialmente|primero|en primer lugar|inicialmente|najpierw|początkowo|w pierwszej kolejności|primeiro|em primeiro lugar)(?! (?:nur|aber))[^,;.]{0,44}$/;

/** Behind a place that is the subject. */
const SOON_AFTER =
  /^ (?:buyers |customers |shoppers |users |fans )?(?:will|would|is|are|to) (?:also )?(?:be (?:included|added|next)|get it|getting it|get the)\b/;
/** Before a place where it is made, or has its price, and not one where it will be sold. */
const NO_SALE =
  /(?<![a-z\u00df-\u017e])(?:gebaut|gefertigt|produziert|hergestellt|montiert|prix|tarif|preis|prezzo|precio|cena|pre\u00e7o|fabriqu\w+|produite?s?|assembl\w+|prodott\w|costruit\w|fabricad\w|producid\w|produzid\w|produkowan\w+|montowan\w+)(?![a-z\u00df-\u017e])[^,;.]{0,50}$/;
/** Before a place of which somebody only asks: `whether anybody will sell it in Poland`. */
const ASKED =
  /(?<![a-z\u00df-\u017e])(?:whether|if|ob|czy|si|se (?:arriver|sar\u00e0|uscir|verr|debutter)\w*|\u662f\u5426)(?![a-z\u00df-\u017e])[^,;.]{0,50}$/;
/** What makes it few that are sold there. */
const LIMITED =
  /(?<![a-z])(?:limited (?:numbers|quantities|quantity|run|batch|edition)|small numbers|small batch|limitat[aoei] a [\d.]+ (?:esemplari|unità|pezzi)|auf [\d.]+ (?:stück|exemplare) (?:limitiert|begrenzt)|limitée?s? à [\d ]+ exemplaires|limitad[ao]s? a [\d.]+ (?:unidades|ejemplares|exemplares)|(?:nakładzie|limicie) [\d ]+ (?:sztuk|egzemplarzy))[^,;.]{0,24}$/;

/** A place before `only`: `a China-only affair`, `remains a Japan exclusive`. */
const PLACE_ONLY = new RegExp(
  `(?<![a-z\\u00df-\\u024f])(${[...PLACES.keys()]
    .filter((name) => /^[a-z. ]+$/.test(name))
    .join('|')
    .replaceAll('.', '\\.')})(?:[- ]only(?![a-z])(?! (?:to|when|if|in|after))| exclusive(?![a-z])(?! (?:to|in|for)))`,
  'g',
);

/** Portuguese `no`, which is no denial: `no Brasil`. */
const IN_THE = /^no /;

function onlyOf(line: Line): Draft[] {
  if (!/[a-z](?:[- ]only| exclusive)\b/.test(line.lower)) return [];
  return matches(line.lower, PLACE_ONLY).flatMap((hit) => {
    const region = PLACES.get(hit[1]!);
    const at = { start: hit.index, end: hit.index + hit[0].length };
    if (region === undefined || !/^[A-Z]/.test(line.text.slice(at.start))) return [];
    return [draft(line, 'availability', 'exclusive', at, at, { region })];
  });
}

/** An event that there is not to be: `no US launch`, `has ruled out a European release`. */
const NO_EVENT = /(?<![a-z])(?:no|rul(?:es?|ed|ing) out an?|without an?) $/;
const EVENT = /^ (?:launch|release|debut|rollout)(?![a-z])/;

/** What a place that the sentence is tied to has to do with the product. */
function availabilityAt(line: Line, place: Place): Draft[] {
  const inner = line.lower.slice(place.start, place.end);
  const before = line.lower.slice(Math.max(0, place.start - 60), place.start + (inner.indexOf(' ') + 1));
  const told = (value: string): Draft[] => [draft(line, 'availability', value, place, place, { region: place.region })];
  if (LIMITED.test(before)) return told('limited');
  if (ONLY.test(before) || HAN_ONLY.test(before)) return told('exclusive');
  const behind = line.lower.slice(place.end);
  const lead = IN_THE.test(inner) ? before.slice(0, -3) : before;
  if (NOT_THERE.test(lead) || HAN_NOT_THERE.test(before) || NOT_AFTER.test(behind)) return told('excluded');
  if (EVENT.test(behind) && NO_EVENT.test(line.lower.slice(0, place.start))) return told('excluded');
  const soon = (SOON.test(before) && !NO_SALE.test(before) && !ASKED.test(before)) || SOON_AFTER.test(behind);
  return (FIRST.test(before) || (soon && line.dates.length === 0)) && !hasCue(line, 'nothing') ? told('yes') : [];
}

/** Where the product can be bought, or cannot. */
export function readAvailability(line: Line): Draft[] {
  return [...onlyOf(line), ...placesOf(line).flatMap((place) => availabilityAt(line, place))];
}
