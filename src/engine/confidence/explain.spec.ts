import { DAY, NOW, question, source, stranger } from '../../../test/support/questions.js';
import { assessQuestion, changesMost, explain, NOTHING_LEARNED, sayTaught, type Question } from './index.js';

const outlet = source('outlet', { name: 'The Outlet' });
const blog = source('blog', { name: 'A Blog', grade: 'D' });
const say = (asked: Question, index = 0, at = NOW): string =>
  explain(assessQuestion(asked, NOTHING_LEARNED, at).confidences[index]!, asked);

describe('explain', () => {
  it('says nothing but the base rate where nobody spoke', () => {
    expect(say(question('partner', { Leica: [] }))).toBe(
      'partner Leica: roughly even, 45 % (between 28 % and 64 %; strength of evidence low). ' +
        'Such claims come true in 45 % of cases (catalogue default, n = 0): −0.20. ' +
        'No report of an established source counts.',
    );
  });

  it('names the reports with their weights, and what would change it most', () => {
    const asked = question('partner', {
      Leica: [{ by: outlet }, { by: blog, certainty: 'reported', publishedAt: NOW - 365 * DAY }],
    });
    const text = say(asked);
    expect(text).toContain('likely, 66 %');
    expect(text).toContain('2 reports count: The Outlet supports it on the record (accuracy 75 %, fresh: +0.77); ');
    expect(text).toContain('A Blog supports it as reported (accuracy 60 %, 365 days old: +0.11).');
    expect(text).toContain('Without the evidence of The Outlet it would be 48 %');
  });

  it.each([
    ['on its kind of claim', 'partner', 'right in 7 of 9 on partners'],
    ['in all, where nothing of the kind was decided', 'price', 'right in 7 of 9'],
  ] as const)('says how right a source was %s', (_case, family, words) => {
    const tally = { hits: 7, trials: 9, past: { right: 7, events: 9 } };
    const supporting = { all: tally, byFamily: { [family]: tally } };
    const refuting = { all: { hits: 0, trials: 0 }, byFamily: {} };
    const learned = { ...NOTHING_LEARNED, records: new Map([['outlet', { supporting, refuting }]]) };
    const asked = question('partner', { Leica: [{ by: outlet }] });
    expect(explain(assessQuestion(asked, learned, NOW).confidences[0]!, asked)).toMatch(
      new RegExp(`The Outlet supports it on the record \\(accuracy \\d\\d %, ${words}, fresh: `),
    );
  });

  it('says how right a source was with what it refuted, with the share of an event', () => {
    expect(sayTaught({ right: 1.5, events: 3, family: 'launch', stance: 'refutes' })).toBe(
      'right in 1.5 of 3 refutations on launches',
    );
  });

  it('tells rivals, strangers and a window that is over', () => {
    const asked = question('launch.date', {
      '2022-07': [{ by: outlet }, { by: stranger('s') }],
      '2022-08': [{ by: blog }],
    });
    const text = say(asked, 0, NOW + 365 * DAY);
    expect(text).toContain('What competes or overlaps with it');
    expect(text).toContain('Unproven sources (1 origin) move it by +0.02');
    expect(text).toContain('Its window is over');
  });

  it('calls a verified statement what it is', () => {
    const statement = { id: 'st', act: 'confirms', verified: true } as const;
    expect(say(question('partner', { Leica: [{ by: outlet, statement }] }))).toContain(
      'almost certain, 99 % (between 96 % and over 99 %; strength of evidence high)',
    );
  });
});

describe('changesMost', () => {
  it('is the evidence whose removal moves the probability most, for or against', () => {
    const asked = question('partner', { Leica: [{ by: blog }, { by: outlet, stance: 'refutes' }] });
    const [confidence] = assessQuestion(asked, NOTHING_LEARNED, NOW).confidences;
    const lever = changesMost(confidence!)!;
    expect(lever.evidenceId).toBe(asked.answers[0]!.testimonies[1]!.id);
    expect(lever.change).toBeCloseTo(lever.probability - confidence!.probability, 12);
    expect(lever.change).toBeGreaterThan(0);
  });

  it('is null where nothing counts', () => {
    const [confidence] = assessQuestion(question('partner', { Leica: [] }), NOTHING_LEARNED, NOW).confidences;
    expect(changesMost(confidence!)).toBeNull();
  });
});
