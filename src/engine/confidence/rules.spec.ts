import { DAY, NOW, question, source, stranger, type Said } from '../../../test/support/questions.js';
import { assessQuestion, logit, NOTHING_LEARNED, PARAMETERS, type Confidence } from './index.js';

const one = (said: readonly Said[]): Confidence =>
  assessQuestion(question('partner', { Leica: said }), NOTHING_LEARNED, NOW).confidences[0]!;
const evidence = (said: readonly Said[]): number => one(said).logOdds - logit(0.45);
const reasons = (said: readonly Said[]) =>
  one(said).discarded.map(({ reason, insteadReportId }) => [reason, insteadReportId]);

const outlet = source('outlet');
const other = source('other');
const C = 0.7 * Math.log(3); // T · logit .75, a fresh report on the record by a source of grade C
const act = (kind: 'announces' | 'confirms' | 'denies' | 'teases' | 'corrects' | 'declines', verified: boolean) => ({
  id: 'statement',
  act: kind,
  verified,
});

describe('the weight of a report', () => {
  it.each<[string, Said, number]>([
    ['on the record', { by: outlet }, C],
    ['as reported', { by: outlet, certainty: 'reported' }, 0.8 * C],
    ['as a guess', { by: outlet, certainty: 'speculative' }, 0.3 * C],
    ['against it', { by: outlet, stance: 'refutes' }, -C],
    ['only mentioning it', { by: outlet, stance: 'mentions' }, 0],
    ['one half-life old', { by: outlet, publishedAt: NOW - 365 * DAY }, C / 2],
    ['very old', { by: outlet, publishedAt: NOW - 36_500 * DAY }, 0.1 * C],
    ['dated tomorrow', { by: outlet, publishedAt: NOW + DAY }, C],
    ['suspected to be a copy by .6', { by: outlet, originId: 'elsewhere', independence: 0.4 }, 0.4 * C],
    ['a confirmed copy', { by: outlet, originId: 'elsewhere', independence: 0 }, 0],
    ['of grade A, capped at 1.5', { by: source('a', { grade: 'A' }) }, 0.7 * 1.5],
    ['of grade E, a coin', { by: source('e', { grade: 'E' }) }, 0],
    ['of a maker, not capped', { by: source('m', { kind: 'maker', grade: null }) }, 0.7 * logit(0.98)],
    ['of a regulator, not capped', { by: source('r', { kind: 'regulator', grade: null }) }, 0.7 * logit(0.95)],
    ['of a benchmark, capped', { by: source('b', { kind: 'benchmark', grade: null }) }, 0.7 * 1.5],
    ['of a leaker', { by: source('l', { kind: 'leaker', grade: null }) }, 0.7 * logit(7.6 / 10.5)],
    ['of a stranger', { by: stranger('s') }, 0.1 * (1 - Math.exp(-1 / 5))],
  ])('%s', (_case, said, expected) => {
    expect(evidence([said])).toBeCloseTo(expected, 9);
  });
});

describe('a statement', () => {
  const full = logit(PARAMETERS.verified.accuracy);

  it.each<[string, Said, number, boolean | null]>([
    ['verified, announces', { by: outlet, statement: act('announces', true) }, full, true],
    ['verified, confirms', { by: outlet, statement: act('confirms', true) }, full, true],
    ['verified, denies', { by: outlet, statement: act('denies', true) }, -full, false],
    ['verified, teases', { by: outlet, statement: act('teases', true) }, full / 2, null],
    ['verified, corrects it', { by: outlet, stance: 'refutes', statement: act('corrects', true) }, -full, false],
    ['verified, corrects towards it', { by: outlet, statement: act('corrects', true) }, full, true],
    ['verified, declines', { by: outlet, statement: act('declines', true) }, 0, null],
    ['verified, old', { by: outlet, publishedAt: NOW - 999 * DAY, statement: act('confirms', true) }, full, true],
    ['verified, in a copy', { by: outlet, independence: 0, statement: act('confirms', true) }, full, true],
    ['verified, told by a stranger', { by: stranger('s'), statement: act('confirms', true) }, full, true],
    ['relayed, announces', { by: outlet, statement: act('announces', false) }, C, null],
    ['relayed, teases', { by: outlet, statement: act('teases', false) }, C / 2, null],
    ['relayed, declines', { by: outlet, statement: act('declines', false) }, 0, null],
  ])('%s', (_case, said, expected, announced) => {
    const confidence = one([said]);
    expect(confidence.logOdds - logit(0.45)).toBeCloseTo(expected, 9);
    expect(confidence.announced).toBe(announced);
  });
});

describe('what counts', () => {
  const verified = act('confirms', true);

  it.each<[string, Said[], number, unknown[]]>([
    ['two sources, two origins', [{ by: outlet }, { by: other }], 2 * C, []],
    [
      'the last report of a source',
      [
        { by: outlet, reportId: 'old', publishedAt: NOW - DAY },
        { by: outlet, reportId: 'new', stance: 'refutes' },
      ],
      -C,
      [['superseded_by_later_report', 'new']],
    ],
    [
      'a renewed report, with its own age',
      [
        { by: outlet, reportId: 'old', publishedAt: NOW - 365 * DAY },
        { by: outlet, reportId: 'new' },
      ],
      C,
      [['superseded_by_later_report', 'new']],
    ],
    [
      'a report before a later copy of the same source',
      [
        { by: outlet, reportId: 'own', publishedAt: NOW },
        { by: outlet, reportId: 'copy', originId: 'x', independence: 0, publishedAt: NOW + 1, stance: 'refutes' },
      ],
      C,
      [['repeats_origin', 'x']],
    ],
    [
      "the origin's own report",
      [
        { by: outlet, reportId: 'own', certainty: 'speculative' },
        { by: other, reportId: 'copy', originId: 'own', independence: 0.9, publishedAt: NOW - DAY },
      ],
      0.3 * C,
      [['repeats_origin', 'own']],
    ],
    [
      'the strongest where the origin is silent',
      [
        { by: outlet, reportId: 'weak', originId: 'x', independence: 0.4 },
        { by: other, reportId: 'strong', originId: 'x', independence: 0.5 },
      ],
      0.5 * C,
      [['repeats_origin', 'strong']],
    ],
    [
      'an established source before the stranger it may have copied',
      [
        { by: stranger('s'), reportId: 'first', publishedAt: NOW - DAY },
        { by: outlet, reportId: 'copy', originId: 'first', independence: 0.5 },
      ],
      0.5 * C,
      [['repeats_origin', 'copy']],
    ],
    [
      'a verified statement instead of the report that carries it',
      [
        { by: outlet, reportId: 'own' },
        { by: other, reportId: 'copy', originId: 'own', independence: 0, statement: verified },
      ],
      logit(0.99),
      [['repeats_origin', 'copy']],
    ],
    [
      'a verified statement once, whoever carries it',
      [
        { by: outlet, reportId: 'one', publishedAt: NOW - DAY, statement: verified },
        { by: other, reportId: 'two', statement: verified },
      ],
      logit(0.99),
      [['repeats_origin', 'one']],
    ],
  ])('%s', (_case, said, expected, discarded) => {
    expect(evidence(said)).toBeCloseTo(expected, 9);
    expect(reasons(said)).toEqual(discarded);
  });

  it.each<[string, Said[], string]>([
    ['nothing', [], 'low'],
    ['one origin', [{ by: outlet }], 'low'],
    ['ten strangers', Array.from({ length: 10 }, (_, index) => ({ by: stranger(`s${index}`) })), 'low'],
    ['two origins', [{ by: outlet }, { by: other }], 'medium'],
    ['four origins', ['a', 'b', 'c', 'd'].map((id) => ({ by: source(id) })), 'high'],
    ['a verified statement', [{ by: outlet, statement: verified }], 'high'],
  ])('has a strength: %s', (_case, said, strength) => {
    expect(one(said).strength).toBe(strength);
  });

  it('counts reports, origins and how these stand', () => {
    const said: Said[] = [
      { by: outlet },
      { by: other, originId: 'report-outlet', independence: 0 },
      { by: source('third'), stance: 'refutes' },
      { by: source('fourth'), stance: 'mentions' },
    ];
    expect(one(said)).toMatchObject({ reports: 4, origins: 3, supporting: 1, refuting: 1 });
  });

  it('refuses evidence of a source that is missing', () => {
    const asked = { ...question('partner', { Leica: [{ by: outlet }] }), sources: new Map() };
    expect(() => assessQuestion(asked, NOTHING_LEARNED, NOW)).toThrow('which is missing');
  });
});

describe('without evidence', () => {
  it('the probability is the base rate, exactly', () => {
    expect(one([]).probability).toBe(0.45);
  });
});

describe('certainty', () => {
  it('has a limit at one in a million, however many speak, and the steps still sum', () => {
    const confidence = one(Array.from({ length: 500 }, (_, index) => ({ by: source(`c${index}`) })));
    expect(confidence.probability).toBeCloseTo(1 - 1e-6, 9);
    const sum = confidence.contributions.reduce((total, step) => total + step.logOdds, 0);
    expect(sum).toBeCloseTo(logit(confidence.probability), 9);
  });
});
