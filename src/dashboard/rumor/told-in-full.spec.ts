import type { RumorView } from '../views.js';
import { toldInFull } from './told-in-full.js';

const rumor = (id: number, question: string): RumorView =>
  ({
    ...{ id: `r${id}`, subject: 'chipset', question, confidence: { probability: 0.3 } },
    evidence: { reports: question === 'lead' ? 9 : 1 },
  }) as unknown as RumorView;
const many = (count: number, question: (id: number) => string) =>
  Array.from({ length: count }, (_, id) => rumor(id, question(id)));

describe('what a page tells in full', () => {
  it('is everything while that is little', () => {
    expect(toldInFull(many(24, (id) => `q${id}`)).size).toBe(24);
    expect(toldInFull([]).size).toBe(0);
  });

  it('is of much the question that leads, wherever it stands, and the first of the others', () => {
    const told = toldInFull(many(60, (id) => (id >= 58 ? 'lead' : `q${id}`)));
    expect(told.size).toBe(24);
    expect(['r58', 'r59', 'r0', 'r21'].every((id) => told.has(id))).toBe(true);
    expect(told.has('r22')).toBe(false);
  });
});
