import { officeBefore, officeBehind } from './offices.js';
import type { Line } from './scene.js';

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
}

/** Names of firms that speak for themselves: `Wave7 Research`. */
const FIRM =
  /\b(?:Research|Institute|Consulting|Securities|Labs?|Insights|Intelligence|Group|Capital|Foundation|Commission|Agency|Authority)$/;

const countWords = (name: string): number => name.split(/[ -]/).length;

/** The people of a sentence: names of two to four words that no company or device bears, with what is said of them. */
function findPeople(line: Line, maker: string | null): Person[] {
  return line.names.flatMap((whole): Person[] => {
    const { run, ...before } = officeBefore(line, whole);
    const named = line.mentions.some((each) => each.start < run.end && run.start < each.end);
    if (named || run.last < run.first || countWords(run.name) < 2 || countWords(run.name) > 4) return [];
    const { until, ...behind } = officeBehind(line, run.end, maker);
    const role = before.role ?? behind.role;
    const organisation = before.organisation ?? behind.organisation ?? (FIRM.test(run.name) ? run.name : null);
    return [{ name: run.name, role, organisation, line: line.index, start: run.start, end: run.end, until }];
  });
}

/** Everybody whom an article names, by sentence and by name. */
export interface People {
  /** Those named in that sentence, in reading order. */
  on(line: number): readonly Person[];
  /** The person of that full name or surname, with the role and organisation given anywhere in the article. */
  named(name: string): Pick<Person, 'name' | 'role' | 'organisation'> | null;
}

const surname = (name: string): string => name.split(' ').at(-1) ?? name;

/** The people of an article; of those who share a surname the first one named bears it alone. */
export function peopleOf(lines: readonly Line[], maker: string | null): People {
  const byLine = new Map<number, readonly Person[]>();
  const byName = new Map<string, Pick<Person, 'name' | 'role' | 'organisation'>>();
  for (const line of lines) {
    const people = findPeople(line, maker);
    if (people.length > 0) byLine.set(line.index, people);
    for (const { name, role, organisation } of people) {
      const known = byName.get(name);
      const merged = { name, role: known?.role ?? role, organisation: known?.organisation ?? organisation };
      byName.set(name, merged);
      const bearer = byName.get(surname(name));
      if (!bearer || bearer.name === name) byName.set(surname(name), merged);
    }
  }
  return { on: (line) => byLine.get(line) ?? [], named: (name) => byName.get(name) ?? null };
}
