import { KeptAnswers, type KeptAnswer } from '../src/platform/http/kept-answers.js';

const MEGABYTE = 1024 * 1024;

const answerOf = (bytes: number, mark = 0): KeptAnswer => ({
  body: Buffer.alloc(bytes, mark),
  etag: `"r${mark}"`,
  headers: {},
  audience: { isEverybody: true, admit: () => Promise.resolve() },
});

describe('answers that are kept', () => {
  it('are found by their address, at their revision alone', () => {
    const kept = new KeptAnswers();
    const answer = answerOf(10);
    kept.keep('/v1/devices', 7, answer);
    expect(kept.find('/v1/devices', 7)).toBe(answer);
    expect([kept.find('/v1/rumors', 7), kept.find('/v1/devices', 8), kept.find('/v1/devices', 6)]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('are all forgotten once the store has changed, and do not come back', () => {
    const kept = new KeptAnswers();
    for (const address of ['/a', '/b']) kept.keep(address, 7, answerOf(10));
    kept.keep('/a', 8, answerOf(10, 1));
    kept.keep('/b', 7, answerOf(10));
    expect([kept.find('/b', 7), kept.find('/b', 8), kept.find('/a', 8)?.etag]).toEqual([undefined, undefined, '"r1"']);
  });

  it('take no more than 32 MiB, those that were asked for last', () => {
    const kept = new KeptAnswers();
    for (let number = 0; number < 40; number += 1) {
      kept.keep(`/${number}`, 7, answerOf(MEGABYTE - 4096));
      kept.find('/0', 7);
    }
    const found = Array.from({ length: 40 }, (_, number) => number).filter((number) => kept.find(`/${number}`, 7));
    expect(found).toEqual([0, ...Array.from({ length: 31 }, (_, at) => at + 9)]);
  });

  it('count once where an address is answered again', () => {
    const kept = new KeptAnswers();
    kept.keep('/first', 7, answerOf(10));
    for (let round = 0; round < 100; round += 1) kept.keep('/again', 7, answerOf(MEGABYTE - 4096));
    expect(kept.find('/first', 7)).toBeDefined();
  });

  it('are none of those that would drive out all others', () => {
    const kept = new KeptAnswers();
    kept.keep('/large', 7, answerOf(2 * MEGABYTE));
    expect(kept.find('/large', 7)).toBeUndefined();
  });
});
