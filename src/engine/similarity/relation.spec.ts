import fc from 'fast-check';
import { bandsOf, compare, identify, type Fingerprint, type Relation } from './index.js';

const print = (text: string): Fingerprint => identify(text)!.fingerprint;

/** A seeded source of numbers in 0..1 (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words as they are spread in a language: the n-th most frequent about 1/n as often as the first. */
const word = (roll: () => number): string => letters(Math.floor(Math.exp(roll() * Math.log(8_000))));
const letters = (n: number): string => String(n).replaceAll(/\d/g, (digit) => 'bdfgklmnrs'.charAt(Number(digit)));
const words = (roll: () => number, count: number): string[] => Array.from({ length: count }, () => word(roll));

/** The same words with that share of them replaced, left out or added to. */
function edited(text: readonly string[], share: number, roll: () => number): string[] {
  const copy = [...text];
  for (let edits = Math.floor(text.length * share); edits > 0; edits -= 1) {
    const at = Math.floor(roll() * copy.length);
    const way = roll();
    copy.splice(at, way < 0.85 ? 1 : 0, ...(way < 0.1 ? [] : [word(roll)]));
  }
  return copy;
}

const sentence = 'the maker will show its next phone with a new camera in july says a person who has seen it there';
const long = words(dice(1), 400);

describe('two texts', () => {
  it.each<[string, string, string, Relation]>([
    [
      'are a copy in other typography',
      'The “next” phone – it comes in July, he says.',
      'the "next" phone: it comes in july he says',
      'copy',
    ],
    ['are a copy with one word replaced', sentence, sentence.replace('person', 'source'), 'copy'],
    ['are a copy with a line before', long.join(' '), `By our staff. ${long.join(' ')}`, 'copy'],
    ['are apart in another order of words', sentence, sentence.split(' ').reverse().join(' '), 'apart'],
    ['are apart in other words', sentence, words(dice(2), 20).join(' '), 'apart'],
    ['are a part where one is an excerpt', long.join(' '), long.slice(0, 160).join(' '), 'part'],
    ['are apart where the excerpt is too short to tell', long.join(' '), long.slice(0, 40).join(' '), 'apart'],
    ['are a copy if very short and equal', 'Launch in July!', 'launch in JULY', 'copy'],
    ['are apart if very short and nearly equal', 'It will launch in July', 'It will launch in June', 'apart'],
    ['are apart if very short with the words turned', 'to be or to be', 'be or to be to', 'apart'],
  ])('%s', (_name, left, right, relation) => {
    expect(compare(print(left), print(right)).relation).toBe(relation);
  });

  it('are two claims where a short text names another number, and one story where a long text does', () => {
    const told = (day: number, about: string): string => `${about} it goes on sale on ${day} July in all of Europe`;
    expect(compare(print(told(4, sentence)), print(told(5, sentence))).relation).toBe('apart');
    expect(compare(print(told(4, long.join(' '))), print(told(5, long.join(' ')))).relation).toBe('copy');
  });

  it('stand to each other alike from both sides, and wholly to themselves', () => {
    const text = fc
      .array(fc.constantFrom(...'abcdefgh'.split('')), { minLength: 1, maxLength: 40 })
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(compare(print(left), print(right))).toEqual(compare(print(right), print(left)));
        expect(compare(print(left), print(left))).toEqual({ relation: 'copy', resemblance: 1, overlap: 1 });
      }),
    );
  });
});

describe('the estimate', () => {
  it.each([20, 60, 400])('of the resemblance of texts of %d words is right on average', (length) => {
    const roll = dice(length);
    let error = 0;
    for (let pair = 0; pair < 200; pair += 1) {
      const text = Array.from({ length }, (_, at) => `p${pair}w${at}`);
      const shared = Math.floor(length * roll());
      const other = [...text.slice(0, shared), ...text.slice(shared).map((w) => `${w}x`)];
      const exact = Math.max(0, shared - 1) / (2 * (length - 1) - Math.max(0, shared - 1));
      error += compare(print(text.join(' ')), print(other.join(' '))).resemblance - exact;
    }
    expect(Math.abs(error / 200)).toBeLessThan(0.01); // four standard errors of .035 ÷ √200
  });
});

describe('near-duplicates of a generated set', () => {
  /** 300 stories of 60 to 700 words on 30 topics; each topic has a paragraph that all its stories contain. */
  function publish(share: (roll: () => number) => number): { story: number; text: string }[] {
    const roll = dice(42);
    const topics = Array.from({ length: 30 }, () => words(roll, 25));
    return Array.from({ length: 300 }, (_, story) => {
      const text = [...topics[story % 30]!, ...words(roll, 35 + Math.floor(roll() ** 2 * 640))];
      return [text, edited(text, share(roll), roll)].map((told) => ({ story, text: told.join(' ') }));
    }).flat();
  }

  /** Files every report under its bands, and counts the pairs that are called copies, rightly and wrongly. */
  function findCopies(reports: readonly { story: number; text: string }[]): {
    right: number;
    wrong: number;
    compared: number;
  } {
    const index = new Map<number, number[]>();
    const prints = reports.map((report) => print(report.text));
    const found = { right: 0, wrong: 0, compared: 0 };
    prints.forEach((later, place) => {
      const keys = bandsOf(later.signature);
      const candidates = new Set(keys.flatMap((key) => index.get(key) ?? []));
      for (const earlier of candidates) {
        found.compared += 1;
        if (compare(prints[earlier]!, later).relation !== 'copy') continue;
        if (reports[earlier]!.story === reports[place]!.story) found.right += 1;
        else found.wrong += 1;
      }
      for (const key of keys) index.set(key, [...(index.get(key) ?? []), place]);
    });
    return found;
  }

  it.each<[string, (roll: () => number) => number]>([
    ['any share up to 6 %', (roll) => 0.06 * roll()],
    ['6 %', () => 0.06],
  ])('with %s of the words edited are found: precision and recall of at least .98', (_name, share) => {
    const { right, wrong, compared } = findCopies(publish(share));
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.98);
    expect(right / 300).toBeGreaterThanOrEqual(0.98);
    expect(compared / 600).toBeLessThan(2); // a new report is compared with a handful, not with all
  });

  it('are none where half of the words were written anew', () => {
    expect(findCopies(publish(() => 0.5)).right).toBe(0);
  });
});
