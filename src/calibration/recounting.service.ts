import { Injectable } from '@nestjs/common';
import { Scores, type Recounted } from './scores.service.js';
import { SubjectLessons, type LearnedOf } from './subject-lessons.service.js';

/** What a refresh counts anew before it weighs: how right each source was, and what was learned of subjects. */
@Injectable()
export class Recounting {
  constructor(
    private readonly scores: Scores,
    private readonly lessons: SubjectLessons,
  ) {}

  /** How many sources there are. */
  countSources(): Promise<number> {
    return this.scores.count();
  }

  /** Puts the next sources right, in the order of their ids, within an act. */
  recountSources(after: string | null, limit: number): Promise<Recounted> {
    return this.scores.recount(after, limit);
  }

  /** What decided claims teach of their subjects, learned anew: outside of any act, as it reads all of them. */
  learnSubjects(): Promise<readonly LearnedOf[]> {
    return this.lessons.learn();
  }

  /** Keeps that, within an act; how many numbers changed. */
  keepLearned(learned: readonly LearnedOf[]): Promise<number> {
    return this.lessons.keep(learned);
  }
}
