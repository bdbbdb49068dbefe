import type { EventType } from '../../events/event-types.js';
import { entriesOf, furthestIn } from './acts.js';
import { sayAct, type Happening } from './happening.js';

const REPORT = { id: 'rep_1', source: 'Ledger', title: 'A story' };
const OTHER = { id: 'rep_2', source: 'Courier', title: 'Another' };
let sequence = 1000;

const happened = (type: EventType, change: Partial<Happening> = {}): Happening => ({
  ...{ sequence: (sequence -= 1), type, at: '2027-01-01T00:00:00.000Z', device: null, rumor: null, reports: [] },
  ...{ data: {}, ...change },
});
const rumor = (id: string) => ({ id, text: `claim ${id}` });
const moved = (id: string, previous: number | null, current: number, reports = [REPORT]) =>
  happened('rumor.confidence_changed', { rumor: rumor(id), reports, data: { previous, current, cause: ['ev_1'] } });
const linked = (id: string, reports = [REPORT]) => happened('evidence.added', { rumor: rumor(id), reports });
const begun = (id: string) => happened('rumor.created', { rumor: rumor(id) });
const aged = (id: string) =>
  happened('rumor.confidence_changed', { rumor: rumor(id), data: { previous: 0.5, current: 0.49, cause: [] } });

describe('what one act did', () => {
  it.each<[string, Happening[], number[]]>([
    ['is nothing of nothing', [], []],
    ['is one entry of an article, with the rumors that it began', [moved('a', 0.4, 0.6), linked('a'), begun('a')], [3]],
    ['is told apart from what another article did', [moved('a', 0.4, 0.6), linked('a'), linked('a', [OTHER])], [2, 1]],
    ['is not what several articles did together', [moved('a', 0.4, 0.6, [REPORT, OTHER]), linked('a')], [1, 1]],
    ['is that time went by', [aged('a'), aged('b'), linked('a')], [2, 1]],
    ['does not take in a rumor of which the article does not speak', [linked('a'), begun('b')], [1, 1]],
    ['is over after a while', [moved('a', 0.4, 0.6), { ...linked('a'), at: '2026-12-31T00:00:00.000Z' }], [1, 1]],
    [
      'holds the words that were said with it',
      [linked('a'), happened('statement.recorded', { data: { speaker: 'Ida', rumors: ['a'] } })],
      [2],
    ],
    [
      'holds that an article was read which was written down at once',
      [moved('a', 0.4, 0.6), linked('a'), happened('ingestion.ready')],
      [3],
    ],
    [
      'does not hold that another article was read before it',
      [linked('a'), happened('ingestion.ready'), happened('ingestion.ready')],
      [2, 1],
    ],
  ])('%s', (_name, all, expected) => {
    const entries = entriesOf(all);
    expect(entries.map(({ happenings }) => happenings.length)).toEqual(expected);
    expect(entries.flatMap(({ happenings }) => happenings).length).toBe(all.length);
    for (const { reason, happenings } of entries) expect(reason === null).toBe(happenings.length === 1);
  });

  it('is summed up by its claims, and by the number that went furthest', () => {
    const all = [
      moved('a', 0.4, 0.6),
      moved('b', null, 0.3),
      moved('c', 0.5, 0.2),
      linked('a'),
      linked('b'),
      begun('b'),
    ];
    const [entry] = entriesOf(all);
    expect(furthestIn(entry!)?.rumor?.id).toBe('c');
    expect(sayAct(entry!.happenings)).toBe('3 claims, 1 of them new; 2 numbers moved');
    expect(furthestIn({ reason: null, happenings: [linked('a')] })).toBeNull();
    expect(sayAct([happened('rumor.resolved', { rumor: rumor('a') }), happened('rumor.resolved')])).toBe(
      '2 claims settled',
    );
    expect(sayAct([aged('a'), aged('b')])).toBe('2 claims; 2 numbers moved');
    expect(sayAct([begun('a'), linked('a')])).toBe('1 claim, new');
  });
});
