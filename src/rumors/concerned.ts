import { In, type FindOptionsWhere } from 'typeorm';
import { isInCircle, LAUNCH_SUBJECTS } from '../engine/subjects/index.js';
import type { Rumor } from './rumor.entity.js';

/** The subject of a question: `launch.date` of `launch.date@PL`. */
export const subjectOfQuestion = (question: string): string => question.split(/[@#]/, 1)[0]!;

/**
 * Where the rumors stand that are weighed again when something becomes of an answer to one of these questions: those that
 * compete with it, and those about the device for which it says something.
 */
export function concerned(deviceIds: readonly string[], questions: readonly string[]): FindOptionsWhere<Rumor>[] {
  const subjects = questions.map(subjectOfQuestion);
  const related = subjects.some(isInCircle) ? ['existence'] : [];
  if (subjects.some((subject) => subject === 'status' || subject === 'existence')) related.push(...LAUNCH_SUBJECTS);
  const open = { deviceId: In([...deviceIds]), status: In(['open', 'lapsed']) };
  return [
    { ...open, question: In([...questions]) },
    ...(related.length > 0 ? [{ ...open, subject: In(related) }] : []),
  ];
}
