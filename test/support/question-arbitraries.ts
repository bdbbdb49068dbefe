import fc from 'fast-check';
import type { Question } from '../../src/engine/confidence/index.js';
import { ACTS, CERTAINTIES, STANCES } from '../../src/engine/subjects/index.js';
import { DAY, NOW, question, source, stranger, type Said } from './questions.js';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  partner: ['Leica', 'Zeiss', 'Sony'],
  existence: ['yes', 'no'],
  name: ['Xiaomi 12 Ultra', 'Xiaomi 12S Ultra', 'Xiaomi 13 Ultra', 'Xiaomi Mix 5'],
  'battery.capacity': ['4860 mAh', '4900 mAh', '5000 mAh', '4500-5000 mAh', '>=5000 mAh', '<=4000 mAh'],
  price: ['EUR 999', 'EUR 1020', 'EUR 1199', 'EUR 900-1100', 'USD 899'],
  'launch.date': [
    '2022-07',
    '2022-07-04',
    '2022-08',
    '2022-07-01/2022-09-30',
    '2022-07-20/2022-08-10',
    '2022-10-01/..',
  ],
};
const SOURCES = [
  source('a', { grade: 'A' }),
  source('c1'),
  source('c2'),
  source('e', { grade: 'E' }),
  source('leaker', { kind: 'leaker', grade: null }),
  source('maker', { kind: 'maker', grade: null }),
  stranger('s1'),
  stranger('s2'),
  stranger('s3'),
];

const statement = fc.record({
  id: fc.constantFrom('st1', 'st2'),
  act: fc.constantFrom(...ACTS),
  verified: fc.boolean(),
});

/** One thing said; the same report of a source always has one date and one origin. */
const said = fc
  .record({
    by: fc.constantFrom(...SOURCES),
    report: fc.integer({ min: 0, max: 2 }),
    origin: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 3 }),
    stance: fc.constantFrom(...STANCES, 'supports' as const),
    certainty: fc.constantFrom(...CERTAINTIES),
    statement: fc.option(statement, { freq: 2 }),
    independence: fc.constantFrom(0, 0.4, 1),
  })
  .map(({ report, origin, by, independence, ...rest }): Said => {
    const reportId = `${by.id}-${report}`;
    const originId = origin === null ? reportId : `origin-${origin}`;
    return {
      by,
      reportId,
      originId,
      independence: originId === reportId ? 1 : independence,
      publishedAt: NOW - report * 40 * DAY,
      ...rest,
    };
  });

/** Questions of every type, with evidence of every kind; a report is linked to an answer at most once. */
export const anyQuestion = (subjects: readonly string[] = Object.keys(VALUES)): fc.Arbitrary<Question> =>
  fc.constantFrom(...subjects).chain((subject) => {
    const links = fc.uniqueArray(said, { maxLength: 8, selector: (each) => each.reportId! });
    const answers = VALUES[subject]!.map((value) =>
      fc.option(
        links.map((all) => [value, all] as const),
        { freq: 4 },
      ),
    );
    return fc
      .tuple(...answers)
      .map((all) => question(subject, Object.fromEntries(all.filter((answer) => answer !== null))));
  });
