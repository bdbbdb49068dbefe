import { NO_NAMES } from './lexicon/no-names.js';
import { cuesOf, hasCue, type Line, type Stretch } from './scene.js';

/** What stands before a product's own name without its maker's: `the Deckard`, `den Epiq`. */
export const DETERMINED =
  /(?:^|[^A-Za-z\u00c0-\u024f])(?:the|der|die|das|den|dem|el|la|le|il|lo|o|a|l'|un|una|une|its|new|neue[nr]?|letzte[nr]?|erste[nr]?|kommende[nr]?|nächste[nr]?|nuov[ao]|nuev[ao]|nouvelle|nouveau|nov[ao]) ?$/i;

/** A code name that is the only name yet. */
const CODE_NAME =
  /(?:[Cc]ode[- ]?named?|[Cc]odenamen?|[Cc]odinome|nombre en clave|en clave como|en clave|nom de code|nome in codice|nazw\w kodow\w{1,2}|kryptonim\w{0,3}|internamente (?:de|como|di)|(?:known|knows?) (?:internally |inside the (?:firm|company|house) |in-house |there )?(?:only )?as|internally (?:called|known as|named)|referred to as|goes by the name(?: of)?|intern als|unter dem Namen|connu sous le nom de|conocid[oa] como|conosciut[oa] come|conhecid[oa] como|znan\w{1,2} jako|代号)[^A-Za-z0-9]{1,3}(?:is |of |as |de )?["“„«']?(?:Project |Projekt )?([A-Z][a-z]{2,14})(?![A-Za-z])/;

/** The code name of the product; null where the article gives none. */
export function codeName(lines: readonly Line[]): string | null {
  for (const { text, mentions } of lines) {
    const hit = CODE_NAME.exec(text);
    const name = hit?.[1];
    if (!hit || !name || NO_NAMES.has(name.toLowerCase())) continue;
    const start = hit.index + hit[0].length - name.length;
    if (!mentions.some((each) => each.start <= start && start < each.end)) return name;
  }
  return null;
}

/** What stands right before a name that is given: `called Pinewood`, `il nome Gamma`. */
const NAME_BEFORE =
  /(?:called|named|dubbed|codenamed|christened|projects?|its name is|progetto|projet|proyecto|projeto|projekt|Projekt|projektem?|se llama|s'appelle|si chiama|se chama|nazywa się|nazywać się|(?:known|knows?)(?: \w+){0,4} as|(?:the|product|model|sales|trade|a) names?(?: of| is)?|moniker|namens|genannt|heißt|Namen|Codenamen|Codename|llamad[oa]|se llamará|llamarse|nombre(?: de)?|bautizad[oa](?: como)?|appelée?|baptisée?|nommée?|s'appeller(?:a|ait)|s'appeler|nom(?: de)?|chiamat[oa]|si chiamer(?:à|ebbe)|(?:il|al|del) nome|battezzat[oa]|chamad[oa]|batizad[oa](?: de)?|nome(?: de)?|o nazwie|nazwan\w{1,2}|nazwę|代号为?|名为|命名为|\b(?:nome|name|nombre|nom|Namen|nazwa)\b[^.:]{1,30}:)(?: the| der| die| das| el| la| le| il| o)?:? ?["'„«“「]?$/i;
/** What says of the name before it what kind of thing it is: `Das Nordlicht ist ein Radio`. */
const IS_A =
  /^["'»”]? (?:ist|is|will be|wird|est|sera|es|será|è|sarà|to|jest|é|是) (?:eine?|an?|une?|una?|uno|uma?|一款)\b/;

/** Whether the sentence says of a name that ends there that it is a product. */
export const isKindGiven = (line: Line, end: number): boolean =>
  hasCue(line, 'product') && IS_A.test(line.text.slice(end, end + 16));

/** A name that a product will have, which shows one although the article says it once. */
const WILL_BE_NAMED =
  /(?:(?:will|would|should|could|may|is to|to) be (?:called|named)|s'appeller(?:a|ait)|se llamar(?:á|ía)|si chiamer(?:à|ebbe)|se chamar(?:á|ia)|vai se chamar|będzie się nazywa\w{1,2}|ma się nazywać) ["'„«“]?$/i;

/** What stands behind a name that is given: `die intern Lyra heißt`. */
const NAME_BEHIND =
  /^["'»”]? (?:heißt|heißen|genannt|getauft|lautet)\b|^["'»”]?, (?:bo tak|tak ma|as it is called|as it will be called|so heißt|so soll|wie)\b/;
/** What parts a word for a product from its name behind it. */
const APPOSITION = /^,? (?:the |der |die |das |den |dem |el |la |le |l'|il |lo |o |a )?$/;

/** Whether a name that begins there is given to something behind a word for a name: `called Pinewood`. */
export const isNamedThere = (line: Line, { start, end }: Stretch): boolean =>
  NAME_BEFORE.test(line.text.slice(Math.max(0, start - 48), start)) || NAME_BEHIND.test(line.text.slice(end, end + 24));

/** Whether it stands behind words for a name that is to come: `s'appellera Quatrelle`. */
export const isNameToCome = (line: Line, start: number): boolean =>
  WILL_BE_NAMED.test(line.text.slice(Math.max(0, start - 30), start));

/** Whether it stands behind a word for a product and a comma: `the model, the Cosmos`. */
export function isAppositionThere(line: Line, start: number): boolean {
  return cuesOf(line, 'product').some(
    ({ end }) => end < start && line.text.charAt(end) === ',' && APPOSITION.test(line.lower.slice(end, start)),
  );
}
