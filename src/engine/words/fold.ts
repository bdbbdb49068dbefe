const PLAIN = /^[\0-\x7f]*$/;

/** Accents and vowel points of Latin, Greek, Cyrillic, Hebrew and Arabic, the Arabic lengthening, and what is invisible. */
const MARKS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/gu;
const OTHER_SIGN = /[^\p{L}\p{N}\p{M}]/gu;

/** Letters that Unicode does not take apart, and the plain letters that people type for them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'n',
  ς: 'σ',
  ґ: 'г',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/**
 * One form for a word however it is written: lower case in every script, without accents, `ł` as `l`, `ß` as `ss`, wide
 * and narrow forms alike. The signs of Indic scripts and the voicing of Kana are letters of their own, and stay.
 */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(MARKS, '')
    .replaceAll(SPECIAL, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replaceAll(OTHER_SIGN, '');
}
