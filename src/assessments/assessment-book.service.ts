import { Injectable } from '@nestjs/common';
import { MODEL_VERSION, wordOf, type Confidence } from '../engine/confidence/index.js';
import { Journal } from '../events/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import type { Cause } from '../rumors/rumor.entity.js';
import { Rumors } from '../rumors/rumors.service.js';
import { Assessment, Explanation } from './assessment.entity.js';
import type { AnswerRow, QuestionKey } from './questions.service.js';

/** A move of at least this much is told to those who listen; a smaller one only if the word changes. */
const TOLD_FROM = 0.01;

/** What the engine found about a rumor, and why in plain words. */
export interface Finding {
  readonly confidence: Confidence;
  readonly text: string;
}

/** Keeps what the engine found, each finding after the one before it. */
@Injectable()
export class AssessmentBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly rumors: Rumors,
  ) {}

  /** Writes a finding down if it differs from the last one; returns whether it does. */
  keep(row: AnswerRow, { confidence: found, text }: Finding, causes: readonly Cause[]): Promise<boolean> {
    return this.database.transaction(async (rows) => {
      if (!differs(row, found)) return false;
      const assessment = rows.create(Assessment, this.row(found, causes));
      await rows.insert(Assessment, assessment);
      await rows.insert(Explanation, rows.create(Explanation, explanation(assessment.id, found, text)));
      await this.rumors.keepNumbers(row.id, {
        assessmentId: assessment.id,
        assessedAt: assessment.at,
        probability: found.probability,
        low: found.low,
        high: found.high,
        firmProbability: found.firmProbability,
        strength: found.strength,
        announced: found.announced === true,
        originCount: found.origins,
        supportingCount: found.supporting,
        refutingCount: found.refuting,
      });
      await this.tell(row, found, causes);
      return true;
    });
  }

  /** Notes that a question was weighed, and brings the headline of its device up to date if anything changed. */
  close({ deviceId, question }: QuestionKey, hasChanged: boolean): Promise<void> {
    return this.database.transaction(async () => {
      await this.rumors.markDone(deviceId, question);
      if (hasChanged) await this.rumors.refreshHeadline(deviceId);
    });
  }

  private row(found: Confidence, causes: readonly Cause[]): Partial<Assessment> {
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

  private async tell(row: AnswerRow, found: Confidence, causes: readonly Cause[]): Promise<void> {
    const previous = row.probability;
    const before = row.firm_probability ?? previous;
    const changesWord = before !== null && wordOf(before) !== wordOf(found.firmProbability);
    const change = previous === null ? null : found.probability - previous;
    if (change !== null && Math.abs(change) < TOLD_FROM && !changesWord) return;
    const data = { previous, current: found.probability, change, cause: causes.flatMap((cause) => cause.ids) };
    await this.journal.announce('rumor.confidence_changed', row.id, data);
  }
}

function explanation(assessmentId: string, found: Confidence, text: string): Partial<Explanation> {
  return {
    assessmentId,
    contributions: found.contributions,
    discarded: found.discarded,
    without: found.without,
    text,
  };
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
