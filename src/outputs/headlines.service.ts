import { Injectable } from '@nestjs/common';
import { Explanations, type Explained } from '../assessments/explanations.service.js';
import type { AskedQuestion } from '../assessments/question-board.service.js';
import { changesMost } from '../engine/confidence/index.js';
import type { Moment } from '../events/moments.service.js';
import type { RumorRow } from '../rumors/rumor.view.js';

/** What would change a number most: the evidence, who published it, and the number without it. */
export interface NamedLever {
  readonly evidenceId: string;
  readonly source: string;
  readonly probability: number;
}

/** The leading answer to a question, who says so, and what it hangs on. */
export interface Headline {
  readonly rumor: RumorRow;
  /** How many answers the question has. */
  readonly answers: number;
  /** The names of the sources that count for it, each once, in the order of their reports. */
  readonly sources: readonly string[];
  /** Null where nothing counts for or against it. */
  readonly lever: NamedLever | null;
}

/** How many questions one page tells of. */
const MOST_TOLD = 12;

/** Tells the leading answers to the questions about a device. */
@Injectable()
export class Headlines {
  constructor(private readonly explanations: Explanations) {}

  /** The leading answers to questions, in their order. */
  async of(questions: readonly AskedQuestion[], moment: Moment): Promise<Headline[]> {
    const headlines: Headline[] = [];
    for (const { rumors } of questions.slice(0, MOST_TOLD)) {
      const rumor = rumors.find(({ status }) => status === 'open') ?? rumors[0];
      if (rumor === undefined || rumor.status === 'withdrawn') continue;
      const explained = rumor.assessment_id === null ? null : await this.explanations.why(rumor.id, moment);
      headlines.push({ rumor, answers: rumors.length, sources: sourcesOf(explained), lever: leverOf(explained) });
    }
    return headlines;
  }
}

function sourcesOf(explained: Explained | null): string[] {
  const counted = (explained?.contributions ?? []).flatMap((step) =>
    step.kind === 'report' && step.stance === 'supports' ? [nameOf(explained, step.evidenceId)] : [],
  );
  return [...new Set(counted.filter((name) => name !== null))];
}

function leverOf(explained: Explained | null): NamedLever | null {
  if (explained === null) return null;
  const { assessment, contributions, without } = explained;
  const lever = changesMost({ probability: assessment.probability, contributions, without });
  const source = lever && nameOf(explained, lever.evidenceId);
  return lever && source ? { evidenceId: lever.evidenceId, source, probability: lever.probability } : null;
}

const nameOf = (explained: Explained | null, evidenceId: string): string | null =>
  explained?.evidence.find(({ id }) => id === evidenceId)?.source_name ?? null;
