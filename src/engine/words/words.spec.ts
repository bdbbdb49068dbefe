import fc from 'fast-check';
import { excerptOf, foldWord, matchesIn, nameWhole, termsOf, wordsOf, wordText } from './index.js';

/** Whether a text is found by what is asked for: every term, as its words in turn or as the whole. */
function isFound(text: string, asked: string): boolean {
  const keys = wordsOf(text).map(({ key }) => key);
  return termsOf(asked).every(({ words, whole, isOpen }) => {
    const isLike = (key: string | undefined, word: string, open: boolean) =>
      key === word || (open && (key ?? '').startsWith(word));
    const phrase = keys.some((_, at) =>
      words.every((word, index) => isLike(keys[at + index], word, isOpen && index === words.length - 1)),
    );
    return phrase || (whole !== null && keys.some((key) => isLike(key, whole, isOpen)));
  });
}

describe('the folding of words', () => {
  it.each([
    ['German', ['Straße', 'ÜBER', 'Öl'], ['strasse', 'uber', 'ol']],
    ['French', ['Café', 'ÉTÉ', 'œuvre', 'cœur'], ['cafe', 'ete', 'oeuvre', 'coeur']],
    ['Polish', ['Łódź', 'żółw', 'Ąę'], ['lodz', 'zolw', 'ae']],
    ['Czech', ['Škoda', 'příliš'], ['skoda', 'prilis']],
    ['Danish and Icelandic', ['Rødgrød', 'Ærø', 'Þór', 'Ásgarð'], ['rodgrod', 'aero', 'thor', 'asgard']],
    ['Turkish', ['İSTANBUL', 'ılık', 'Şişli'], ['istanbul', 'ilik', 'sisli']],
    ['Vietnamese', ['Điện', 'thoại'], ['dien', 'thoai']],
    ['Greek', ['ΆΝΘΡΩΠΟΣ', 'άνθρωπος'], ['ανθρωποσ', 'ανθρωποσ']],
    ['Russian and Ukrainian', ['СЯОМИ', 'Ёлка', 'Їжак'], ['сяоми', 'елка', 'іжак']],
    ['Hebrew', ['שָׁלוֹם'], ['שלום']],
    ['Arabic', ['هَاتِف', 'أَحمد', 'شـــاومي'], ['هاتف', 'احمد', 'شاومی']],
    ['Hindi', ['शाओमी', 'फ़ोन'], ['शाओमी', 'फ़ोन'.normalize('NFC')]],
    ['Japanese', ['ガラケー', 'ｶﾞﾗｹｰ'], ['ガラケー', 'ガラケー']],
    ['Korean', ['샤오미', '샤오미'.normalize('NFD')], ['샤오미', '샤오미']],
    ['wide forms', ['Ｘｉａｏｍｉ', '①２'], ['xiaomi', '12']],
  ])('of %s', (_language, words, folded) => {
    expect(words.map(foldWord)).toEqual(folded);
  });

  it('is the same for the same word however it is composed, and leaves nothing to fold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWord(text.normalize('NFD'))).toBe(foldWord(text.normalize('NFC')));
        expect(foldWord(foldWord(text))).toBe(foldWord(text));
      }),
    );
  });
});

describe('the words of a text', () => {
  it.each([
    ['Xiaomi 12S Ultra', 'xiaomi 12s ultra'],
    ['X-T5, XT5', 'x t5 xt5 xt 5 xt5'],
    ['a 200MP sensor', 'a 200 mp 200mp sensor'],
    ['the 6.73-inch panel', 'the 6 73 inch panel'],
    ['5,000 or 5.5', '5 000 5000 or 5 5'],
    ['Find X5+', 'find x5 plus'],
    ['小米12手机', '小米 米 12 手机 机'],
    ['サムスン', 'サム ムス スン ン'],
    ['gsm-news.example', 'gsm news gsmnews example'],
    ['“Yes,” – he said…', 'yes he said'],
    ['Xia\u00adomi', 'xiaomi'],
    ['\u0000 \ud800 % _ " *', ''],
  ])('%s', (text, words) => {
    expect(wordText(text)).toBe(words);
  });

  it.each([
    ['X-T5', 'xt5'],
    ['XT5', 'xt5'],
    ['Xiaomi 12S Ultra', 'xiaomi·12s·ultra'],
    ['小米 12', '小米·12'],
    ['!!!', ''],
  ])('make one key of the name %s', (name, whole) => {
    expect(nameWhole(name)).toBe(whole);
  });

  it('stand where they are said to stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { key, start, end } of wordsOf(text)) {
          expect([start < end, end <= text.length, /^[\p{L}\p{N}\p{M}]+$/u.test(key)]).toEqual([true, true, true]);
        }
      }),
    );
  });
});

describe('what is asked for', () => {
  it.each([
    ['Xiaomi 12S Ultra', '12s', true],
    ['Xiaomi 12S Ultra', '12-S', true],
    ['Xiaomi 12S Ultra', '12', true],
    ['Xiaomi 12S Ultra', '12 ultra', false],
    ['Fujifilm X-T5', 'xt5', true],
    ['Fujifilm XT5', 'x-t5', true],
    ['Fujifilm X-T5', 'x t5', true],
    ['iPhone15', 'iphone 15', true],
    ['iPhone 15', 'iphone15', true],
    ['a 200 MP sensor', '200mp', true],
    ['小米手机发布', '手机', true],
    ['小米手机发布', '米手机', true],
    ['小米手机发布', '机米', false],
    ['小米手机发布', '布', true],
    ['샤오미는 발표했다', '샤오미', true],
    ['The Café', 'CAFE', true],
    ['Łódź', 'lodz', true],
    ['Leica camera', 'lei', true],
    ['Model 12', 'model 1', false],
    ['Model 1', 'model 1', true],
    ['Leica camera', 'lei camera', false],
    ['Leica', 'eica', false],
  ])('in %s for %s: %s', (text, asked, expected) => {
    expect(isFound(text, asked)).toBe(expected);
  });

  it('finds every text by each beginning of it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zäß0-9]{1,9}( [A-Za-zäß0-9]{1,9}){0,3}$/), (text) => {
        const [head] = text.split(' ', 1);
        expect([isFound(text, text), (head ?? '').length < 2 || isFound(text, head ?? '')]).toEqual([true, true]);
      }),
    );
  });
});

describe('an excerpt', () => {
  const long = `${'lorem ipsum '.repeat(40)}the Leica camera of the phone ${'dolor sit '.repeat(40)}`;

  it('shows where most of what is asked for stands', () => {
    const excerpt = excerptOf(`leica ${long}`, termsOf('leica camera'), 120);
    expect(excerpt?.text).toMatch(/^….*the Leica camera of.*…$/);
    expect(excerpt?.matches.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['Leica', 'camera']);
    expect(excerpt!.text.length).toBeLessThanOrEqual(122);
  });

  it('is the whole of a short text, and null where nothing answers', () => {
    expect(excerptOf('Łódź, 小米手机', termsOf('lodz 手机'), 200)).toEqual({
      text: 'Łódź, 小米手机',
      matches: [
        { start: 0, end: 4 },
        { start: 8, end: 10 },
      ],
    });
    expect(excerptOf('nothing here', termsOf('leica'), 200)).toBeNull();
  });

  it('marks what lies in the text, in order and apart, whatever the text', () => {
    const texts = fc.tuple(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 9 }));
    fc.assert(
      fc.property(texts, ([text, asked]) => {
        const terms = termsOf(asked);
        const excerpt = excerptOf(`${text} ${asked} ${text}`, terms, 100);
        let last = -1;
        for (const { start, end } of excerpt?.matches ?? []) {
          expect([start > last, end > start, end <= excerpt!.text.length]).toEqual([true, true, true]);
          last = end;
        }
        expect(excerpt === null).toBe(matchesIn(`${text} ${asked} ${text}`, terms).length === 0);
      }),
    );
  });
});

describe('long words', () => {
  const ADLAM = '\u{1e922}';
  const HALF = /\p{Surrogate}/u;

  it.each([
    ['a word', `a${ADLAM.repeat(40)}`],
    ['what is joined', Array.from({ length: 30 }, () => `a${ADLAM}`).join('-')],
  ])('are cut before a letter and not within it: %s', (_name, text) => {
    const keys = wordsOf(text).map(({ key }) => key);
    expect(keys.filter((key) => HALF.test(key))).toEqual([]);
    expect(Math.max(...keys.map((key) => key.length))).toBeGreaterThanOrEqual(63);
    expect(isFound(text, text)).toBe(true);
  });

  it('make a name that is too long for an index no error: its beginning stands for it', () => {
    const name = Array.from({ length: 150 }, () => '\ufdfa').join(' ');
    expect(Buffer.byteLength(nameWhole(name))).toBeLessThan(2046);
    expect(nameWhole(`${name} one`)).toBe(nameWhole(`${name} two`));
  });
});
