import {
  NOTHING_LEARNED,
  type Learned,
  type Question,
  type SourceStanding,
  type Testimony,
} from '../engine/confidence/index.js';
import { trackRecordOf } from '../engine/scoring/index.js';
import { readValue, type Act, type Certainty, type Stance } from '../engine/subjects/index.js';
import type { OriginLink } from '../evidence/report.entity.js';
import { learnedOf, type LearnedOfSubjects } from '../rumors/learned-parameters.service.js';
import { subjectOf, type RumorRow } from '../rumors/rumor.view.js';
import { besides, type Tallied } from '../sources/source-tallies.service.js';
import { standingOfRow } from '../sources/standing.js';
import type { SourceRow } from '../sources/source.view.js';
import { signsOf, type SignRow } from './signs.js';

/** A question by what names it. */
export interface QuestionKey {
  readonly deviceId: string;
  readonly question: string;
  /** Whether nothing has happened to it since it was weighed, but that a day has passed; not known where it is missing. */
  readonly byAgeAlone?: boolean;
}

/** A rumor as the assessor takes it up: what it says, its last numbers, and why it is due. */
export type AnswerRow = Pick<
  RumorRow,
  | 'id'
  | 'device_id'
  | 'question'
  | 'subject'
  | 'value'
  | 'region'
  | 'variant'
  | 'probability'
  | 'low'
  | 'high'
  | 'firm_probability'
  | 'strength'
  | 'announced'
  | 'origin_count'
  | 'supporting_count'
  | 'refuting_count'
  | 'report_count'
  | 'assessed_at'
> & {
  readonly assessed_reports: number | null;
  /** The category of its device. */
  readonly category: string | null;
  readonly updated_at: number;
  readonly due_causes: string | null;
  readonly weighed_model: string | null;
};

/** A claim about a device that was found to be true. */
export type FactRow = Pick<RumorRow, 'id' | 'device_id' | 'subject' | 'value' | 'region' | 'variant'>;

/** A report that counts for a rumor, as it is stored, with who published it. */
export interface TestimonyRow extends SourceRow {
  readonly id: string;
  readonly rumor_id: string;
  readonly report_id: string;
  readonly origin_id: string;
  readonly origin_link: OriginLink;
  readonly origin_confidence: number;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly published_at: number;
  readonly early_call_count: number;
  /** Whether the source bears a name of the company that makes the device. */
  readonly is_of_maker: number;
}

/** A statement of an official speaker in a report about a rumor. */
export interface SaidRow {
  readonly id: string;
  readonly report_id: string;
  readonly rumor_id: string;
  readonly act: Act;
  readonly is_verified: number;
}

/** A question as it is stored: its answers, what was reported of each, and what was said in which report of it. */
export interface LoadedQuestion extends QuestionKey {
  readonly rows: readonly AnswerRow[];
  /** By rumor. */
  readonly links: ReadonlyMap<string, readonly TestimonyRow[]>;
  /** By `saidKey`. */
  readonly said: ReadonlyMap<string, readonly SaidRow[]>;
  /** By source; none of those of which nothing was decided. */
  readonly tallies: ReadonlyMap<string, Tallied>;
  /** What was learned of its subject. */
  readonly learned: LearnedOfSubjects;
  /** Which of its sources take over what others of them say. */
  readonly copying: Learned['copying'];
  /** What tells that launches are near, of the devices with questions about days. */
  readonly signs: readonly SignRow[];
}

/** A report and a rumor that it speaks of, as one text. */
export const saidKey = (row: { readonly report_id: string; readonly rumor_id: string }): string =>
  `${row.report_id} ${row.rumor_id}`;

/**
 * A question in the engine's form, its answers in the order of the rows.
 *
 * @throws InvalidValue, or another error, where what is stored cannot be read
 */
export function askedOf({ rows, links, said, signs }: LoadedQuestion): Question {
  const subject = subjectOf(rows[0]!);
  const sources = new Map<string, SourceStanding>();
  const answers = rows.map((row) => {
    const own = links.get(row.id) ?? [];
    for (const link of own) sources.set(link.source_id, standingOfRow(link));
    const first = firstTellers(own);
    const independence = (link: TestimonyRow): number => (first.has(link.id) ? 1 : independenceOf(link));
    return {
      rumorId: row.id,
      value: readValue(subject, row.value),
      testimonies: own.map((link) => testimonyOf(link, independence(link), said.get(saidKey(link)) ?? [])),
    };
  });
  return { subject, answers, sources, signs: signsOf(signs, rows[0]!) };
}

/**
 * What has been learned for a question by an instant: how right its sources were, apart from what was decided of the
 * question itself, which of them copy, and what was learned of its subject. Everything else stands at its starting point.
 *
 * @param at epoch milliseconds, by which what was decided has aged
 */
export function learnedFor(loaded: LoadedQuestion, sources: Iterable<string>, at: number): Learned {
  const name = `${loaded.deviceId} ${loaded.question}`;
  const records = [...sources].flatMap((source) => {
    const tallied = loaded.tallies.get(source);
    return tallied ? [[source, trackRecordOf(besides(tallied, name), at)] as const] : [];
  });
  const { subject, category } = loaded.rows[0]!;
  const ofSubject = learnedOf(loaded.learned, subject, category);
  return { ...NOTHING_LEARNED, ...ofSubject, copying: loaded.copying, records: new Map(records) };
}

function testimonyOf(link: TestimonyRow, independence: number, own: readonly SaidRow[]): Testimony {
  const statement = own.find((row) => row.is_verified) ?? own[0];
  return {
    id: link.id,
    reportId: link.report_id,
    sourceId: link.source_id,
    originId: link.origin_link === 'suggested' ? link.report_id : link.origin_id,
    independence,
    stance: link.stance,
    certainty: link.certainty,
    publishedAt: link.published_at,
    ownWord: isOwnWord(link),
    statement: statement ? { id: statement.id, act: statement.act, verified: Boolean(statement.is_verified) } : null,
  };
}

/** Whether the maker itself says it: in its own name, as a source that was vetted as that maker, and on the record. */
const isOwnWord = (link: TestimonyRow): boolean =>
  link.source_kind === 'maker' &&
  Boolean(link.source_vetted) &&
  Boolean(link.is_of_maker) &&
  link.certainty === 'official';

/**
 * The links, by id, whose reports only look like retellings but tell this first: what they seem to retell does not say it,
 * and no earlier report that seems to retell the same does. They say it on their own account.
 */
function firstTellers(links: readonly TestimonyRow[]): ReadonlySet<string> {
  const told = new Map<string, TestimonyRow | null>();
  for (const link of links) {
    const key = `${link.origin_id} ${link.stance}`;
    const known = told.get(key);
    if (link.report_id === link.origin_id) told.set(key, null);
    else if (link.origin_link === 'suggested' && known !== null && (!known || isEarlier(link, known)))
      told.set(key, link);
  }
  return new Set([...told.values()].flatMap((link) => (link === null ? [] : [link.id])));
}

const isEarlier = (one: TestimonyRow, other: TestimonyRow): boolean =>
  one.published_at < other.published_at || (one.published_at === other.published_at && one.report_id < other.report_id);

/**
 * The share of a report that is not copied: 1 for an origin, 0 for a copy, in between for what only looks like one. That
 * one speaks for itself until it is confirmed, with what is its own.
 */
export function independenceOf(link: Pick<TestimonyRow, 'origin_link' | 'origin_confidence'>): number {
  switch (link.origin_link) {
    case 'own':
      return 1;
    case 'confirmed':
      return 0;
    case 'suggested':
      return 1 - link.origin_confidence;
  }
}
