import { Injectable } from '@nestjs/common';
import { Scores, type Recounted } from './scores.service.js';
import { SubjectLessons } from './subject-lessons.service.js';

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

  /** Learns anew what decided claims say of their subjects, within an act; how many numbers changed. */
  learnSubjects(): Promise<number> {
    return this.lessons.learn();
  }
}
