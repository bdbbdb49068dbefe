import { DAY_MS } from '../engine/subjects/index.js';
import { Injectable } from '@nestjs/common';
import { MODEL_VERSION, wordOf, type Confidence, type DateBucket } from '../engine/confidence/index.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { execute } from '../platform/database/execute.js';
import { newId } from '../platform/ids.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { LatestNumbers, type RumorNumbers } from '../rumors/latest-numbers.service.js';
import { insertAssessments, insertExplanations, type Told } from './assessment-rows.js';
import type { AnswerRow, QuestionKey } from './asked.js';

/** A move of at least this much is told to those who listen; a smaller one only if the word changes. */
const TOLD_FROM = 0.01;

/** A change of age alone is kept from this much on; a smaller one once a day at most. */
const KEPT_FROM = 0.005;
/** How many rows one statement writes: databases bound the number of values. */
const ROWS_AT_ONCE = 500;

/** What the engine found about a rumor, why it looked, and the same in plain words. */
export interface Finding {
  readonly row: AnswerRow;
  readonly causes: readonly Cause[];
  readonly confidence: Confidence;
  readonly text: string;
  /** The probability that no answer to the question is right, and for dates where the event lies. */
  readonly other: number;
  readonly buckets: readonly DateBucket[] | null;
}

/** Keeps what the engine found, each finding after the one before it. */
@Injectable()
export class AssessmentBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly latest: LatestNumbers,
  ) {}

  /** Writes down the findings that say something new, in one act; returns these. */
  keep(findings: readonly Finding[]): Promise<Finding[]> {
    const today = Math.floor(this.clock.now() / DAY_MS) * DAY_MS;
    return this.database.transaction(async (rows) => {
      const news = findings.filter((finding) => isNews(finding, today));
      const told = news.map((finding) => this.told(finding));
      for (let from = 0; from < told.length; from += ROWS_AT_ONCE) {
        const lot = told.slice(from, from + ROWS_AT_ONCE);
        await execute(rows, insertAssessments(lot));
        await execute(rows, insertExplanations(lot));
      }
      await this.latest.keep(told.map(({ assessment }) => numbersOf(assessment)));
      for (const finding of news) await this.tell(finding);
      return news;
    });
  }

  /** Notes that questions were weighed, and brings the headlines of these devices up to date. */
  close(keys: readonly QuestionKey[], changedDevices: ReadonlySet<string>): Promise<void> {
    return this.latest.close(keys, MODEL_VERSION, [...changedDevices]);
  }

  private told(finding: Finding): Told {
    const { contributions, discarded, without } = finding.confidence;
    const { text, other, buckets } = finding;
    const assessment = this.row(finding);
    const explanation = { assessmentId: assessment.id, contributions, discarded, without, text, other, buckets };
    return { assessment, explanation };
  }

  private row({ confidence: found, causes }: Finding): Told['assessment'] {
    const at = this.clock.now();
    return {
      id: newId('asm', at),
      rumorId: found.rumorId,
      at,
      probability: found.probability,
      low: found.low,
      high: found.high,
      firmProbability: found.firmProbability,
      logOdds: found.logOdds,
      strength: found.strength,
      announced: found.announced === true,
      windowOver: found.windowOver,
      reportCount: found.reports,
      originCount: found.origins,
      supportingCount: found.supporting,
      refutingCount: found.refuting,
      causes,
      modelVersion: MODEL_VERSION,
    };
  }

  private async tell({ row, confidence: found, causes }: Finding): Promise<void> {
    const previous = row.probability;
    const before = row.firm_probability ?? previous;
    const [formerWord, word] = [before === null ? null : wordOf(before), wordOf(found.firmProbability)];
    const changesWord = formerWord !== null && formerWord !== word;
    const change = previous === null ? null : found.probability - previous;
    if (change !== null && Math.abs(change) < TOLD_FROM && !changesWord) return;
    const cause = causes.flatMap(({ ids }) => ids);
    const words = { previous_word: formerWord, word, previous_firm: before, firm: found.firmProbability };
    const data = { previous, current: found.probability, change, ...words, cause };
    await this.journal.announce('rumor.confidence_changed', row.id, data);
  }
}

/** What stands beside the rumor itself of its latest assessment. */
function numbersOf(found: Told['assessment']): RumorNumbers {
  const { rumorId, id: assessmentId, at: assessedAt } = found;
  const { probability, low, high, firmProbability, strength, announced } = found;
  const { originCount, supportingCount, refutingCount } = found;
  const counts = { originCount, supportingCount, refutingCount };
  const numbers = { probability, low, high, firmProbability, strength, announced };
  return { rumorId, assessmentId, assessedAt, ...numbers, ...counts };
}

/**
 * Whether a finding is written down: anything that differs, but a difference of age alone only if it is large or the
 * last one was not of today.
 */
export function isNews({ row, confidence, causes }: Finding, today: number): boolean {
  if (!differs(row, confidence)) return false;
  const isCaused = causes.some(({ kind }) => kind !== 'age');
  if (isCaused || row.probability === null || row.assessed_at === null) return true;
  return Math.abs(confidence.probability - row.probability) >= KEPT_FROM || row.assessed_at < today;
}

/** Whether anything that is shown of a rumor differs from what was last found. */
function differs(row: AnswerRow, found: Confidence): boolean {
  const last = [row.probability, row.low, row.high, row.firm_probability, row.strength, Boolean(row.announced)];
  const next = [
    found.probability,
    found.low,
    found.high,
    found.firmProbability,
    found.strength,
    found.announced === true,
  ];
  const counts = [row.origin_count, row.supporting_count, row.refuting_count, row.assessed_reports];
  const counted = [found.origins, found.supporting, found.refuting, found.reports];
  return last.some((value, at) => value !== next[at]) || counts.some((value, at) => value !== counted[at]);
}
