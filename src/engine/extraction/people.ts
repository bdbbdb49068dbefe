import { isOfficer, officeBefore, officeBehind } from './offices.js';
import { isTitle, owningCompany } from './owned-offices.js';
import { PLACES } from './lexicon/places.js';
import { runOf, type NameRun } from './name-runs.js';
import { cuesOf, type Line } from './scene.js';
import { isHan } from './tokens.js';

/** A person (or a source that goes by such a name) whom the article names, with role and organisation as written. */
export interface Person {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  /** The sentence, and the place of the name in it. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Where role and organisation behind the name end. */
  readonly until: number;
  /** Whether a preposition stands before the name, so that no verb has it as its subject. */
  readonly oblique: boolean;
}

const OBLIQUE =
  /\b(?:with|of|from|by|to|for|at|in|on|about|von|mit|bei|par|avec|chez|por|con|da|przez|com) (?:the |an? )?$/;

/** Whether a preposition stands before the place. */
export const isOblique = (line: Line, start: number): boolean =>
  OBLIQUE.test(line.text.slice(Math.max(0, start - 12), start));

/** Names of firms that speak for themselves: `Wave7 Research`. */
const FIRM =
  /\b(?:Research|Institute|Consulting|Securities|Labs?|Insights|Intelligence|Group|Capital|Foundation|Commission|Agency|Authority)$/;

/** What an officer does, in place of his title: `Dana Vale, who runs the devices business`. */
const LEADS =
  /^, (?:who|der|die|qui|que|che|kt\u00f3r[ya]) (?:leads?|heads?|runs|oversees|(?:co-?)?founded|started|looks after|gründete|fundó|a fondé|ha fondato|założył\w?|fundou|is (?:in charge|responsible)|leitet|verantwortet|dirige|lidera|encabeza|guida|kieruje|comanda)/;

/** Whose officer it is stands in what was named before: `Richard Vale, its technical director`. */
const OF_ANOTHER = /\b(?:its|their|his|her|son|sa|sein|ihr|su|suo|sua|seu)\b/i;
const isOfAnother = (line: Line, start: number, until: number): boolean =>
  OF_ANOTHER.test(line.text.slice(Math.max(0, start - 30), Math.max(start, until)));

/** What makes a name that of a place: `in Palo Alto`. */
const IN_PLACE = /(?:^|[^A-Za-z])(?:in|near|outside|across) $/;
/** Whether the words before a name show that it is that of a place or a thing. */
const isOfNobody = (before: string): boolean => IN_PLACE.test(before) || OF_THING.test(before);

/** An office that somebody no longer has: `antigo engenheiro da casa`. */
const FORMER =
  /(?<![a-z\u00df-\u024f])(?:ehemalig\w*|früher\w*|einstig\w*|ex|antigu[oa]|ancien(?:ne)?|antig[oa]|były|była|dawn[ya]|former|formerly|one-time)[ -](?:[a-z\u00df-\u024f]+ ){0,2}$/;

/** A letter and a small word: `P. Se`. */
const NO_PERSON = /^[A-Z]\.? [A-Za-z]{1,2}$/;

const isFormer = (line: Line, role: string | null): boolean => {
  const at = role === null ? -1 : line.text.indexOf(role);
  return (
    at >= 0 &&
    (FORMER.test(line.lower.slice(Math.max(0, at - 30), at)) || FORMER.test(`${role!.toLowerCase().split(' ')[0]} `))
  );
};

/** What stands before the name of a thing, and of nobody: `the Nimbus Pin`. */
const OF_THING = /(?:^|[^A-Za-z])(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) $/;
/** A handle of one word: `Cobalt_K9`. */
const HANDLE = /[A-Za-z\d]_[A-Za-z\d]/;

const countWords = (name: string): number => name.split(/[ -]/).length;

const HAN_OFFICE = 12;

/** A company that is not known, by what the names of companies end with, right before an office. */
const HAN_COMPANY =
  /(?:^|[,.;:!?，。、；：“”\s]|[据由与和])([\u4e00-\u9fff]{2,4}(?:智能|科技|汽车|手机|集团|电子|数码|通讯|通信|移动|创新))$/;

/** Somebody with a Chinese name: the role stands right before it, the company before that. */
function hanPerson(line: Line, run: NameRun): Person {
  const role = cuesOf(line, 'role').find((each) => each.end === run.start) ?? null;
  const from = role?.start ?? run.start;
  const company = line.mentions.findLast(
    (each) => each.kind === 'company' && each.end <= from && from - each.end < HAN_OFFICE,
  );
  const unknown = company ? undefined : HAN_COMPANY.exec(line.text.slice(Math.max(0, from - HAN_OFFICE), from))?.[1];
  const title = line.text.slice(company?.end ?? from, run.start);
  const isSource = role !== null && !isOfficer(line.text.slice(role.start, role.end));
  return {
    name: run.name,
    role: title === '' ? null : title,
    organisation: isSource ? null : (company?.name ?? unknown ?? null),
    line: line.index,
    start: run.start,
    end: run.end,
    until: run.end,
    oblique: false,
  };
}

/** A name behind that of the maker in the genitive, without it: `dyrektor Lumena Jan Kowal`. */
function withoutMaker(line: Line, named: ReturnType<typeof officeBefore>, maker: string | null): typeof named {
  const { run, role } = named;
  const [first = '', ...rest] = run.name.split(' ');
  const stem = [maker ?? first, maker?.replace(/x$/, 'ks') ?? first].find((each) => first.startsWith(each));
  const ending = first.slice(stem?.length ?? first.length);
  if (maker === null || rest.length < 2 || !/^(?:a|u|y|i|ie|s)$/.test(ending)) return named;
  return { run: runOf(line, run.first + 1, run.last), role, organisation: maker };
}

/** A name behind a title of one word, without it: `Technikvorstand Dana Vale`. */
function withoutTitle(line: Line, named: ReturnType<typeof officeBefore>): typeof named {
  const { run, role, organisation } = named;
  const [first = '', ...rest] = run.name.split(' ');
  if (role !== null || rest.length < 2 || !isTitle(first)) return named;
  return { run: runOf(line, run.first + 1, run.last), role: first, organisation };
}

/** The people of a sentence: names of two to four words that no company or device bears, with what is said of them. */
function findPeople(line: Line, lines: readonly Line[], maker: string | null): Person[] {
  return line.names.flatMap((whole): Person[] => {
    if (isHan(line.text.charCodeAt(whole.start))) return [hanPerson(line, whole)];
    const { run, ...before } = withoutTitle(line, withoutMaker(line, officeBefore(line, whole), maker));
    const named = line.mentions.some((each) => each.start < run.end && run.start < each.end);
    if (
      named ||
      run.last < run.first ||
      NO_PERSON.test(run.name) ||
      (before.role === null && isOfNobody(line.text.slice(Math.max(0, run.start - 10), run.start))) ||
      PLACES.has(run.name.toLowerCase()) ||
      (countWords(run.name) < 2 && !HANDLE.test(run.name)) ||
      countWords(run.name) > 4
    )
      return [];
    const { until, ...behind } = officeBehind(line, run.end, maker);
    const role = before.role ?? behind.role;
    const leads = LEADS.test(line.text.slice(run.end, run.end + 60));
    const own =
      (leads || isOfficer(role)) && !isOfAnother(line, run.start, until) && !isFormer(line, role) ? maker : null;
    const owned = isOfficer(role) ? owningCompany(lines, line, run.start, maker) : null;
    const organisation = before.organisation ?? behind.organisation ?? owned ?? (FIRM.test(run.name) ? run.name : own);
    const { name, start, end } = run;
    return [{ name, role, organisation, line: line.index, start, end, until, oblique: isOblique(line, start) }];
  });
}

/** Everybody whom an article names, by sentence and by name. */
export interface People {
  /** Those named in that sentence, in reading order. */
  on(line: number): readonly Person[];
  /** Whoever a sentence that names nobody in full calls by the surname; null where it calls nobody so. */
  recalledOn(line: number): Pick<Person, 'name' | 'role' | 'organisation'> | null;
  /** The person of that full name or surname, with the role and organisation given anywhere in the article. */
  named(name: string): Pick<Person, 'name' | 'role' | 'organisation'> | null;
}

const surname = (name: string): string => name.split(' ').at(-1) ?? name;

/** The people of an article; of those who share a surname the first one named bears it alone. */
export function peopleOf(lines: readonly Line[], maker: string | null): People {
  const byLine = new Map<number, readonly Person[]>();
  const byName = new Map<string, Pick<Person, 'name' | 'role' | 'organisation'>>();
  for (const line of lines) {
    const people = findPeople(line, lines, maker);
    if (people.length > 0) byLine.set(line.index, people);
    for (const { name, role, organisation } of people) {
      const known = byName.get(name);
      const merged = { name, role: known?.role ?? role, organisation: known?.organisation ?? organisation };
      byName.set(name, merged);
      const bearer = byName.get(surname(name));
      if (!bearer || bearer.name === name) byName.set(surname(name), merged);
    }
  }
  const named: People['named'] = (name) => byName.get(name) ?? null;
  return {
    on: (line) => byLine.get(line) ?? [],
    named,
    recalledOn(index) {
      const recalled = lines[index]?.names.findLast(({ name }) => named(name)?.name.endsWith(` ${name}`));
      return recalled ? named(recalled.name) : null;
    },
  };
}
