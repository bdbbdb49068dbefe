import type { FoundCue } from './cues.js';
import { cuesOf, type Line } from './scene.js';
import type { Token } from './tokens.js';

/** A person (or a source that goes by a name) that the article names, with role and organisation as written. */
export interface Person {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const SMALL = new Set(['de', 'van', 'von', 'der', 'del', 'la', 'al', 'bin']);
const NOT_PEOPLE = new Set(
  `the a an this that it its he she they we you i in on at of for and but or if as by to from with when while after before since
  according however although though yet still also now today last next first second more most many some all both each every no not
  january february march april may june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday phone phones smartphone watch camera android ios windows wear os rumor rumors rumour rumours leak leaks report reports source sources
  image credit photo update news price launch release date what how why where who there here then beyond earlier despite until even just
  only our his her their my your new old china chinese india europe european us uk american japan japanese global spring festival ultra pro max plus mini
  snapdragon exynos dimensity tensor bionic gen plus series edition weibo twitter facebook youtube instagram reddit whatsapp google play store
  read see follow subscribe sign join share expect both instead meanwhile officially another other others nobody nothing everything something so always former fresh photos photo pictures picture images insiders analysts engineers suppliers carriers users fans experts someone early recent newest latest several soc cpu gpu ram os ui eu usa ceo staff yes well why dear hello thanks okay thankfully unfortunately officially apparently reportedly allegedly renders official`.split(
    /\s+/,
  ),
);

const written = (line: Line, token: Token): string => line.text.slice(token.start, token.end);
const isCapital = (line: Line, token: Token | undefined): boolean => {
  if (!token || NOT_PEOPLE.has(token.key)) return false;
  const word = written(line, token);
  return word !== word.toLowerCase() && (/^\p{L}/u.test(word) || word.length >= 7);
};
const adjacent = (line: Line, a: Token, b: Token): boolean => /^[ -]$|^\. $/.test(line.text.slice(a.end, b.start));

/** A run of capitalised words: the tokens `first` to `last`. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

function runFrom(line: Line, first: number): NameRun | null {
  const { tokens } = line;
  if (!isCapital(line, tokens[first])) return null;
  let last = first;
  while (last - first < 5) {
    const next = tokens[last + 1];
    if (!next || !adjacent(line, tokens[last]!, next)) break;
    const bridge = SMALL.has(next.key) && isCapital(line, tokens[last + 2]) ? 2 : isCapital(line, next) ? 1 : 0;
    if (bridge === 0) break;
    last += bridge;
  }
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  return { first, last, start, end, name: line.text.slice(start, end) };
}

/** The runs of capitalised words of a sentence, in reading order. */
export function nameRuns(line: Line): NameRun[] {
  const runs: NameRun[] = [];
  for (let index = 0; index < line.tokens.length; index += 1) {
    const run = runFrom(line, index);
    if (!run) continue;
    runs.push(run);
    index = run.last;
  }
  return runs;
}

const words = (name: string): number => name.split(/[ -]/).length;
const ORGANISATION =
  /^(?:,? (?:of|at|from|for|with|chez|von|bei|de|di|z) |\s?[(@] ?)(?:the )?((?:\p{Lu}[\p{L}\d&'.-]{0,20})(?: (?:\p{Lu}[\p{L}\d&'.-]{0,20})){0,3})/u;

const tidy = (name: string): string => name.replace(/[.,'-]+$/, '');

/** Role and organisation that stand after a name: `, CEO of Leica Camera AG`. */
export function apposition(line: Line, end: number): { role: string | null; organisation: string | null } {
  const after = line.text.slice(end, end + 120);
  const direct = ORGANISATION.exec(after);
  if (direct && !after.startsWith(',')) return { role: null, organisation: tidy(direct[1]!) };
  if (!after.startsWith(', ') && !after.startsWith(' (')) return { role: null, organisation: null };
  const roles = cuesOf(line, 'role').filter((cue) => cue.start >= end && cue.start - end < 60);
  const last = lastRole(line, roles, end);
  if (!last) return { role: null, organisation: null };
  const until =
    /^(?: (?:of|for) (?:the )?(?:[a-z][\p{L}]+ ?|(?:Hardware|Software|Product|Global|Mobile)(?: [A-Z]\w+)?){1,3})?/u.exec(
      line.text.slice(last.end),
    )?.[0].length ?? 0;
  const role = line.text.slice(end + 2, last.end + until).trim();
  const of = ORGANISATION.exec(line.text.slice(last.end + until)) ?? ORGANISATION.exec(line.text.slice(last.end));
  const owner = /^(?:the )?(\p{Lu}[\p{L}\d]+)(?:'s)? (.+)$/u.exec(role);
  if (!of && owner && line.mentions.some((each) => each.kind === 'company' && each.name === owner[1]))
    return { role: owner[2]!, organisation: owner[1]! };
  return { role: role.replace(/^(?:the|an?) /, ''), organisation: of ? tidy(of[1]!) : null };
}

function lastRole(
  line: Line,
  roles: readonly { start: number; end: number }[],
  end: number,
): { start: number; end: number } | null {
  let at: { start: number; end: number } | null = null;
  let from = end;
  for (const role of roles) {
    const gap = line.text.slice(from, role.start);
    if (!/^(?:,? ?(?:and |& |the |an? )?(?:[\p{L}']{1,14} ){0,3})$/u.test(gap) && role.start > from) break;
    if (role.end <= from) continue;
    at = role;
    from = role.end;
  }
  return at;
}

/** The longest role that ends right before a place: `Senior Vice President`, not `President`. */
function roleBefore(line: Line, start: number, gap: RegExp): FoundCue | null {
  const fitting = cuesOf(line, 'role').filter(
    (each) => each.end <= start && gap.test(line.text.slice(each.end, start)),
  );
  const end = Math.max(-1, ...fitting.map((each) => each.end));
  return fitting.find((each) => each.end === end) ?? null;
}

/** Role and organisation that stand before a name: `Xiaomi CEO`, `Bloomberg's`, `the well-known tipster`. */
function leading(line: Line, run: NameRun): { role: string | null; organisation: string | null } {
  const cue = roleBefore(line, run.start, /^ ?(?:and \w+ )?$/);
  const from = cue?.start ?? run.start;
  const before = line.text.slice(Math.max(0, from - 40), from);
  const owner =
    /(\p{Lu}[\p{L}\d&]+(?: \p{Lu}[\p{L}\d&]+){0,2})(?:'s?|,)? (?:\p{Ll}+ ){0,1}$/u.exec(before)?.[1] ?? null;
  const owns =
    owner !== null && !NOT_PEOPLE.has(owner.toLowerCase()) && (before.includes(`${owner}'s`) || cue !== null);
  return { role: cue ? line.text.slice(cue.start, cue.end) : null, organisation: owns ? owner : null };
}

/** Cuts a role with capital letters off a name: `Hardware Engineering Dan Riccio` after "Vice President for". */
function trimmed(line: Line, run: NameRun): { run: NameRun; role: string | null } {
  const cue = roleBefore(line, run.start, /^ (?:for|of) (?:the )?$/);
  if (cue && run.last - run.first >= 2) {
    const first = run.last - 1;
    const start = line.tokens[first]!.start;
    return {
      run: { ...run, first, start, name: line.text.slice(start, run.end) },
      role: line.text.slice(cue.start, start).trim(),
    };
  }
  const inside = cuesOf(line, 'role').findLast((each) => each.start >= run.start && each.end < run.end);
  if (!inside) return { run, role: null };
  const first = line.tokens.findIndex((token) => token.start > inside.end - 1);
  const start = line.tokens[first]?.start ?? run.start;
  return {
    run: { ...run, first, start, name: line.text.slice(start, run.end) },
    role: line.text.slice(inside.start, inside.end),
  };
}

/** The people of a sentence: names of two to four words that no company or device bears, with what is said of them. */
export function findPeople(line: Line): Person[] {
  return nameRuns(line).flatMap((whole): Person[] => {
    const owned = withoutOwner(line, whole);
    const { run, role } = trimmed(line, owned.run);
    const named = line.mentions.some((each) => each.start < run.end && run.start < each.end);
    if (named || run.last < run.first || words(run.name) < 2 || words(run.name) > 4) return [];
    const after = apposition(line, run.end);
    const before = leading(line, run);
    return [
      {
        name: run.name,
        role: role ?? after.role ?? before.role,
        organisation: owned.owner ?? after.organisation ?? before.organisation ?? ownerBefore(line, role, run.start),
        line: line.index,
        start: run.start,
        end: run.end,
      },
    ];
  });
}

/** The company whose role it is: `Apple's Senior Vice President … Dan Riccio`. */
function ownerBefore(line: Line, role: string | null, nameStart: number): string | null {
  if (role === null) return null;
  const at = line.text.lastIndexOf(role, nameStart);
  return (
    /(\p{Lu}[\p{L}\d&]+)(?:'s?)? (?:\p{L}+ )?$/u.exec(line.text.slice(Math.max(0, at - 40), Math.max(0, at)))?.[1] ??
    null
  );
}

/** `Xiaomi CEO Lei Jun`, `Bloomberg's Mark Gurman`: the company at the front of the run is the organisation. */
function withoutOwner(line: Line, run: NameRun): { run: NameRun; owner: string | null } {
  const company = line.mentions.find(
    (each) => each.kind === 'company' && each.start === run.start && each.end < run.end,
  );
  if (!company) return { run, owner: null };
  const first = line.tokens.findIndex((token) => token.start >= company.end);
  const start = line.tokens[first]!.start;
  return { run: { ...run, first, start, name: line.text.slice(start, run.end) }, owner: company.name };
}
