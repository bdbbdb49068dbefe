import { credited, type Credited } from './credited.js';
import type { Line } from './scene.js';
import { matches } from './matches.js';

/** What a source is, before its name, in all languages: `the Taiwanese paper Silicon Post`. */
const KIND = [
  'blog|blogger|informer|reporter|magazine|newspaper|paper|daily|weekly|website|site|outlet|portal|newsletter|channel|podcast|forum|board|user|member|nick|leaker|tipster|insider|youtuber|streamer|retailer|dealer|shop|webshop|agency|publication|broadcaster|reader|consultancy|research firm|analysts? at',
  'Blog|Blogger|Magazin|Zeitung|Tageszeitung|Portal|Onlinemagazin|Fachmagazin|Händler|Onlinehändler|Onlineshop|Forum|Nutzer|Leaker|Leakerin|Tippgeber|Youtuber|YouTuber|Kanal|Newsletter|Website|Webseite|Seite|Sender|Agentur|Marktforscher|Analyst|Analystin',
  'blog|blogger|revista|diario|periódico|portal|web|medio|canal|foro|usuario|filtrador|filtradora|consultora|tienda|boletín|agencia|youtuber|informante',
  'blog|blogger|site|magazine|quotidien|journal|média|chaîne|forum|utilisateur|leakeur|leakeuse|leaker|youtubeur|vidéaste|cabinet|revendeur|enseigne|agence|analyste',
  'blog|blogger|sito|rivista|quotidiano|giornale|portale|testata|canale|forum|utente|leaker|youtuber|società di analisi|rivenditore|agenzia|newsletter',
  'blog|blogger|serwis|serwisu|portal|portalu|magazyn|magazynu|dziennik|dziennika|kanał|kanału|forum|użytkownik|leaker|sklep|sklepu|agencja|gazeta|redakcja',
  'blog|blogger|site|revista|jornal|portal|canal|fórum|usuário|perfil|vazador|vazadora|consultoria|loja|varejista|agência|youtuber|boletim',
].join('|');
/** The same at the start of a sentence. */
const ANY_CASE = `${KIND}|${KIND.split('|')
  .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  .join('|')}`;
const NAMED =
  "(?:['\"«„]?)((?:[A-Z\\u00c0-\\u00deĀ-Ž][A-Za-z\\u00c0-\\u024f\\d.'&-]{0,24})(?: (?:&|of|the|i|y|e|und|de|dei|del|do|da) (?=[A-Z])| (?=[A-Z\\u00c0-\\u00deĀ-Ž\\d]))?(?:[A-Z\\u00c0-\\u00deĀ-Ž\\d][A-Za-z\\u00c0-\\u024f\\d.'&-]{0,24})?(?: [A-Z][A-Za-z\\u00c0-\\u024f\\d.'-]{0,24})?|@?[a-z][a-z\\d]{1,20}[_\\d][a-z\\d_]{1,20})";
const SOURCE = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u024f])(?:${ANY_CASE})(?: (?:called|named|namens|llamad[oa]|nommée?|chiamat[oa]|cines[ei]|chino|chinois|taiwan\\w{1,5}|belg[aie]|online|tech))? ${NAMED}`,
  'g',
);
/** The last words of those nouns, one of which every such sentence has. */
const WORDS = new Set(
  KIND.toLowerCase()
    .split(/[^a-z\u00df-\u024f]+/)
    .filter((word) => word.length > 2),
);

/** Words behind such a noun that show that the name is no source: an update of a site, a shop of the maker. */
const NO_NAME =
  /^(?:The|This|It|In|On|And|But|Der|Die|Das|El|La|Le|Les|Il|Lo|O|A|W|Na|Z|US|UK|EU|PC|TV|VR|AR|AI|LCD|OLED)$/;

/** Whether an outlet has the maker's name in its own: `the site Canon Whispers`. */
const isNamedAfter = (name: string, maker: string): boolean => name.startsWith(`${maker} `) && !/\d/.test(name);

/** Names with a word before them for what they are: an outlet, a channel, a leaker, a shop. */
export function kinds(line: Line, maker: string | null): Credited[] {
  if (!line.tokens.some(({ key }) => WORDS.has(key))) return [];
  return matches(line.text, SOURCE).flatMap((hit) => {
    const name = hit[1]!.replace(/'s$|[.,'"]+$/g, '').replace(/^@/, '');
    const start = hit.index + hit[0].lastIndexOf(name);
    const ofMaker = line.mentions.some(
      (each) =>
        each.start < start + name.length &&
        start < each.end &&
        (each.kind !== 'company' || (each.company === maker && !isNamedAfter(name, each.name))),
    );
    return ofMaker || NO_NAME.test(name) || name.length < 3 ? [] : [credited(line, name, start, name.length)];
  });
}
