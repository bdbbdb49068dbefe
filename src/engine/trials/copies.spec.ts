import { learn, nothingSettled } from '../learning/index.js';
import { copyPrecision } from './copies.js';
import { generatedSet } from './mill.js';
import { rowsOf } from './judge.js';

describe('who copies in a made world', () => {
  const set = generatedSet(1);
  const rows = rowsOf(set, set.reports);
  const learning = learn(rows, nothingSettled(rows));
  const precision = (copying: Float64Array): number => copyPrecision(rows, { ...learning, copying }, set.copies!)!;

  it('is the same for a seed', () => {
    expect(generatedSet(1)).toEqual(set);
    expect(generatedSet(2).reports).not.toEqual(set.reports);
  });

  it('is found', () => {
    expect(precision(learning.copying)).toBeGreaterThan(0.95);
  });

  it('is not found by who suspects nobody, or the wrong ones', () => {
    const [nobody, wrong] = [learning.copying.map(() => 0), learning.copying.map((posterior) => 1 - posterior)];
    expect(precision(nobody)).toBeLessThan(0.2);
    expect(precision(wrong)).toBeLessThan(precision(nobody));
    expect(copyPrecision(rows, learning, new Map())).toBeNull();
  });
});
