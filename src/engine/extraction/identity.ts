import { draft, type Draft } from './draft.js';
import { keyOf, type Cast } from './cast.js';
import { cuesOf, type Line } from './scene.js';
import { listedNumbers } from './listed-numbers.js';
import { matches } from './matches.js';

const NAMED = `["'«(„“”]?((?:Project )?[A-Z\\u00c0-\\u00de][\\w\\u00c0-\\u017e]{1,14}(?:-[A-Z\\d]{1,3})?(?: (?:[A-Z][a-z]{2,12}(?:-[A-Z\\d]{1,3})?|\\d{1,2}))?(?=["'»)”“,.; ]|$)|[a-z]{1,3}\\d{1,4}\\w{0,3}|(?<=["'«„“])[a-z]{4,14}(?=["'»”]))["'»)”]?`;
const CODENAMES: readonly RegExp[] = [
  new RegExp(
    `(?:[Cc]ode[- ]?name[ds]?|[Cc]odenamed|(?:known|called|dubbed) (?:internally|inside(?: (?:the )?\\w+)?)|(?:machine|device|phone|handset|chip|silicon|product|portable|project|console|car|model|headset),? (?:which|that) [\\w ]{2,30} know|(?:calls?|identif(?:y|ies)) the (?:machine|device|phone|handset|chip|silicon|product|console|car|headset|watch)|(?:goes|going) by the name|(?:[Ii]nside|[Ww]ithin|[Ii]nternally)[^.,;]{0,24} (?:it|this|the \\w+) (?:goes by|is known as|is called|is referred to as|runs as)|nom de code|Codename[n]?|nome in codice|nombre en clave|en clave|[Cc]odinome|nome de c\u00f3digo|Codenamen|[Kk]ryptonim\\w{0,3}|nazw[a-z\u00df-\u017e] kodow[a-z\u00df-\u017e]{1,2}|[Pp]rojektnamen?|(?:[Pp]rojekt|proyecto|[Pp]rojet|progetto|projeto) [a-z\u00df-\u017e ]{0,24}(?:(?:dem|den) Namen|el nombre(?: de)?|le nom(?: de)?|il nome(?: di)?|pod nazwą|o nome(?: de)?)|(?:[Ii]ntern|[Ii]nternamente|[Ee]n interne|[Ww]ewnętrznie)[a-z\u00df-\u017e ]{0,24} (?:Namen|nombre de|nom de|nome di|nome de|nazwą|heißt|llama|appelle)|intern als|(?:goes|going|runs) (?:internally )?by the name|internally goes by the name|\u4ee3\u53f7(?:\u4e3a|\u662f)?)(?: is said to be| was said to be| is| as| of|:| may be|,| ist| lautet| trägt| es| est| è| to| é| como)? ?(?:a |the )?${NAMED}(?: and ${NAMED})?`,
    'gu',
  ),
  new RegExp(`(?:name|names|called|code)(?: the code| its codename)?,? ["'«„]([A-Z][\\w]{2,14})["'»]`, 'gu'),
  /\bname(?:d)? (Project [A-Z]\w{2,14})/gu,
];
/** What leakers or the firm call it, before the verb: `Magnus, as the machine is known among leakers`. */
const KNOWN_AS =
  /(?<![\w"'] ?)([A-Z]\w{2,14}),? as (?:the|it|this)\b[^,.;]{0,60} (?:is|are) (?:known|called|dubbed|referred to)/gu;
/** A word of the maker's own software: `the string "Juniper"`, `references to "Juniper"`, in a sentence on software. */
const IN_CODE =
  /(?:the (?:word|string|label|term|identifier|keyword)|(?:references?|pointers?|hints) to(?: an?| the)?|(?:mentions?|traces?) of(?: an?| the)?)(?: \w+)? ["'«]([A-Z]\w{2,14}(?:[ -][A-Z]\w{1,12})?)["'»]/gu;
const OF_SOFTWARE = /\b(?:beta|firmware|code|app|apk|teardown|strings?|software|build|database|kernel|driver|update)\b/;
/** The same in Chinese, whose names stand in quotation marks: `内部代号“海燕”`. */
const HAN_CODENAME = /代号(?:为|是|叫|名为)?[“"「『]([\u4e00-\u9fff]{2,6})[”"」』]/gu;
const AS_CODENAME =
  /[Tt]he (?:code ?)?name ([A-Z]\w{3,14}) (?:appears|turns up|shows up|is used|stands)|([A-Z][\w]{2,14}) codename\b|codename[^.]{0,24}"([A-Z]\w{2,14})"/gu;
const NOT_NAMES = new Set([
  'the',
  'a',
  'an',
  'this',
  'it',
  'its',
  'for',
  'of',
  'in',
  'is',
  'project',
  'not',
  'there',
  'we',
  'our',
  'google',
  'leak',
  'inside',
  'pixel',
]);

/** Whether it begins the name of a product that is no code name: `calls the device Pixel 12`. */
const isSalesName = (line: Line, start: number): boolean =>
  line.mentions.some((each) => each.kind !== 'company' && each.start === start && / |\d/.test(each.name));

/** A nickname in quotation marks behind what comes next: `the next handheld "Canis"`. */
const NICKNAMED = /(?:[Nn]ext|[Uu]pcoming)((?:[ -][\w-]{2,14}){1,3}) ["'«]([A-Z][a-z]{3,14})["'»]/gu;
function nicknames(line: Line): Draft[] {
  if (!/[Nn]ext|[Uu]pcoming/.test(line.text)) return [];
  return matches(line.text, NICKNAMED).flatMap((hit) => {
    const name = hit[2]!;
    const start = hit.index + hit[0].length - name.length - 1;
    const isOf = (each: { readonly end: number }): boolean => each.end === start - 2;
    if (!cuesOf(line, 'product').some(isOf) && !line.mentions.some((each) => each.kind !== 'company' && isOf(each)))
      return [];
    return [draft(line, 'codename', name, { start, end: start + name.length })];
  });
}

/** The patterns that a sentence has words for. */
function patternsFor(line: Line): RegExp[] {
  const isNone =
    !/code|the name|proje[ckt]|proyecto|proget|wewn|en interne|calls? the|identif|know |known|goes by|going by|kodow|kryptonim|codi|c\u00f3digo|clave|intern|inside|within|\u4ee3\u53f7/i.test(
      line.text,
    ) && !/name Project/.test(line.text);
  return [
    ...(isNone ? [] : [...CODENAMES, AS_CODENAME, HAN_CODENAME]),
    ...(/ as (?:the|it|this) /.test(line.lower) ? [KNOWN_AS] : []),
    ...(/["«]/.test(line.text) && OF_SOFTWARE.test(line.lower) ? [IN_CODE] : []),
  ];
}

function codenames(line: Line): Draft[] {
  const drafts: Draft[] = [];
  for (const pattern of patternsFor(line)) {
    for (const hit of matches(line.text, pattern)) {
      for (const name of hit.slice(1)) {
        if (name === undefined || NOT_NAMES.has(name.toLowerCase())) continue;
        const start = hit.index + hit[0].lastIndexOf(name);
        if (isSalesName(line, start)) continue;
        drafts.push(draft(line, 'codename', name, { start, end: start + name.length }));
      }
    }
  }
  return drafts;
}

/** Words for a model number in all languages, and what stands before the number. */
const MODEL =
  /(?:model (?:number|no\.?|code)s?|modellnummer|modellbezeichnung|modellcode|modellnamen|n\u00famero de modelo|n\u00famero do modelo|c\u00f3digo de modelo|num\u00e9ro de mod\u00e8le|r\u00e9f\u00e9rence|numero di modello|codice modello|sigla|numerze modelu|numer modelu|numerem modelu|oznaczeni\w{1,2}|(?:the|under|with) (?:the )?(?:type )?designation|(?:o|the|el|il|le|das|ein) (?:código|codice|code|kürzel)|(?:o|el|il|le|das|the) (?:modelo|modello|modell|modèle|model)(?= [A-Z]{1,4}-?\d{3})|(?:with|under|bears?|bearing|carr(?:y|ies|ying)) the (?:number|identifier|code)|\u578b\u53f7)(?: (?:is|of|with the|ist|lautet|tr\u00e4gt|es|est|\u00e8|to|\u00e9)|:|\uff1a|\u4e3a|\u662f)? ?["'(]?([A-Z0-9][A-Z0-9/-]{2,14}(?:,\d)?)(?![A-Za-z0-9])/gi;
/** What every such word has. */
const MODELLED =
  /model|the (?:number|identifier|code) |designation|mod\u00e8le|modello|r\u00e9f\u00e9rence|sigla|oznaczen|\u578b\u53f7/;
/** A code of letters and digits under which a device goes: `goes by "Ostra Works OX-4T2"`, `is listed as SM-S948B`. */
const GOES_BY =
  /(?:goes|going|listed|identified|filed|registered|certified|appears|appeared|known|shows up|showed up|turned up|spotted|recorded)(?: (?:in|on|at) (?:the |its |an? )?(?:[\w']+ ){1,3})? ?(?:by|as|under)(?: the)? ["'«]?(?:[A-Z][\w-]+ ){0,3}([A-Z]{1,5}-?\d(?=[A-Z\d]*\d?)[A-Z\d]{2,8}(?:-\d)?)(?![\w-])/g;
const GOING =
  /\b(?:goes|going|listed|identified|filed|registered|certified|appear|known|show(?:s|ed) up|turned up|spotted|recorded)/;
const SHORTEST = 4;

function modelNumbers(line: Line): Draft[] {
  if (!/\d/.test(line.text)) return [];
  const told = MODELLED.test(line.lower) ? matches(line.text, MODEL) : [];
  const gone = GOING.test(line.lower) ? matches(line.text, GOES_BY) : [];
  return [...told, ...gone].flatMap((hit) => {
    const number = hit[1]!;
    const start = hit.index + hit[0].length - number.length;
    if (/\bIDs? /.test(hit[0])) return [];
    const isBare = /^(?:with|under|bear|carr)/i.test(hit[0]) && !/[A-Z]/.test(number);
    const isNumber = !isBare && /\d/.test(number) && number.length >= SHORTEST && !/^(?:19|20)\d\d$/.test(number);
    return isNumber ? [draft(line, 'model_number', number, { start, end: start + number.length })] : [];
  });
}

const BE_NAMED =
  /(?:(?:could|may|might|must|should|would|will|shall|can|to|likely|hardly|it'll) (?:only |well |probably |hardly |likely |also |most likely )?(?:be|launch as|arrive as|become|bear)|hardly be) (?:(?:called|named|dubbed|branded|titled|anything but|known as|none other than|sold as|marketed as|the name) )?(?:as )?(?:the |an? )?["']?$/;
const CALLED =
  /(?:called|named|dubbed|titled|branded|branded as|marketed as|sold as|launched as|released as|christened|known as|under the name(?: of)?|(?:mit dem|unter dem|den) namen|namens|con el nombre(?: de)?|llamad[oa]|bautizad[oa](?: como)?|sous le nom(?: de)?|nommée?|baptisée?|con il nome(?: di)?|col nome di|chiamat[oa]|battezzat[oa]|pod nazwą|o nazwie|com o nome(?: de)?|sob o nome(?: de)?|chamad[oa]|batizad[oa](?: de)?|chamam de|nome è|名为|叫做|命名为|call it|calls? (?:it|them|this one|these)|calling (?:it|them)|(?:money|bet|hunch) is on|(?:engraving|inscription|lettering)|calls? the (?:product|device|phone|tablet|watch|car|camera|console|machine|headset|laptop|thing)|under the name\b[^.,;:]{0,30}:|goes? by the name(?: of)?|moniker|appellera|heißen|heißt|llamará|llamarse|s'appellerait|s'appeler|other than|nothing but|anything but) (?:the |an? )?["']?$/;
const MEANT = /^["']? (?:is|was) (?:meant|the one|the likely candidate|the device|the phone in question)/;

/** The same in the other languages, with the verb farther off: `verkauft werden soll es als`, `pojawi się jako`. */
const SOLD_AS =
  /(?<![a-z\u00df-\u017e])(?:(?:verkauft|vermarktet|angeboten|erschein(?:t|en)|starte[nt]|kommt|kommen)[^.,;:]{0,50} (?:als|unter dem namen)|(?:pojawi|trafi|zadebiutuje|ukaże|sprzedawan)[^.,;:]{0,40} jako|(?:se venderá|saldrá|llegará|lanzará)[^.,;:]{0,40} (?:como|bajo el nombre(?: de)?)|(?:sera (?:vendue?|commercialisée?|lancée?)|serait (?:vendue?|commercialisée?|lancée?)|sortira)[^.,;:]{0,40} sous le nom(?: de)?|(?:sarà|verrà|verrebbe|sarebbe) (?:vendut|commercializzat|lanciat)[oa][^.,;:]{0,40} (?:come|con il nome(?: di)?)|(?:será|seria) (?:vendid|lançad|comercializad)[oa][^.,;:]{0,40} como|(?:chamar|llamar|appeler|chiamer)[a-zà-ÿ]{0,4}|nazywać(?: się)?|(?:se trat(?:a|aría)|trata-se|tratar-se-ia) d(?:el?|[ao])(?: la)?|il s'agi(?:t|rait) d(?:e|u|e la)|si trat(?:ta|terebbe) d(?:i|el|ella)|compa(?:re|iono|rirebbe) il nome|aparece el nombre|apparaît le nom|taucht der name|aparece o nome|pojawia się nazwa|(?:就是|即为|定名为|或将命名为)[^，,。；;]{0,10}) ?(?:the |la |el |l'|le |il |den |die |der )?["'«„“]?$/;

/** How much before a name is taken for the words that say that it is one. */
const CUE_LENGTH = 24;
const DENIED = /\b(?:not|no|never|won't|isn't|wouldn't)(?![a-z])[^,.;]{0,40}$/;
const OTHER_THAN = /(?:other|but|anything|hardly|else)\b[^,.;]{0,40}$/;

/** Sentences in which a product without a name is said, or guessed, to be the device. */
function names(line: Line, cast: Cast): Draft[] {
  const drafts: Draft[] = [];
  const mentions = cast.mentions[line.index] ?? [];
  mentions.forEach((mention) => {
    const named = mention.kind === 'device' || keyOf(mention) === cast.devices[0]?.id;
    if (!named || mention.company !== cast.devices[0]?.company || /whether|unclear|which would be/.test(line.lower))
      return;
    const before = line.lower.slice(Math.max(0, mention.start - 70), mention.start);
    const after = line.lower.slice(mention.end, mention.end + 40);
    const subject = mentions.some(
      (other) => other.kind === 'device' && other.end <= mention.start && other.key === mention.key,
    );
    if (subject || !(BE_NAMED.test(before) || CALLED.test(before) || SOLD_AS.test(before) || MEANT.test(after))) return;
    const isDenied = DENIED.test(before) && !OTHER_THAN.test(before);
    if (isDenied && !/\b(?:won't|will not|not going to) be (?:called|named)/.test(before)) return;
    const cue = { start: Math.max(0, mention.start - CUE_LENGTH), end: mention.end };
    const certainty = line.text.endsWith('?') ? 'speculative' : undefined;
    drafts.push(
      draft(line, 'name', mention.name, mention, cue, { certainty, stance: isDenied ? 'refutes' : 'supports' }),
    );
  });
  return drafts;
}

const ASKED =
  /^(?:will|is|could|might|ist|wird|est-ce|será) (?:the |this |das |le |el )?[^?]{0,60}? (?:be |the |das |le )?(?:the )?$/;

function asked(line: Line, cast: Cast): Draft[] {
  const mention = (cast.mentions[line.index] ?? []).find(
    (each) => each.kind === 'device' && each.company === cast.devices[0]?.company,
  );
  if (
    !mention ||
    !/\?$/.test(line.text.slice(mention.end, mention.end + 3)) ||
    !ASKED.test(line.lower.slice(0, mention.start))
  )
    return [];
  return [draft(line, 'name', mention.name, mention, mention, { certainty: 'speculative' })];
}

/** Whether it is the number in the name of the product: `identified as the Halden H110`. */
const isPartOfName = ({ devices }: Cast, number: string): boolean =>
  devices.some(({ name }) => name.split(' ').includes(number));

/** What the product is or will be called: code name, model number, commercial name. */
export function readIdentity(line: Line, cast: Cast): Draft[] {
  return [
    ...codenames(line),
    ...nicknames(line),
    ...modelNumbers(line).filter(({ value }) => !isPartOfName(cast, value)),
    ...listedNumbers(line),
    ...names(line, cast),
    ...(cuesOf(line, 'be').length > 0 || line.heading ? asked(line, cast) : []),
  ];
}
