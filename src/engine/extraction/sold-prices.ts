import type { Line } from './scene.js';

/** What an earlier or another model cost when it came out, up to the amount: `que costaba`, `startete im März für`. */
const COST =
  /(?<![a-zß-ɏ])(?:(?<!(?:will|would|could|may|might|should|does|must|what) )(?:which|that|it|generation|edition|predecessor) cost|(?:which|that) (?:launched|sold|started|retailed|debuted|arrived) (?:at|for)|kostete|costaba|costó|se vendía (?:por|a)|coûtait|coûta|costava|costò|si vendeva a|kosztował[aoy]?|custava|custou|vendia-se (?:por|a)|(?:startete|debütierte|erschien|kam) (?:[a-zß-ɏ]+ ){0,3}(?:20\d\d )?(?:für|zu)|(?:debutó|arrancó|se estrenó|salió|llegó)(?: [a-zß-ɏ]+){0,3} (?:por|a)|(?:avait débuté|était vendue?|sortait|était facturée?)(?: [a-zß-ɏ]+){0,2} à|(?:debuttò|arrivò|uscì|era uscit[ao]|era in vendita)(?: [a-zß-ɏ]+){0,2} a|(?:estreou|chegou|saiu|debutou)(?: [a-zß-ɏ]+){0,3} (?:por|a)) [^.;,\d]{0,24}$/;

/** The same of an earlier product or a numbered one that is on sale: `the predecessor stood at`, `the R4 sells for`. */
const ON_SALE =
  /(?:predecessor|(?<!the )original|older one|(?:^|[,;:] |(?<![a-z])(?:where|while|whereas|as|since|and|but) )the (?!new|next|coming|upcoming)(?:[a-z+'-]{1,12} ){0,2}(?:[a-z]{0,4}\d[\w+]{0,5})(?: (?:pro|max|ultra|plus))?) (?:sells?|sold|came|stood|goes|went|retails|retailed) (?:for|at) [^.;,\d]{0,24}$/;

/** The model of today or the one before as what costs so much: `el modelo actual se vende por`. */
const OF_PRESENT =
  /(?<![a-zß-ɏ])(?:(?:modelo|generación|versión|geração|versão|modello|generazione|versione|modèle|génération) (?:actual|anterior|atual|attuale|precedente|actuel(?:le)?|précédente?|sortant)|(?:que|che) (?:ya )?(?:conocemos|conosciamo|conhecemos)|(?:aktuelle|bisherige|derzeitige|vorige|heutige)n? (?:modell|generation|version|variante)|(?:obecny|poprzedni|dotychczasowy) model|(?:obecna|poprzednia|dotychczasowa) (?:generacja|wersja))(?![a-zß-ɏ])[^.;]{0,60}$/;
/** What turns from that model to the one to come. */
const TO_COME =
  /(?:nuev[ao]|nuov[ao]|nouve(?:au|lle)|nov[ao]|neue[rns]?|now[ya]|sucesor\w*|successore|successeur|sucessor\w*|nachfolger\w*|następc\w+|soll|würde|dürfte|könnte|tendría|costaría|sería|serait|coûterait|sarebbe|costerebbe|teria|seria|custaria)(?![a-zß-ɏ])/;
const HAN_SOLD =
  /(?:去年|上一代|前代|上代|现款|老款|普通款|目前在售|现售)[^，。；]{0,18}(?:首发价|起售价|售价|定价|价格|卖|仅售|售)[^，。；\d]{0,4}$/;

/** Behind the amount, whose it is: `los 999 euros de su antecesora`. */
const OF_FORMER =
  /^ (?:de|d'|del|de la|della|del|du|do|da|des|der|seiner|ihrer|of) ?(?:la |su |sua |il suo |la sua |son |sa |the |its )?(?:antecesor|predecesor|prédécesseur|predecessore|antecessor|vorgänger|poprzedni|predecessor)/;

/** What leads from another model to what it is sold for: `la Z5, in vendita a`, `die Z5, die es für`. */
const SOLD =
  /^,? (?:in vendita a|vendue?s? (?:à|actuellement à)|vendid[oa]s? (?:a|por)|que se (?:vende|ofrece) (?:a|por)|die es (?:ab|für)|erhältlich (?:ab|für)|dostępn\w{1,2} za|sprzedawan\w{1,2} za|à venda por|a la venta por) ?$/;

/** Whether it is a name with a number that no mention covers, and so another product than the one of the article. */
function isSoldOther(line: Line, start: number): boolean {
  return line.names.some(
    ({ name, end, start: from }) =>
      end < start &&
      start - end < 50 &&
      /\d/.test(name) &&
      SOLD.test(line.lower.slice(end, start)) &&
      !line.mentions.some((each) => each.kind === 'device' && each.start < end && from < each.end),
  );
}

/** Whether an amount is what an earlier or another product costs or cost, and so no price of the one to come. */
export function isPriceOfSold(line: Line, start: number, end: number): boolean {
  const before = line.lower.slice(Math.max(0, start - 100), start);
  const present = OF_PRESENT.exec(before);
  return (
    COST.test(before) ||
    ON_SALE.test(before) ||
    HAN_SOLD.test(before) ||
    (present !== null && !TO_COME.test(present[0])) ||
    OF_FORMER.test(line.lower.slice(end, end + 40)) ||
    isSoldOther(line, start)
  );
}
