import type { EvidenceView, RumorView } from '../views.js';
import { safeWording, standFor } from './safe-wording.js';

const link = (name: string, change: object = {}): EvidenceView =>
  ({
    stance: 'supports',
    status: 'active',
    report: { origin_link: 'own', source: { name } },
    ...change,
  }) as EvidenceView;
const rumor = (probability: number, word: string, change: object = {}): RumorView =>
  ({
    ...{ device: { name: 'Vision Air' }, text: 'Launches in July 2027', resolution: null },
    ...{ confidence: { probability, word, announced: false }, ...change },
  }) as unknown as RumorView;
const told = (of: RumorView, evidence = [link('Ledger Wire')]) =>
  safeWording({ rumor: of, evidence, on: '2027-01-05' });

describe('the safe wording of a rumor', () => {
  it.each<[string, RumorView, string]>([
    [
      'of a likely one',
      rumor(0.72, 'likely'),
      'It is likely, but not confirmed, that Vision Air launches in July 2027, according to Ledger Wire (72\u00a0%, as of 5 January 2027).',
    ],
    [
      'of an open one',
      rumor(0.5, 'roughly even'),
      'It is open whether Vision Air launches in July 2027, although Ledger Wire says so (50\u00a0%, as of 5 January 2027).',
    ],
    [
      'of an unlikely one',
      rumor(0.3, 'unlikely'),
      'It is unlikely that Vision Air launches in July 2027, although Ledger Wire says so (30\u00a0%, as of 5 January 2027).',
    ],
    [
      'of a hopeless one',
      rumor(0.03, 'almost no chance'),
      'There is almost no chance that Vision Air launches in July 2027, although Ledger Wire says so (3\u00a0%, as of 5 January 2027).',
    ],
    [
      'of an almost certain one',
      rumor(0.99, 'almost certain'),
      'It is almost certain, but not confirmed, that Vision Air launches in July 2027, according to Ledger Wire (99\u00a0%, as of 5 January 2027).',
    ],
    [
      'of one that was announced',
      rumor(0.99, 'almost certain', { confidence: { probability: 0.99, word: 'almost certain', announced: true } }),
      'The maker has announced it: Vision Air launches in July 2027.',
    ],
    [
      'of one that came true',
      rumor(0.9, 'likely', { resolution: { outcome: 'true' } }),
      'The claim that Vision Air launches in July 2027 came true.',
    ],
    [
      'of one that did not',
      rumor(0.9, 'likely', { resolution: { outcome: 'false' } }),
      'The claim that Vision Air launches in July 2027 did not come true.',
    ],
    [
      'of one that nobody weighed',
      rumor(0, '', { confidence: null }),
      'It is claimed that Vision Air launches in July 2027; nobody has weighed that yet.',
    ],
  ])('is %s', (_name, of, expected) => expect(told(of)).toBe(expected));

  it.each<[string, EvidenceView[], string | null]>([
    ['one', [link('A')], 'A'],
    ['two', [link('A'), link('B')], 'A and B'],
    ['three', [link('A'), link('B'), link('C')], 'A, B and one other'],
    ['five', ['A', 'B', 'C', 'D', 'E'].map((name) => link(name)), 'A, B and 3 others'],
    ['one twice', [link('A'), link('A')], 'A'],
    [
      'no copy, and nobody against it',
      [link('A', { stance: 'refutes' }), link('B', { report: { origin_link: 'confirmed', source: { name: 'B' } } })],
      null,
    ],
    ['nobody whose report was withdrawn', [link('A', { status: 'withdrawn' })], null],
  ])('names %s', (_name, evidence, expected) => expect(standFor(evidence)).toBe(expected));

  it('stands alone where nobody stands for the claim, and agrees with the number of those who do', () => {
    expect(told(rumor(0.72, 'likely'), [])).toContain('2027 (72');
    expect(told(rumor(0.3, 'unlikely'), [link('A'), link('B')])).toContain('although A and B say so');
  });
});
