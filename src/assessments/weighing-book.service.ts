import { Injectable } from '@nestjs/common';
import { AssessmentBook, type Finding } from './assessment-book.service.js';
import { Contradictions } from './contradictions.service.js';
import { nameOf } from './related-questions.js';
import type { Weighed } from './weighed.js';

/** Keeps everything that came of a weighing: the findings, that the questions were weighed, and what contradicts itself. */
@Injectable()
export class WeighingBook {
  constructor(
    private readonly book: AssessmentBook,
    private readonly contradictions: Contradictions,
  ) {}

  /** Writes down what was found, within the act that weighed it; returns the findings that say something new. */
  async keep({ keys, findings, clashes, unweighable }: Weighed): Promise<Finding[]> {
    const kept = await this.book.keep(findings);
    const left = new Set(unweighable.map(nameOf));
    const weighed = keys.filter((key) => !left.has(nameOf(key)));
    await this.book.close(weighed, new Set(kept.map(({ row }) => row.device_id)));
    await this.contradictions.note(weighed, clashes);
    return kept;
  }
}
