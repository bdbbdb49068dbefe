import fc from 'fast-check';
import { histogramOf, reliabilityOf, stepsOf } from '../../engine/scoring/index.js';
import { behind, sayPart, type Said } from './said.js';

const claim = (said: number, happened = true): Said => ({ rumorId: `r${said}`, said, happened, decidedAt: 0 });
const shares = fc.integer({ min: 0, max: 10_000 }).map((share) => share / 10_000);
const claims = fc.array(fc.tuple(shares, fc.boolean()).map(([said, happened]) => claim(said, happened)));

describe('the claims behind a part of a diagram', () => {
  it.each<[string, object, number[]]>([
    ['are all where none is named', {}, [0.1, 0.3, 0.65, 1]],
    ['are those of a step, both of its ends', { said_from: '0.1', said_to: '0.3' }, [0.1, 0.3]],
    ['are those of a bar, without its upper end', { bin: '3' }, [0.3]],
    ['are with it in the last bar', { bin: '9' }, [1]],
  ])('%s', (_name, part, expected) => {
    const all = [0.65, 0.1, 1, 0.3].map((said) => claim(said));
    expect(behind(all, part).map(({ said }) => said)).toEqual(expected);
  });

  it('are as many as every bar and every step says, and none stands in two', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const forecasts = all.map(({ said, happened }) => ({ probability: said, happened }));
        const bars = histogramOf(forecasts).map(({ count }) => count);
        expect(bars).toEqual(bars.map((_count, bin) => behind(all, { bin: String(bin) as '0' }).length));
        const steps = stepsOf(reliabilityOf(forecasts)?.curve ?? []);
        for (const { from, to, count, happened } of steps) {
          const own = behind(all, { said_from: String(from), said_to: String(to) });
          expect(own).toHaveLength(count);
          expect(own.filter((each) => each.happened).length / own.length).toBeCloseTo(happened, 9);
        }
      }),
    );
  });

  it.each([
    [{}, null],
    [{ bin: '6' as const }, '60 to 70\u00a0%'],
    [{ said_from: '0.6134', said_to: '0.7411' }, '61 to 74\u00a0%'],
    [{ said_from: '0.5', said_to: '0.5' }, '50\u00a0%'],
  ])('are named %j', (part, expected) => expect(sayPart(part)).toBe(expected));
});
