import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ReaderThread } from '../../src/fetching/reader-thread.service.js';
import { Fault } from '../../src/platform/fault.js';
import { HTML_BOMBS, XML_BOMBS } from './bombs.js';

const task = (kind: 'page' | 'feed' | 'either', text: string | Buffer) => ({
  kind,
  bytes: Buffer.from(text),
  contentType: 'text/html; charset=utf-8',
  url: 'https://wire.example/1',
  now: Date.UTC(2026, 10, 24),
});

describe('the thread that reads', () => {
  const thread = new ReaderThread();
  afterAll(() => thread.onApplicationShutdown());

  it('reads a page, a feed, and tells one from the other', async () => {
    expect(await thread.read(task('page', '<p>Words.'))).toMatchObject({ kind: 'page', page: { text: 'Words.' } });
    const rss = '<rss><channel><title>The Wire</title></channel></rss>';
    expect(await thread.read(task('feed', rss))).toMatchObject({ kind: 'feed', feed: { title: 'The Wire' } });
    expect(await thread.read(task('either', rss))).toMatchObject({ kind: 'feed' });
    expect(await thread.read(task('either', '\n<!-- a --><!DOCTYPE html><p>A'))).toMatchObject({ kind: 'page' });
    await expect(thread.read(task('feed', '<p>'))).rejects.toThrow('It is no feed.');
  });

  it('outlives everything that is built to be costly, and leaves the program its time', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const bombs = [
      ...XML_BOMBS.map(([, text]) => task('feed', text)),
      ...HTML_BOMBS.map(([, text]) => task('page', text)),
    ];
    delay.enable();
    for (const bomb of bombs) {
      const error: unknown = await thread.read(bomb).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (error !== null) expect(error).toBeInstanceOf(Fault);
    }
    delay.disable();
    expect(await thread.read(task('page', '<p>Still here.'))).toMatchObject({ page: { text: 'Still here.' } });
    if (process.env['GATES']) expect(delay.percentile(99) / 1e6).toBeLessThan(50);
  });

  it('is replaced where it does not answer', async () => {
    await thread.read(task('page', '<p>One.'));
    await thread['worker']!.terminate();
    expect(await thread.read(task('page', '<p>Two.'))).toMatchObject({ page: { text: 'Two.' } });
  });

  it('takes one thing after the other, however many are handed in', async () => {
    const read = await Promise.all(Array.from({ length: 120 }, (_, at) => thread.read(task('page', `<p>Word ${at}.`))));
    expect(read.map((each) => each.kind === 'page' && each.page.text)).toEqual(read.map((_, at) => `Word ${at}.`));
  });
});
