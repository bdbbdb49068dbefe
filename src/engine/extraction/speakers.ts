import { isOutlet, type NameRun } from './name-runs.js';
import { isTurned, officerBefore, officerBehind, type Speaker } from './officers.js';
import { isOblique, type People } from './people.js';
import type { Line, Stretch } from './scene.js';

function speakerNamed(line: Line, run: NameRun, people: People): Speaker | null {
  const here = people.on(line.index).find((each) => each.start >= run.start && each.end <= run.end);
  const known = people.named(here?.name ?? run.name) ?? people.named(run.name.split(' ').at(-1)!);
  const company = line.mentions.find((each) => each.kind === 'company' && each.start < run.end && run.start < each.end);
  if (here || (known && !company)) {
    return {
      speaker: here?.name ?? known!.name,
      role: here?.role ?? known?.role ?? null,
      organisation: here?.organisation ?? known?.organisation ?? null,
    };
  }
  if (isOutlet(run)) return { speaker: run.name, role: null, organisation: null };
  return company ? { speaker: company.name, role: null, organisation: company.name } : null;
}

/** A name of joined words (`TechGoing`) that is no company, person or device: an outlet. */
const outletNamed = (run: NameRun): Speaker | null =>
  /[a-z\d][A-Z]/.test(run.name) ? { speaker: run.name, role: null, organisation: run.name } : null;

const LEADS_TO_NAME = /^ ?(?:by |the |a |an )?(?:(?!that )[A-Za-z\u00c0-\u1fff\u3040-\ud7ff'-]+ ){0,4}$/;

/** Names that may be the subject of a verb: none inside a quotation, none that is only the employer of another. */
function subjects(line: Line, masked: readonly Stretch[], people: People): NameRun[] {
  const here = people.on(line.index);
  return line.names.filter((run) => {
    const quoted = masked.some((each) => each.start < run.end && run.start < each.end);
    const employer = here.some((each) => run.start > each.end && run.start < each.until);
    const abbreviation = /^[A-Z]{1,3}$/.test(run.name) && !isKnown(line, run);
    const handle = line.text.charAt(run.start - 1) === '@' && here.length > 0;
    const place = /(?:^| )(?:in|near) $/.test(line.text.slice(0, run.start)) && !isKnown(line, run);
    return !quoted && !employer && !handle && !abbreviation && !place;
  });
}

const isKnown = (line: Line, run: NameRun): boolean =>
  line.mentions.some((each) => each.start < run.end && run.start < each.end);

/** The names behind a verb, an owner's together with the one it owns: `Bloomberg's Mark Gurman`. */
function runsBehind(line: Line, runs: readonly NameRun[], verb: Stretch): NameRun[] {
  const index = runs.findIndex(
    (run) =>
      run.start >= verb.end && run.start - verb.end <= 40 && LEADS_TO_NAME.test(line.text.slice(verb.end, run.start)),
  );
  const [own, next] = index < 0 ? [] : runs.slice(index, index + 2);
  if (!own) return [];
  return next && /^'s (?:[a-z\u00df-\u024f]+ ){0,2}$/.test(line.text.slice(own.end, next.start)) ? [next, own] : [own];
}

function first(runs: readonly NameRun[], read: (run: NameRun) => Speaker | null): Speaker | null {
  for (const run of runs) {
    const speaker = read(run);
    if (speaker) return speaker;
  }
  return null;
}

/** Who says it: the name that goes with a verb of saying, before it or, in "…, said X", behind it. */
export function speakerOf(line: Line, verb: Stretch, people: People, masked: readonly Stretch[] = []): Speaker | null {
  const officer = officerBehind(line, verb, people, masked) ?? officerBefore(line, verb, people, masked);
  if (officer) return officer;
  const runs = subjects(line, masked, people);
  const behind = runsBehind(line, runs, verb);
  const before = runs.filter((run) => run.end <= verb.start).reverse();
  const isClose = before.some((run) => verb.start - run.end < 3);
  const free = before.filter((run) => !isOblique(line, run.start));
  const turned = !isClose && isTurned(line, verb) ? behind : [];
  const strange = [turned[0], isClose ? before[0] : undefined].find((run) => run !== undefined && !isKnown(line, run));
  for (const names of [turned, strange ? [strange] : [], free, before, behind]) {
    const known = first(names, (run) => speakerNamed(line, run, people)) ?? first(names, outletNamed);
    if (known) return known;
    if (strange && names[0] === strange && names !== turned)
      return { speaker: strange.name, role: null, organisation: null };
  }
  return null;
}
