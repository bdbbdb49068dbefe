import type { Guide } from '../../demo/story.js';
import { tourOf } from './tour.js';

const GUIDE: Guide = {
  device: 'orvane-one',
  renamed_to: 'orvane-halo-s',
  ends_on: '2029-05-25',
  chapters: [
    { on: '2029-05-01', title: 'Begin' },
    { on: '2029-05-20', title: 'Present' },
    { on: '2029-05-25', title: 'End' },
  ],
  article: { source: 'Ledger', kind: 'outlet', grade: 'B', published_on: '2029-05-01' },
};
const at = (url: string, next: string | null = '2029-05-21') => tourOf(GUIDE, { url, today: '2029-05-20', next });

describe('the way through the story', () => {
  it('leads back into the past, and on by letting the clock go', () => {
    expect(at('/devices/orvane-one')).toMatchObject({
      ...{ on: '2029-05-20', back: '/devices/orvane-one?as_of=2029-05-19', ahead: null },
      play: { next: '2029-05-21', last: '2029-05-25' },
    });
  });

  it('leads from the past to the day after, and to the present without a day', () => {
    expect(at('/?as_of=2029-05-18')).toMatchObject({ on: '2029-05-18', ahead: '/?as_of=2029-05-19', play: null });
    expect(at('/?as_of=2029-05-19')).toMatchObject({ ahead: '/' });
    expect(at('/?as_of=2029-05-01').back).toBeNull();
  });

  it('takes a page without a past to the device of the story, and minds no day that is none', () => {
    expect(at('/sources?as_of=2029-05-02')).toMatchObject({
      ...{ on: '2029-05-20', back: '/devices/orvane-one?as_of=2029-05-19' },
    });
    expect(at('/?as_of=soon').on).toBe('2029-05-20');
    expect(at('/?as_of=2029-06-20').on).toBe('2029-05-20');
  });

  it('shows the chapters that have come, and marks the one that is looked at', () => {
    expect(at('/devices/orvane-one?as_of=2029-05-01').chapters.map(({ href, isHere }) => [href, isHere])).toEqual([
      ['/devices/orvane-one?as_of=2029-05-01', true],
      ['/devices/orvane-one', false],
    ]);
    expect(at('/', null)).toMatchObject({ play: null, here: '/' });
  });
});
