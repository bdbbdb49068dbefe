import { OPERATOR } from '../../src/access/actor.js';
import { Assessor } from '../../src/assessments/assessor.service.js';
import { Scores } from '../../src/calibration/scores.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Resolutions } from '../../src/resolutions/resolutions.service.js';
import type { Kept } from './newsroom.js';
import type { Program } from './program.js';

/** Writes down that a claim came true, or not, on a day, by its own evidence. */
export function settle(program: Program, { rumor, evidenceId }: Kept, outcome: Outcome, on: string): Promise<void> {
  return program.get(Database).transaction(async () => {
    const act = { outcome, evidence: evidenceId, happened_on: on };
    await program.get(Resolutions).resolve(rumor.id, act, null, OPERATOR);
    await program.get(Assessor).assessDue();
  });
}

type Outcome = 'true' | 'false' | 'partly' | 'void';

/** Takes that back. */
export function unsettle(program: Program, { rumor }: Kept): Promise<void> {
  return program.get(Database).transaction(async () => {
    await program.get(Resolutions).reopen(rumor.id, { reason: 'another device' }, null, OPERATOR);
    await program.get(Assessor).assessDue();
  });
}

/** Counts all sources anew, as a refresh does. */
export const score = (program: Program): Promise<unknown> =>
  program.get(Database).transaction(() => program.get(Scores).recount(null, 1000));
