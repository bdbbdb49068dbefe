import type { FoundCue } from './cues.js';
import { isRegion, OF_REGION } from './office-regions.js';
import { NO_NAMES } from './lexicon/no-names.js';
import { runOf, type NameRun } from './name-runs.js';
import { isPossessive } from './owned-offices.js';
import { fieldBetween, isOfSeries, ownedBehind, roleStart } from './role-words.js';
import { cuesOf, type Line } from './scene.js';

/** What somebody is and for whom, as written. */
export interface Office {
  readonly role: string | null;
  readonly organisation: string | null;
}

/** An office behind a name, and where it ends. */
export interface OfficeBehind extends Office {
  readonly until: number;
}

const ORGANISATION =
  /^(?:,? (?:of|at|from|for|with|chez|von|bei|de|del|di|da|do|z|w) |\s?[(@] ?)(?:the )?((?:[A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f][A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d&'.-]{0,20})(?: (?:[A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f][A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d&'.-]{0,20})){0,3})/;
/** What a role is for, which belongs to the role: `for VR`, `of Hardware Engineering`. */
const FIELD =
  /^ (?:of|for) the [A-Z]\w+(?: [A-Z\d]\w*)? (?:series|line|line-up|lineup|family|range)\b|^ (?:of|for) (?:the )?(?:(?!of |at |for |in )[a-z][A-Za-z\u00c0-\u1fff\u3040-\ud7ff]+ ?|[A-Z]{2,4}|(?:Hardware|Software|Product|Global|Mobile|Consumer)(?: [A-Z]\w+)?){1,3}/;
/** The same in other languages, before the employer: `menedżerka produktu w X`, `responsable de diseño de X`. */
const FIELD_OF =
  /^ (?:(?:de|di|del|della|do|da|du|des|d') ?(?:la |l')?)?[a-zß-ɏ]{4,16}(?= (?:de|di|del|da|do|w|bei|chez|von) [A-Z\u00c0-\u00de])/;
/** `the company's vice president`: whose organisation is the maker that the article is about. */
const OWN = /^(?:the )?(?:company|firm|maker|manufacturer|brand)'s (.+)$/;
/** What a source is, and not an officer: the company named before it is what he writes about. */
const SOURCE_ROLE =
  /anal[yi][sz]t|analist|analityk|tipster|tippgeber|leaker|filtrador|informant|informateur|vazador|jo?u?rnalis|giornalist|periodist|dziennikarz|redak|rédact|reporter|insider|blogger|youtuber|expert|fan|editor|host|research|forscher|professor|minister|secretary|博主|分析师|记者/i;

/** `Apple's marketing chief`: a role with its owner. */
const OWNER =
  /^(?:the )?([A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f][A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d]{1,20})(?:'s)? (.+)$/;
/** The same after the role: `one of the heads of the company`. */
const OWN_AFTER =
  /^ (?:of the (?:company|firm|maker)|de la (?:firma|compañía|empresa|marca|firme|marque|société)|des (?:Unternehmens|Herstellers)|dell'azienda|firmy|da empresa)/;
/** A field and an employer in languages that put more between them: `directeur de l'ingénierie de Wear OS chez Google`. */
const FAR =
  /^((?: [A-Za-z\u00c0-\u1fff\u3040-\ud7ff']+){1,7}?) (?:chez|bei|presso|at) ([A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f][A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d]{1,20})/;

/** What every far employer has before it. */
const EMPLOYER = / (?:chez|bei|presso|at) /;

const tidy = (name: string): string => name.replace(/'s$|[.,'-]+$/g, '');

/** The last of a chain of roles behind a name: `Founder, President and CEO`. */
function lastRole(line: Line, end: number): FoundCue | null {
  let last: FoundCue | null = null;
  let from = end;
  for (const role of cuesOf(line, 'role')) {
    if (role.start < end || role.start - end > 60 || role.end <= from) continue;
    const gap = line.text.slice(from, role.start);
    if (
      role.start > from &&
      !/^,? ?(?:\()?(?:and |& |the |an? )?(?:[A-Za-z\u00c0-\u1fff\u3040-\ud7ff']{1,14} ){0,3}$/.test(gap)
    )
      break;
    last = role;
    from = role.end;
  }
  return last;
}

/** A rank that goes on after the word for it: `Executive Officer`. */
const RANK = /^(?: Officer| Director| Manager)/;

/** A role behind a name, from `start` to the end of its last word, with what it is for and whom. */
function officeOf(line: Line, start: number, last: FoundCue, maker: string | null): OfficeBehind {
  const after = line.text.slice(last.end);
  const far = EMPLOYER.test(after) ? FAR.exec(after) : null;
  if (far)
    return { role: line.text.slice(start, last.end) + far[1]!, organisation: far[2]!, until: last.end + far[0].length };
  const field = (RANK.exec(after) ?? FIELD.exec(after) ?? FIELD_OF.exec(after))?.[0].trimEnd().length ?? 0;
  const role = line.text.slice(start, last.end + field).trim();
  if (OWN_AFTER.test(after)) return { role, organisation: maker, until: last.end };
  const wide = ORGANISATION.exec(after.slice(field));
  const named = wide ?? (isOfSeries(role) ? null : ORGANISATION.exec(after));
  const behind = last.end + (wide ? field : 0) + (named?.[0].length ?? field);
  const employer = named && isRegion(named[1]!) ? null : named;
  const owned = named?.[1]!.endsWith("'s") ? ownedBehind(line.text.slice(behind - 2)) : 0;
  if (owned > 2)
    return {
      role: line.text.slice(start, behind - 2 + owned),
      organisation: tidy(named![1]!),
      until: behind - 2 + owned,
    };
  const until = behind + (OF_REGION.exec(line.text.slice(behind))?.[0].length ?? 0);
  const own = OWN.exec(role);
  if (own) return { role: own[1]!, organisation: maker, until };
  const owner = OWNER.exec(role);
  const isCompany = owner && line.mentions.some((each) => each.kind === 'company' && each.name === owner[1]);
  if (!employer && isCompany) return { role: owner[2]!, organisation: owner[1]!, until };
  return { role: role.replace(/^(?:the|an?) /, ''), organisation: employer ? tidy(employer[1]!) : null, until };
}

/** What an employer is, before its name: `of the German site Funkfuchs`. */
const OF_KIND =
  /^ (?:of|at|from|for|with) the (?:[A-Z][a-z]+ )?(?:[a-z]+ )?(?:site|website|blog|magazine|newspaper|paper|daily|weekly|outlet|portal|newsletter|agency|consultancy|bank|broker|institute) (?=[A-Z])/;

/** Role and organisation that stand behind a name: `, CEO of Leica Camera AG`, or `of Bloomberg` alone. */
export function officeBehind(line: Line, end: number, maker: string | null): OfficeBehind {
  const after = line.text.slice(end, end + 120);
  const kind = OF_KIND.exec(after)?.[0].length ?? 0;
  const direct = after.startsWith(',') ? null : ORGANISATION.exec(kind === 0 ? after : ` of ${after.slice(kind)}`);
  const skipped = kind === 0 ? 0 : kind - ' of '.length;
  if (direct) return { role: null, organisation: tidy(direct[1]!), until: end + direct[0].length + skipped };
  const last = /^(?:, | \()/.test(after) ? lastRole(line, end) : null;
  return last ? officeOf(line, end + 2, last, maker) : { role: null, organisation: null, until: end };
}

/** The longest role that ends right before a place: `Senior Vice President`, not `President`. */
function roleBefore(line: Line, start: number, gap: RegExp): FoundCue | null {
  const fitting = cuesOf(line, 'role').filter(
    (each) => each.end <= start && gap.test(line.text.slice(each.end, start)),
  );
  const end = Math.max(-1, ...fitting.map((each) => each.end));
  return fitting.find((each) => each.end === end) ?? null;
}

/** Who owns what stands at a place: `Apple's`, `Xiaomi` before `CEO`. */
function ownerBefore(line: Line, at: number, byRole: boolean): string | null {
  const company = line.mentions.find(
    (each) => each.kind === 'company' && /^(?:'s)? $/.test(line.text.slice(each.end, at)),
  );
  if (company && (byRole || line.text.charAt(company.end) === "'")) return company.name;
  const before = line.text.slice(Math.max(0, at - 40), at);
  const owner =
    /([A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f][A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d&]+(?: [A-Z\u00c0-\u00deĆČĘĞİŁŃŐŘŚŞŠŰŹŻŽ\u0391-\u042f][A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d&]+){0,2})(?:'s?|,)? (?:[a-z\u00df-\u024f][a-z\u00df-\u024f-]* ){0,1}$/.exec(
      before,
    )?.[1];
  if (!owner || isPossessive(owner) || NO_NAMES.has(owner.toLowerCase())) return null;
  return byRole || before.includes(`${owner}'s`) ? owner : null;
}

/** Between a role and its bearer: `presidente de Nintendo, `. */
const OF_COMPANY =
  /^(?: (?:de|da|do|di|del|du|des|für|of|for) [a-zà-ÿ]{2,16}){0,2} (?:de|of|di|da|do|del|du|von|bei|chez|at|for|w|firmy) (?:the )?$/;

/** The last words of that, which lead to the company. */
const TO_COMPANY = / (?:de|of|di|da|do|del|von|bei|chez|at|for|w|firmy) (?:the )?$/;

/** A role with its company before the name: `El presidente de Nintendo, Shuntaro Furukawa`. */
function roleOf(line: Line, run: NameRun): (Office & { readonly run: NameRun }) | null {
  const company = line.mentions.find(
    (each) =>
      each.kind === 'company' &&
      each.end < run.start &&
      /^(?: (?:in|no|na|en|em|au|nel|w) [A-Z\u00c0-\u00de][\w\u00c0-\u024f]{1,20})?(?:, ?| )$/.test(
        line.text.slice(each.end, run.start),
      ),
  );
  if (!company) return null;
  const role = cuesOf(line, 'role').findLast((each) => OF_COMPANY.test(line.text.slice(each.end, company.start)));
  if (!role) return null;
  const between = line.text.slice(role.end, company.start).replace(TO_COMPANY, '');
  return { run, role: line.text.slice(roleStart(line, role.start), role.end) + between, organisation: company.name };
}

/** A name without the office that stands before it, and that office: `Xiaomi CEO`, `Bloomberg's`, `the well-known tipster`. */
export function officeBefore(line: Line, whole: NameRun): Office & { readonly run: NameRun } {
  const company = line.mentions.find(
    (each) => each.kind === 'company' && each.start === whole.start && each.end < whole.end,
  );
  const first = company ? line.tokens.findIndex((token) => token.start >= company.end) : whole.first;
  const { run, role } = withoutRole(line, runOf(line, first, whole.last));
  const isSource = SOURCE_ROLE.test(role ?? '');
  if (company) return { run, role, organisation: isSource ? null : company.name };
  const lead = role === null ? roleOf(line, run) : null;
  if (lead) return lead;
  const at = role === null ? run.start : Math.max(0, line.text.lastIndexOf(role, run.start));
  return { run, role, organisation: ownerBefore(line, at, role !== null && !isSource) };
}

/** Cuts a role off the front of a run, also one with capitals: `Hardware Engineering Dan Riccio` after "Vice President for". */
function withoutRole(line: Line, run: NameRun): { readonly run: NameRun; readonly role: string | null } {
  const wide = roleBefore(line, run.start, /^ (?:for|of) (?:the )?$/);
  if (wide && run.last - run.first >= 2) {
    const name = runOf(line, run.last - 1, run.last);
    return { run: name, role: line.text.slice(wide.start, name.start).trim() };
  }
  const inside = cuesOf(line, 'role').findLast((each) => each.start >= run.start && each.end < run.end);
  if (inside) {
    const first = line.tokens.findIndex((token) => token.start >= inside.end);
    return { run: runOf(line, first, run.last), role: line.text.slice(roleStart(line, inside.start), inside.end) };
  }
  const before = roleBefore(line, run.start, /^ ?(?:and \w+ )?$|^, $/);
  if (before) return { run, role: line.text.slice(roleStart(line, before.start), before.end) };
  for (const lead of cuesOf(line, 'role')) {
    const field = fieldBetween(line.text.slice(lead.start, lead.end), line.text.slice(lead.end, run.start));
    if (field !== null) return { run, role: line.text.slice(roleStart(line, lead.start), lead.end) + field };
  }
  return { run, role: null };
}

/** Whether the role is one that somebody has in a company, and not that of a source or a reporter. */
export const isOfficer = (role: string | null): boolean => role !== null && !SOURCE_ROLE.test(role);
