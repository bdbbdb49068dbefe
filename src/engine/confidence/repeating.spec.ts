import fc from 'fast-check';
import { anyQuestion } from '../../../test/support/question-arbitraries.js';
import { added, DAY, NOW, question, source, stranger, withdrawn, type Said } from '../../../test/support/questions.js';
import { assessQuestion, explain, logit, NOTHING_LEARNED, type Learned, type Question } from './index.js';

/** These pairs copy, each with that p_dep. */
function copying(...pairs: readonly (readonly [string, string, number])[]): Learned {
  const found = new Map<string, Map<string, number>>();
  for (const [one, other, probability] of pairs.flatMap(([a, b, p]) => [[a, b, p] as const, [b, a, p] as const])) {
    found.set(one, (found.get(one) ?? new Map<string, number>()).set(other, probability));
  }
  return { ...NOTHING_LEARNED, copying: found };
}

const everybody = copying(['a', 'c1', 0.9], ['c1', 'c2', 0.7], ['e', 'c2', 0.95], ['leaker', 'a', 0.6], ['s1', 'a', 1]);
const assess = (asked: Question, learned = everybody) => assessQuestion(asked, learned, NOW).confidences;
const reportOn = (asked: Question, learned: Learned, at: number) => {
  const steps = assess(asked, learned)[0]!.contributions.filter((step) => step.kind === 'report');
  return steps[at]!;
};

const original = source('original');
const echo = source('echo');
const pair = copying(['original', 'echo', 0.9]);
const said = (by: Said['by'], day: number, traits: Partial<Said> = {}): Said => ({
  ...{ by, reportId: `${by.id}-${day}`, publishedAt: NOW + (day - 10) * DAY },
  ...traits,
});

describe('a source that often repeats another', () => {
  it('counts 1 − c·p beside it, whichever came in first, and the original counts in full', () => {
    for (const links of [
      [said(original, 1), said(echo, 2)],
      [said(echo, 2), said(original, 1)],
    ]) {
      const asked = question('name', { Halo: links });
      expect(reportOn(asked, pair, 0)).toMatchObject({ sourceId: 'original', independence: 1 });
      expect(reportOn(asked, pair, 0)).not.toHaveProperty('repeats');
      const repeated = reportOn(asked, pair, 1);
      expect(repeated.independence).toBeCloseTo(1 - 0.8 * 0.9, 12);
      expect(repeated.repeats).toMatchObject([{ sourceId: 'original', probability: 0.9 }]);
      expect(explain(assess(asked, pair)[0]!, asked)).toContain('often repeats Source original (90 %): counted 28 %');
    }
  });

  it('is told from it by its accuracy where both are of one day, and by name where that is one too', () => {
    const better = source('better', { grade: 'A' });
    const known = copying(['better', 'echo', 0.9], ['original', 'echo', 0.9]);
    const firstOf = (one: Said['by']): string | undefined => {
      const asked = question('name', { Halo: [said(one, 1), said(echo, 1)] });
      return [0, 1].map((at) => reportOn(asked, known, at)).find(({ independence }) => independence === 1)?.sourceId;
    };
    expect(firstOf(better)).toBe('better');
    expect(firstOf(original)).toBe('echo');
  });

  it('counts in full where it says something else, says it first, refutes, or the other one is a stranger', () => {
    const full = (asked: Question, learned = pair): boolean =>
      assess(asked, learned).every(({ contributions }) =>
        contributions.every((step) => step.kind !== 'report' || (step.independence === 1 && !('repeats' in step))),
      );
    expect(full(question('name', { Halo: [said(original, 1)], Nova: [said(echo, 2)] }))).toBe(true);
    expect(full(question('name', { Halo: [said(original, 1, { stance: 'refutes' }), said(echo, 2)] }))).toBe(true);
    const [one, two] = [said(original, 1, { stance: 'refutes' }), said(echo, 2, { stance: 'refutes' })];
    expect(full(question('name', { Halo: [one, two] }))).toBe(true);
    const fake = stranger('fake');
    expect(full(question('name', { Halo: [said(fake, 1), said(echo, 2)] }), copying(['fake', 'echo', 1]))).toBe(true);
  });

  it('owes a recorded copy nothing more: what it took over is put aside already', () => {
    const copy = said(echo, 2, { originId: 'original-1', independence: 0 });
    const { contributions, discarded } = assess(question('name', { Halo: [said(original, 1), copy] }), pair)[0]!;
    expect(contributions.filter(({ kind }) => kind === 'report')).toHaveLength(1);
    expect(discarded).toMatchObject([{ reason: 'repeats_origin' }]);
  });
});

describe('an assessment of sources that copy', () => {
  it('sums to its log-odds, and never depends on the order of arrival', () => {
    fc.assert(
      fc.property(anyQuestion(), (asked) => {
        const found = assess(asked);
        for (const { contributions, logOdds, probability } of found) {
          const sum = contributions.reduce((total, step) => total + step.logOdds, 0);
          expect(Math.abs(sum - logOdds)).toBeLessThan(1e-9);
          expect(Math.abs(logit(probability) - logOdds)).toBeLessThan(1e-9);
        }
        const answers = asked.answers.map((each) => ({ ...each, testimonies: [...each.testimonies].reverse() }));
        assess({ ...asked, answers }).forEach(({ probability }, index) => {
          expect(Math.abs(probability - found[index]!.probability)).toBeLessThan(1e-12);
        });
      }),
    );
  });

  it('says without each piece of evidence what it would say had that never been linked', () => {
    fc.assert(
      fc.property(anyQuestion(), (asked) => {
        assess(asked).forEach(({ without }, index) => {
          for (const [id, probability] of Object.entries(without)) {
            expect(Math.abs(assess(withdrawn(asked, id))[index]!.probability - probability)).toBeLessThan(1e-9);
          }
        });
      }),
    );
  });

  it('stays firm beside any number of strangers, whomever they repeat', () => {
    fc.assert(
      fc.property(anyQuestion(), (asked) => {
        fc.pre(asked.answers.length > 0);
        const crowd = Array.from({ length: 30 }, (_, at) => said(stranger(`s${at}`), 1));
        const firm = (one: Question): number[] => assess(one).map(({ firmProbability }) => firmProbability);
        firm(added(asked, 0, crowd)).forEach((after, index) =>
          expect(Math.abs(after - firm(asked)[index]!)).toBeLessThan(1e-9),
        );
      }),
      { numRuns: 40 },
    );
  });
});
