import type { Answer, Question, SourceStanding, Testimony } from '../../src/engine/confidence/index.js';
import { findSubject, readValue } from '../../src/engine/subjects/index.js';

/** The instant at which the questions of the specs are assessed unless they say otherwise. */
export const NOW = Date.UTC(2022, 4, 23, 12);
export const DAY = 86_400_000;

/** A vetted outlet of grade C, unless told otherwise. */
export function source(id: string, traits: Partial<SourceStanding> = {}): SourceStanding {
  return { id, name: `Source ${id}`, kind: 'outlet', grade: 'C', vetted: true, earlyCalls: 0, ...traits };
}

/** A source that nobody vetted. */
export function stranger(id: string): SourceStanding {
  return source(id, { kind: 'social', grade: null, vetted: false });
}

/** A link from a report of that source, an origin of its own that is on the record and fresh, unless told otherwise. */
export interface Said extends Partial<Testimony> {
  readonly by: SourceStanding;
}

let made = 0;

function testimony({ by, ...traits }: Said): Testimony {
  made += 1;
  const reportId = traits.reportId ?? `report-${by.id}`;
  return {
    id: `evidence-${made}`,
    reportId,
    sourceId: by.id,
    originId: reportId,
    independence: 1,
    stance: 'supports',
    certainty: 'official',
    publishedAt: NOW,
    statement: null,
    ...traits,
  };
}

/** A question about a subject, from what was said for each value, the oldest rumor first: `question('partner', { Leica: [{ by: outlet }] })`. */
export function question(subject: string, said: Readonly<Record<string, readonly Said[]>>): Question {
  const found = findSubject(subject)!;
  const answers = Object.entries(said).map(([value, all], index): Answer => ({
    rumorId: `rumor-${String(index).padStart(5, '0')} ${value}`,
    value: readValue(found, value),
    testimonies: all.map(testimony),
  }));
  const sources = Object.values(said).flatMap((all) => all.map(({ by }) => by));
  return { subject: found, answers, sources: new Map(sources.map((each) => [each.id, each])) };
}

/** The same question without one piece of evidence. */
export function withdrawn(whole: Question, evidenceId: string): Question {
  const answers = whole.answers.map((answer) => ({
    ...answer,
    testimonies: answer.testimonies.filter(({ id }) => id !== evidenceId),
  }));
  return { ...whole, answers };
}

/** The same question with more evidence for the answer at an index. */
export function added(whole: Question, index: number, said: readonly Said[]): Question {
  const more = said.map(testimony);
  const answers = whole.answers.map((answer, position) =>
    position === index ? { ...answer, testimonies: [...answer.testimonies, ...more] } : answer,
  );
  return { ...whole, answers, sources: new Map([...whole.sources, ...said.map(({ by }) => [by.id, by] as const)]) };
}
