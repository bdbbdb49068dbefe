import { findMentions } from './mentions.js';
import { alsoKnowing, type PreparedKnowledge } from './names.js';
import type { NameRun } from './name-runs.js';
import type { KnownCompany } from './reading.js';
import { hasCue, type Line } from './scene.js';

/** Companies that an article shows to be such although nobody knows them yet; what speaks for each is counted. */
interface Shown {
  /** Spellings with a legal form: `Halden Optik AG`. */
  readonly aliases: Set<string>;
  /** How often it says, announces or denies something, or something of its own is named. */
  acts: number;
  /** How often it is called a maker of whole products. */
  makes: number;
  /** How often it is called a maker of parts, or has its legal form. */
  firm: number;
  /** How often a partnership with it is named. */
  ties: number;
}

const LEGAL_FORM = / (?:AG|SE|GmbH|Inc|Ltd|LLC|Corp|Corporation|KG|SpA|BV|AB|Oy|PLC)$/;
/** A name that may be a company's: one to three words with capitals, without a digit. */
const NAME = /^\p{Lu}[\p{L}&]{2,}(?:[ -]\p{Lu}\p{L}+){0,2}$/u;
const MAKER_BEFORE =
  /(?:\b(?:maker|manufacturer|brand|start-?up|fabricante|fabricant|produttore|producent|marca|marque)|hersteller|(?:phone|smartphone|watch|tablet|wearables|electronics|tech|car|console|audio|drone) (?:company|firm)) $/i;
const PARTS_BEFORE =
  /\b(?:chip|sensor|lens|optics|camera|panel|display|screen|battery|glass|memory|audio)[- ]?(?:maker|manufacturer|specialist|company|firm|house|supplier) $/i;
const OWN_AFTER =
  /^'s (?:(?:first|next|new|upcoming|latest|own|coming) )*(?:phone|smartphone|watch|smartwatch|tablet|laptop|console|headset|camera|car|earbuds|headphones|speaker|drone|flagship|handset|lineup|ceo|founder|chief|president|spokes\w+)\b/i;
const TIE_BEFORE =
  /\b(?:partnership|cooperation|co-operation|collaboration|alliance|partnered|teamed up|teams up|joint venture|partnerschaft|zusammenarbeit|kooperation|partenariat|colaboración|collaborazione) (?:with|mit|avec|con) (?:the |der |le |el )?$/i;
/** What may stand between a company and its verb. */
const BETWEEN = new Set('has have is also today now itself later hat ist a est ha è jest'.split(' '));
/** Names that act and bear numbers, and make nothing: platforms, standards, tests. */
const NO_MAKERS = new Set(
  'android windows linux chrome chromeos tizen harmonyos ios bluetooth wi-fi usb snapdragon geekbench antutu dxomark gorilla steam formula channel'.split(
    ' ',
  ),
);

/** Between an officer and the company. */
const OFFICER_OF = new Set('of for at von bei de di chez z da'.split(' '));

/** Whether the name speaks or is spoken for: a verb of saying stands right behind it or before it, or an officer of it. */
function speaks(line: Line, { first, last }: NameRun): boolean {
  const verbAt = last + (BETWEEN.has(line.tokens[last + 1]?.key ?? '') ? 2 : 1);
  const officerAt = OFFICER_OF.has(line.tokens[first - 1]?.key ?? '') ? first - 2 : -1;
  return line.cues.some((each) => {
    const verb = each.cue === 'say' || each.cue === 'official';
    if (verb && each.last === first - 1) return true;
    if (each.cue === 'role') return each.last === officerAt || each.first === last + 1;
    return (verb || each.cue === 'announced' || each.cue === 'denied') && each.first === verbAt;
  });
}

const isNamed = (line: Line, run: NameRun): boolean =>
  line.mentions.some((each) => each.start < run.end && run.start < each.end);

/** The companies that the sentences show by their words, by name. */
function shownIn(lines: readonly Line[]): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const line of lines) {
    for (const run of line.names) {
      const name = run.name.replace(LEGAL_FORM, '');
      if (!NAME.test(name) || NO_MAKERS.has(name.toLowerCase()) || isNamed(line, run)) continue;
      const before = line.text.slice(Math.max(0, run.start - 40), run.start);
      const parts = PARTS_BEFORE.test(before);
      const entry = shown.get(name) ?? { aliases: new Set(), acts: 0, makes: 0, firm: 0, ties: 0 };
      if (name !== run.name) entry.aliases.add(run.name);
      if (parts || name !== run.name) entry.firm += 1;
      else if (MAKER_BEFORE.test(before)) entry.makes += 1;
      if (TIE_BEFORE.test(before)) entry.ties += 1;
      if (speaks(line, run) || OWN_AFTER.test(line.text.slice(run.end))) entry.acts += 1;
      shown.set(name, entry);
    }
  }
  return shown;
}

/** How often a device would be named with that company's name before its model. */
function devicesOf(company: KnownCompany, lines: readonly Line[], knowledge: PreparedKnowledge): number {
  const knowing = alsoKnowing(knowledge, [company]);
  let count = 0;
  for (const line of lines) {
    if (!line.text.includes(company.name)) continue;
    for (const mention of findMentions(line, knowing))
      if (mention.kind === 'device' && mention.company === company.name) count += 1;
  }
  return count;
}

const TWICE = 2;

/**
 * The makers that nobody has told the reader of, and their partners. A maker is a name that speaks, owns or is called a
 * maker in the article and stands before model words as a known maker's does: twice, or once where it is called a maker.
 * A partner is called a firm of some trade, has a legal form, or a partnership with it is named twice; without such a maker
 * none is looked for.
 */
function newcomers(lines: readonly Line[], knowledge: PreparedKnowledge): KnownCompany[] {
  if (!lines.some((line) => hasCue(line, 'product'))) return [];
  const shown = [...shownIn(lines)].map(([name, entry]) => ({
    company: { name, aliases: [...entry.aliases], lines: [] },
    ...entry,
  }));
  const makers = shown.filter(
    ({ company, acts, makes }) => acts + makes > 0 && devicesOf(company, lines, knowledge) >= (makes > 0 ? 1 : TWICE),
  );
  if (makers.length === 0) return [];
  const partners = shown.filter((each) => !makers.includes(each) && (each.firm > 0 || each.ties >= TWICE));
  return [...makers, ...partners].map(({ company }) => company);
}

/** The sentences with the names of those companies and their devices found too. */
export function withNewcomers(lines: readonly Line[], knowledge: PreparedKnowledge): readonly Line[] {
  const found = newcomers(lines, knowledge);
  if (found.length === 0) return lines;
  const knowing = alsoKnowing(knowledge, found);
  return lines.map((line) => ({ ...line, mentions: findMentions(line, knowing) }));
}
