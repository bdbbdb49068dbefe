import { EVENT_TYPES, type EventType } from '../../events/event-types.js';
import { moveOf, nameIn, sayHappening, type Happening } from './happening.js';
import { eventsOf, KINDS_OF_NEWS, streamOf } from './news.js';

const happened = (type: EventType, data: object): Happening => ({
  ...{ sequence: 1, type, at: '2027-01-01T00:00:00Z', device: null, rumor: null, reports: [] },
  data: data as Happening['data'],
});

describe('what happened', () => {
  it.each<[EventType, object, string]>([
    ['rumor.confidence_changed', { previous: 0.57, current: 0.61, change: 0.04 }, '57\u00a0% → 61\u00a0%'],
    ['rumor.confidence_changed', { previous: null, current: 0.35, change: null }, 'starts at 35\u00a0%'],
    ['evidence.added', { stance: 'refutes', certainty: 'official' }, 'a report refutes it, official'],
    [
      'statement.recorded',
      { speaker: 'Ada Orchard', organisation: 'Orchard', act: 'denies' },
      'Ada Orchard, Orchard denies',
    ],
    ['statement.recorded', { speaker: 'Ada Orchard', organisation: null, act: 'denies' }, 'Ada Orchard denies'],
    ['rumor.resolved', { outcome: 'false' }, 'did not come true'],
    ['rumor.lapsed', {}, 'its window is over, and nobody recorded the outcome'],
  ])('reads %s %j as %s', (type, data, expected) => expect(sayHappening(happened(type, data))).toBe(expected));

  it('is a move only where a number moved', () => {
    expect(moveOf(happened('rumor.confidence_changed', { previous: 0.2, current: 0.3 }))).toEqual({
      before: 0.2,
      after: 0.3,
    });
    expect(moveOf(happened('rumor.resolved', { current: 0.3 }))).toBeNull();
  });

  it('is said of every event that is news, and none of them is news twice', () => {
    const news = eventsOf('');
    expect(new Set(news).size).toBe(news.length);
    expect(news.every((type) => EVENT_TYPES.includes(type))).toBe(true);
    for (const type of news) expect(sayHappening(happened(type, {}))).not.toContain(' was ' + type);
    expect(KINDS_OF_NEWS.flatMap((kind) => eventsOf(kind)).sort()).toEqual([...news].sort());
  });

  it('is named by what it is told of', () => {
    expect(nameIn(happened('device.created', { name: 'Vision Air' }))).toBe('Vision Air');
    expect(nameIn(happened('ingestion.ready', {}))).toBe('An article');
  });

  it('is streamed from the same address with the same filter', () => {
    expect(streamOf('numbers', '5')).toBe('/v1/stream?types=rumor.confidence_changed&min_delta=0.05');
    expect(streamOf('reports', '0')).toBe('/v1/stream?types=evidence.added%2Cevidence.withdrawn');
  });
});
