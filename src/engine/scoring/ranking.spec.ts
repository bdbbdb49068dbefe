import fc from 'fast-check';
import { isDraw, placesOf } from './ranking.js';
import { skillOver } from './skill.js';

const skill = (low: number, middle: number, high: number) => ({ low, skill: middle, high });

describe('skill over events', () => {
  it('has an interval from how the events differ', () => {
    // own .1 and .3, reference .4 and .4: r = .5, deviations −.1 and .1; √(2 · .02) ÷ .8 = .25, and t₁ = 6.3138
    const {
      skill: middle,
      low,
      high,
    } = skillOver([
      { own: 0.1, reference: 0.4 },
      { own: 0.3, reference: 0.4 },
    ])!;
    expect([middle, low, high].map((each) => each.toFixed(4))).toEqual(['0.5000', '-1.0784', '2.0784']);
  });

  it('is missing for one event, and where there is nothing to undercut', () => {
    expect(skillOver([{ own: 0.1, reference: 0.4 }])).toBeNull();
    expect(
      skillOver([
        { own: 0, reference: 0 },
        { own: 0, reference: 0 },
      ]),
    ).toBeNull();
  });
});

describe('places', () => {
  it('say who cannot be told apart', () => {
    const sorted = [skill(0.6, 0.7, 0.8), skill(0.4, 0.55, 0.7), skill(0.45, 0.5, 0.58), skill(0, 0.1, 0.2)];
    expect(placesOf(sorted)).toEqual([
      { rank: 1, best: 1, worst: 2, group: 1 },
      { rank: 2, best: 1, worst: 3, group: 1 },
      { rank: 3, best: 2, worst: 3, group: 2 },
      { rank: 4, best: 4, worst: 4, group: 3 },
    ]);
  });

  it('are shared by equals', () => {
    const places = placesOf([skill(0, 0.5, 1), skill(0.1, 0.5, 0.9), skill(0, 0.4, 0.8)]);
    expect(places.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  it('agree with comparing each pair', () => {
    const anySkill = fc
      .tuple(fc.integer({ min: -20, max: 20 }), fc.nat(15), fc.nat(15))
      .map(([at, down, up]) => skill(at - down, at, at + up));
    fc.assert(
      fc.property(fc.array(anySkill, { maxLength: 30 }), (all) => {
        const sorted = [...all].sort((a, b) => b.skill - a.skill);
        placesOf(sorted).forEach(({ rank, best, worst, group }, index) => {
          const own = sorted[index]!;
          const others = sorted.filter((other) => !isDraw(own, other));
          expect(best).toBe(1 + others.filter((other) => other.skill > own.skill).length);
          expect(worst).toBe(sorted.length - others.filter((other) => other.skill < own.skill).length);
          expect(rank).toBe(1 + sorted.filter((other) => other.skill > own.skill).length);
          const first = placesOf(sorted).findIndex((place) => place.group === group);
          expect(isDraw(sorted[first]!, own)).toBe(true);
        });
      }),
    );
  });
});
