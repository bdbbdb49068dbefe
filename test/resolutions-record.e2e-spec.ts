import { OPERATOR } from '../src/access/actor.js';
import { Assessor } from '../src/assessments/assessor.service.js';
import { Device } from '../src/devices/device.entity.js';
import { Event } from '../src/events/event.entity.js';
import { EvidenceReview } from '../src/evidence/evidence-review.service.js';
import { Database } from '../src/platform/database/database.js';
import { RefreshSchedule } from '../src/refresh/refresh-schedule.service.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { Source } from '../src/sources/source.entity.js';
import type { ResolveRumorDto } from '../src/resolutions/resolution.dto.js';
import { Resolution } from '../src/resolutions/resolution.entity.js';
import { Resolutions } from '../src/resolutions/resolutions.service.js';
import { DATABASES } from './support/databases.js';
import { publish, type Kept, type Told } from './support/newsroom.js';
import { startProgram, type Program } from './support/program.js';

const DAY = 86_400_000;
const NAME: Told = { source: 'Ledger', on: '2022-05-20', subject: 'name', value: 'Halo 5' };
const JULY: Told = { source: 'Ledger', on: '2022-05-20', subject: 'launch.date', value: '2022-07' };

describe.each(DATABASES)('resolutions on %s', (database) => {
  let program: Program;

  beforeEach(async () => {
    program = await startProgram(database, { clock: '2022-07-20T12:00:00Z' });
  });
  afterEach(() => program.close());

  const rows = () => program.get(Database).rows;
  const stateOf = async ({ rumor }: Kept) => {
    const { status, outcome, probability, low, high, firmProbability } = await rows().findOneByOrFail(Rumor, {
      id: rumor.id,
    });
    return { status, outcome, numbers: [probability, low, high, firmProbability] };
  };
  const fatesOf = async (...all: Kept[]) => {
    const states = await Promise.all(all.map(stateOf));
    return states.map(({ status, outcome }) => outcome ?? status);
  };
  const resolve = ({ rumor }: Kept, act: ResolveRumorDto) =>
    program.get(Database).transaction(async () => {
      const resolved = await program.get(Resolutions).resolve(rumor.id, act, null, OPERATOR);
      await program.get(Assessor).assessDue();
      return resolved;
    });
  const reopen = ({ rumor }: Kept) =>
    program.get(Database).transaction(async () => {
      await program.get(Resolutions).reopen(rumor.id, { reason: 'the wrong device' }, null, OPERATOR);
      await program.get(Assessor).assessDue();
    });
  const publishNames = async () => {
    const first = await publish(program, NAME);
    const second = await publish(program, { ...NAME, source: 'Courier', value: 'Halo Ultra' });
    const third = await publish(program, { ...NAME, source: 'Harbour', value: 'Halo Max' });
    return [first, second, third] as const;
  };

  it('make the other names false, by the same proof', async () => {
    const names = await publishNames();
    const [first] = names;
    const { resolution, created } = await resolve(first, { outcome: 'true', evidence: first.evidenceId });
    expect([created, resolution.happenedOn]).toEqual([true, '2022-05-20']);
    expect(await fatesOf(...names)).toEqual(['true', 'false', 'false']);
    const all = await rows().find(Resolution, { where: {}, order: { id: 'ASC' } });
    expect(all.map(({ followsFromId, evidenceId }) => [followsFromId, evidenceId])).toEqual([
      [null, first.evidenceId],
      [resolution.id, first.evidenceId],
      [resolution.id, first.evidenceId],
    ]);
    expect(await rows().countBy(Event, { type: 'rumor.resolved' })).toBe(3);
  });

  it('are taken back with all that follows from them, and the numbers are what they were', async () => {
    const names = await publishNames();
    const before = await Promise.all(names.map(stateOf));
    await resolve(names[1], { outcome: 'false', evidence: names[1].evidenceId });
    expect((await stateOf(names[0])).numbers).not.toEqual(before[0]!.numbers);
    await reopen(names[1]);
    expect(await Promise.all(names.map(stateOf))).toEqual(before);
    await resolve(names[0], { outcome: 'true', evidence: names[0].evidenceId });
    await reopen(names[0]);
    expect(await Promise.all(names.map(stateOf))).toEqual(before);
    const kept = await rows().find(Resolution);
    expect(kept.map(({ reopenedReason }) => reopenedReason)).toEqual(Array(4).fill('the wrong device'));
    expect(await rows().countBy(Event, { type: 'rumor.reopened' })).toBe(4);
  });

  it('decide date ranges by the day', async () => {
    const july = await publish(program, JULY);
    const quarter = await publish(program, { ...JULY, value: '2022-07-01/2022-09-30' });
    const august = await publish(program, { ...JULY, value: '2022-08' });
    const day = await publish(program, { ...JULY, value: '2022-07-04' });
    const act = { outcome: 'true', evidence: july.evidenceId } as const;
    await expect(resolve(july, act)).rejects.toMatchObject({ kind: 'invalid', code: 'contradictory-outcome' });
    await resolve(july, { ...act, happened_on: '2022-07-04' });
    expect(await fatesOf(july, quarter, august, day)).toEqual(['true', 'true', 'false', 'true']);
  });

  it('say of a false one what is true instead, and decide the others by it', async () => {
    const [first, second, third] = await publishNames();
    await resolve(first, { outcome: 'false', value: 'Halo Max', evidence: third.evidenceId });
    expect(await fatesOf(first, second, third)).toEqual(['false', 'false', 'true']);
  });

  it('leave the others open where nobody can tell', async () => {
    const [first, second, third] = await publishNames();
    await resolve(first, { outcome: 'false', evidence: first.evidenceId });
    await resolve(second, { outcome: 'void', evidence: first.evidenceId });
    expect(await fatesOf(first, second, third)).toEqual(['false', 'void', 'open']);
    const partners = await Promise.all(
      ['Leica', 'Zeiss'].map((value) => publish(program, { ...NAME, subject: 'partner', value })),
    );
    await resolve(partners[0]!, { outcome: 'true', evidence: partners[0]!.evidenceId });
    expect(await fatesOf(...partners)).toEqual(['true', 'open']);
  });

  it('turn yes and no into each other', async () => {
    const yes = await publish(program, { ...NAME, subject: 'existence', value: 'yes' });
    const no = await publish(program, { ...NAME, source: 'Courier', subject: 'existence', value: 'no' });
    await resolve(yes, { outcome: 'false', evidence: no.evidenceId });
    expect(await fatesOf(yes, no)).toEqual(['false', 'true']);
    expect(await rows().findOneByOrFail(Device, {})).toMatchObject({ headlineProbability: 0 });
    await reopen(yes);
    await resolve(yes, { outcome: 'true', evidence: no.evidenceId });
    expect(await rows().findOneByOrFail(Device, {})).toMatchObject({ headlineProbability: 1, headlineDerived: false });
  });

  it('keep the last number: a resolved rumor is weighed no more', async () => {
    const leica = await publish(program, { ...NAME, subject: 'partner', value: 'Leica' });
    const { numbers } = await stateOf(leica);
    const { resolution } = await resolve(leica, { outcome: 'true', evidence: leica.evidenceId });
    expect(resolution.probability).toBe(numbers[0]);
    await publish(program, { ...NAME, subject: 'partner', value: 'Leica', source: 'Courier' });
    program.clock.advance(100 * DAY);
    await program.get(RefreshSchedule).tick();
    expect((await stateOf(leica)).numbers).toEqual(numbers);
    await reopen(leica);
    expect((await stateOf(leica)).numbers).not.toEqual(numbers);
  });

  it('settle what had lapsed, which lapses again when it is reopened', async () => {
    const july = await publish(program, JULY);
    program.clock.hold(Date.parse('2022-10-01T00:00:00Z'));
    await program.get(RefreshSchedule).tick();
    expect(await fatesOf(july)).toEqual(['lapsed']);
    await resolve(july, { outcome: 'false', evidence: july.evidenceId });
    expect(await fatesOf(july)).toEqual(['false']);
    await reopen(july);
    expect(await fatesOf(july)).toEqual(['lapsed']);
  });

  it('say the same twice without harm, and nothing else', async () => {
    const [first, second] = await publishNames();
    const act = { outcome: 'true', evidence: first.evidenceId } as const;
    const { resolution } = await resolve(first, act);
    expect(await resolve(first, act)).toMatchObject({ created: false, resolution: { id: resolution.id } });
    await expect(resolve(first, { ...act, outcome: 'false' })).rejects.toMatchObject({ code: 'already-resolved' });
    await expect(resolve(first, { ...act, note: 'again' })).rejects.toMatchObject({ code: 'already-resolved' });
    await expect(reopen(second)).rejects.toMatchObject({ kind: 'conflict', code: 'follows-from-another' });
  });

  it('do not gainsay each other', async () => {
    const [first, second] = await publishNames();
    await resolve(first, { outcome: 'false', evidence: first.evidenceId });
    const act = { outcome: 'false', value: 'Halo 5', evidence: second.evidenceId } as const;
    await expect(resolve(second, act)).rejects.toMatchObject({ kind: 'conflict', code: 'contradicts-resolution' });
    expect(await fatesOf(second)).toEqual(['open']);
  });

  it('count for their sources: right by the last report as an origin before the day', async () => {
    const [first, second] = await publishNames();
    await publish(program, { ...NAME, source: 'Courier', on: '2022-05-25' });
    await publish(program, { ...NAME, source: 'Harbour', on: '2022-05-25', stance: 'refutes' });
    await resolve(first, { outcome: 'true', evidence: first.evidenceId, happened_on: '2022-06-01' });
    await program.get(RefreshSchedule).tick();
    const counted = await rows().find(Source, { where: {}, order: { name: 'ASC' } });
    expect(counted.map(({ name, resolvedCount, hitCount }) => [name, resolvedCount, hitCount])).toEqual([
      ['Courier', 1, 1],
      ['Harbour', 1, 0],
      ['Ledger', 1, 1],
    ]);
    await reopen(first);
    program.clock.advance(DAY);
    await program.get(RefreshSchedule).tick();
    expect((await rows().find(Source)).map(({ resolvedCount }) => resolvedCount)).toEqual([0, 0, 0]);
    expect(second.rumor.status).toBe('open');
  });

  it.each<[string, Partial<ResolveRumorDto>, string]>([
    ['no proof', { evidence: null }, 'missing-proof'],
    ['unknown evidence', { evidence: 'ev_01G3PZQK9W8R5X7T2M4N6P8Q0A' }, 'unknown-evidence'],
    ['an unknown statement', { statement: 'st_01G3PZQK9W8R5X7T2M4N6P8Q0A' }, 'unknown-statement'],
    ['a day that is none', { happened_on: '2022-02-30' }, 'unknown-day'],
    ['a day to come', { happened_on: '2022-07-21' }, 'future-day'],
    ['a value of something void', { outcome: 'void', value: 'Halo 6' }, 'value-of-void'],
    ['another name that makes it true', { outcome: 'true', value: 'Halo 6' }, 'contradictory-outcome'],
    ['its own name that makes it false', { outcome: 'false', value: 'halo 5' }, 'contradictory-outcome'],
  ])('are refused with %s', async (_name, change, code) => {
    const kept = await publish(program, NAME);
    const act = { outcome: 'true' as const, evidence: kept.evidenceId, ...change };
    await expect(resolve(kept, act)).rejects.toMatchObject({ kind: 'invalid', code });
    expect(await fatesOf(kept)).toEqual(['open']);
  });

  it('are refused with evidence that was withdrawn, or speaks of another device', async () => {
    const kept = await publish(program, NAME);
    const elsewhere = await publish(program, { ...NAME, device: 'Halden One' });
    const act = { outcome: 'true' as const, evidence: elsewhere.evidenceId };
    await expect(resolve(kept, act)).rejects.toMatchObject({ code: 'unknown-evidence' });
    const hoax = { status: 'withdrawn' as const, reason: 'a hoax' };
    await program.get(EvidenceReview).revise(kept.evidenceId, hoax, null, OPERATOR);
    const withdrawn = resolve(kept, { outcome: 'true', evidence: kept.evidenceId });
    await expect(withdrawn).rejects.toMatchObject({ code: 'inactive-evidence' });
  });

  it('need an open or lapsed rumor', async () => {
    const kept = await publish(program, NAME);
    const act = { outcome: 'true' as const, evidence: kept.evidenceId };
    const unknown = program.get(Resolutions).resolve('rum_01G3PZQK9W8R5X7T2M4N6P8Q0A', act, null, OPERATOR);
    await expect(unknown).rejects.toMatchObject({ kind: 'not_found', code: 'unknown-rumor' });
    await expect(reopen(kept)).rejects.toMatchObject({ kind: 'not_found', code: 'not-resolved' });
    await program.get(Database).transaction((w) => w.update(Rumor, { id: kept.rumor.id }, { status: 'withdrawn' }));
    await expect(resolve(kept, act)).rejects.toMatchObject({ kind: 'conflict', code: 'withdrawn-rumor' });
  });
});
