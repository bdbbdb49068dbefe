import type { RumorView } from '../views.js';
import { byMonth, officialOf, wideOf, type Expected } from './expected.js';

const NOWHERE = { from: null, to: null };
const expected = (name: string, median: string | null, horizonOn: string | null = '2027-12-31'): Expected => ({
  ...{ device: { slug: name, name, company: { id: 'co', slug: 'co', name: 'Co' } }, region: null, median, horizonOn },
  ...{ wide: NOWHERE, narrow: NOWHERE, notByHorizon: 0.1, official: null },
});

describe('the timeline', () => {
  it('draws the middle 80 % of equally likely days', () => {
    const days = Array.from({ length: 50 }, (_, index) => `day ${index + 1}`);
    expect(wideOf(days)).toEqual({ from: 'day 6', to: 'day 45' }); // 5 before, 40 within, 5 behind
    expect(wideOf([...days.slice(0, 40), ...days.slice(40).map(() => null)])).toEqual({ from: 'day 6', to: null });
    expect(wideOf([])).toEqual(NOWHERE);
  });

  it('puts launches by the month of their median, and those more likely not than so last', () => {
    const rows = [
      expected('late', null),
      expected('b', '2027-03-20'),
      expected('a', '2027-03-05'),
      expected('c', '2026-11-01'),
    ];
    expect(byMonth(rows).map(({ month, rows: own }) => [month, own.map(({ device }) => device.name)])).toEqual([
      ['2026-11', ['c']],
      ['2027-03', ['a', 'b']],
      [null, ['late']],
    ]);
  });

  it.each<[string, object, string | null]>([
    ['its day', { earliest_on: '2027-03-09', latest_on: '2027-03-09' }, '2027-03-09'],
    ['the last day of what was named', { earliest_on: '2027-03-01', latest_on: '2027-03-31' }, '2027-03-31'],
    ['the first where there is no last', { earliest_on: '2027-03-01', latest_on: null }, '2027-03-01'],
  ])('marks what the maker announced at %s', (_name, value, on) => {
    const rumor = {
      id: 'r',
      text: 't',
      status: 'open',
      value,
      confidence: { announced: true },
    } as unknown as RumorView;
    expect(officialOf([rumor])?.on).toBe(on);
    expect(
      officialOf([
        { ...rumor, status: 'resolved' },
        { ...rumor, confidence: null },
      ]),
    ).toBeNull();
  });
});
