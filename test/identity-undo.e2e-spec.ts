import fc from 'fast-check';
import { OPERATOR } from '../src/access/actor.js';
import { Assessor } from '../src/assessments/assessor.service.js';
import { Devices } from '../src/devices/devices.service.js';
import { Merges } from '../src/identity/merges.service.js';
import { Splits } from '../src/identity/splits.service.js';
import { Supersessions } from '../src/identity/supersessions.service.js';
import { Takedowns } from '../src/identity/takedowns.service.js';
import { Undoing } from '../src/identity/undoing.service.js';
import { RumorMoves } from '../src/rumors/rumor-moves.service.js';
import { DATABASES } from './support/databases.js';
import type { Kept } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';
import { fill, refusedOrNot, STORE, tables } from './support/stores.js';

const PAIR = { from: fc.constantFrom(0, 1, 2), to: fc.constantFrom(0, 1, 2) };

/** Someone sorts out which of the devices is which. */
const ACT = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), ...PAIR }),
  fc.record({
    kind: fc.constant('supersede' as const),
    reason: fc.constantFrom('renamed', 'split', 'replaced'),
    proof: fc.nat(20),
    ...PAIR,
  }),
  fc.record({
    kind: fc.constant('split' as const),
    isNew: fc.boolean(),
    taken: fc.array(fc.nat(20), { maxLength: 4 }),
    ...PAIR,
  }),
  fc.record({ kind: fc.constant('takedown' as const), ...PAIR }),
);
type Act = ReturnType<typeof ACT.generate>['value'];

const START = Date.parse('2026-01-01T06:00:00Z');

describe.each(DATABASES)('undoing what was sorted out on %s', (database) => {
  let program: Program;
  let number = 0;
  beforeAll(async () => {
    program = await startProgram(database);
  });
  afterAll(() => program.close());

  const perform = async (act: Act, names: readonly string[], kept: readonly Kept[]) => {
    const slug = (index: number) => names[index]!.toLowerCase().replaceAll(' ', '-');
    const [device, into] = [slug(act.from), slug(act.to)];
    switch (act.kind) {
      case 'merge':
        return program.get(Merges).merge(device, { into }, null, OPERATOR);
      case 'supersede': {
        const proof = { evidence: kept[act.proof % kept.length]!.evidenceId };
        return program.get(Supersessions).supersede(device, { by: into, reason: act.reason, ...proof }, null, OPERATOR);
      }
      case 'split': {
        const about = await program.get(RumorMoves).about((await program.get(Devices).get(device)).id);
        const rumors = act.taken.flatMap((index) => about[index % about.length]?.id ?? []);
        const where = act.isNew ? { name: `${device} Max` } : { into };
        return program.get(Splits).split(device, { ...where, rumors, aliases: [] }, null, OPERATOR);
      }
      case 'takedown':
        return program.get(Takedowns).remove(device, { reason: 'by order' }, null, OPERATOR);
    }
  };

  /** Does what is not refused of these acts, then undoes it, the last one first; returns how many were done. */
  const thereAndBack = async (
    acts: readonly Act[],
    names: readonly string[],
    kept: readonly Kept[],
  ): Promise<number> => {
    const [act, ...rest] = acts;
    if (!act) return 0;
    const since = program.clock.now();
    const before = await tables(program, since);
    program.clock.hold(since + 50);
    const performed = await refusedOrNot(() => perform(act, names, kept));
    if (performed !== null) await program.get(Assessor).assessDue();
    const done = await thereAndBack(rest, names, kept);
    program.clock.hold(program.clock.now() + 50);
    if (performed !== null) {
      await program.get(Undoing).undo(performed.id, { reason: 'a slip' }, null, OPERATOR);
      await program.get(Assessor).assessDue();
    }
    expect(await tables(program, since)).toEqual(before);
    return done + (performed === null ? 0 : 1);
  };

  it('makes every table what it was, and every number to the last digit', async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(STORE, fc.array(ACT, { minLength: 1, maxLength: 3 }), async (store, acts) => {
        number += 1;
        program.clock.hold(START + number * 1000);
        const names = ['A', 'B', 'C'].map((letter) => `Orvane ${letter}${number}`);
        const kept = await fill(program, store, names);
        program.clock.hold(START + number * 1000 + 100);
        done += await thereAndBack(acts, names, kept);
      }),
      { numRuns: 15 },
    );
    expect(done).toBeGreaterThan(4);
  });
});
