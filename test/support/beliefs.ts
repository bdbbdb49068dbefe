import { OPERATOR } from '../../src/access/actor.js';
import { Assessment, Explanation } from '../../src/assessments/assessment.entity.js';
import { Devices } from '../../src/devices/devices.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import { LatestNumbers } from '../../src/rumors/latest-numbers.service.js';
import type { Rumor } from '../../src/rumors/rumor.entity.js';
import { Rumors } from '../../src/rumors/rumors.service.js';
import type { Program } from './program.js';

/** Follows so many devices, each with one rumor about its partner, and returns the rumors. */
export async function openRumors(program: Program, from: number, count: number): Promise<Rumor[]> {
  const rumors: Rumor[] = [];
  for (let number = from; number < from + count; number += 1) {
    const device = { name: `Acme ${number}`, company: 'Acme' };
    const { device: added } = await program.get(Devices).ensure(device, OPERATOR);
    const claim = { device: added.id, subject: 'partner', value: 'Zeiss' };
    rumors.push(await program.get(Rumors).open(claim, OPERATOR));
  }
  return rumors;
}

/** Puts a probability on a rumor at the present instant, as the assessor does. */
export function believe(
  program: Program,
  { id, deviceId }: Rumor,
  probability: number,
  [supportingCount, refutingCount] = [0, 0],
): Promise<void> {
  const at = program.clock.now();
  const numbers = { probability, low: probability, high: probability, firmProbability: probability, announced: false };
  const counts = { originCount: supportingCount + refutingCount, supportingCount, refutingCount };
  const assessment = { id: newId('asm', at), rumorId: id, at, ...numbers, ...counts, strength: 'low' as const };
  return program.get(Database).transaction(async (rows) => {
    const rest = { logOdds: 0, windowOver: false, reportCount: 0, causes: [], modelVersion: 'test' };
    await rows.insert(Assessment, { ...assessment, ...rest });
    const said = { contributions: [], discarded: [], without: {}, text: '', other: 1 - probability, buckets: null };
    await rows.insert(Explanation, { assessmentId: assessment.id, ...said });
    const { id: assessmentId, at: assessedAt, strength } = assessment;
    const latest = { rumorId: id, assessmentId, assessedAt, strength, ...numbers, ...counts };
    await program.get(LatestNumbers).keep([latest]);
    await program.get(Rumors).refreshHeadlines([deviceId]);
  });
}
