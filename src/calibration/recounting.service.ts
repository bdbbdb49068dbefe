import { Injectable } from '@nestjs/common';
import type { DueMark } from '../rumors/due-marks.service.js';
import { CopyingLessons, type CopyingLesson } from './copying-lessons.service.js';
import { Scores, type Recounted } from './scores.service.js';
import { SubjectLessons, type LearnedOf } from './subject-lessons.service.js';

/** What a refresh learned, to be kept. */
export interface Lessons {
  readonly subjects: readonly LearnedOf[];
  readonly copying: CopyingLesson;
}

/** What a refresh counts anew before it weighs: how right each source was, who copies, and what was learned of subjects. */
@Injectable()
export class Recounting {
  constructor(
    private readonly scores: Scores,
    private readonly subjects: SubjectLessons,
    private readonly copying: CopyingLessons,
  ) {}

  /** How many sources there are. */
  countSources(): Promise<number> {
    return this.scores.count();
  }

  /** Puts the next sources right, in the order of their ids, within an act. */
  recountSources(after: string | null, limit: number): Promise<Recounted> {
    return this.scores.recount(after, limit);
  }

  /**
   * What all that was said and decided teaches, learned anew: outside of any act, as it reads all of it.
   *
   * @param signal ends it before it is done
   * @throws what `CopyingLessons.learn` throws
   */
  async learn(signal: AbortSignal): Promise<Lessons> {
    return { subjects: await this.subjects.learn(), copying: await this.copying.learn(signal) };
  }

  /** Has these of `copying.due` weighed again, within an act: before what was learned is kept. */
  markDue(due: readonly DueMark[]): Promise<void> {
    return this.copying.mark(due);
  }

  /** Keeps what was learned, within an act; how many numbers changed. */
  async keepLearned({ subjects, copying }: Lessons): Promise<number> {
    return (await this.subjects.keep(subjects)) + (await this.copying.keep(copying));
  }
}
