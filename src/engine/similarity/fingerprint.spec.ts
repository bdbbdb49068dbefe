import fc from 'fast-check';
import { BANDS, bandsOf, decodeFingerprint, encodeFingerprint, identify } from './index.js';

const TEXT = 'Xiaomi and Leica show their first phone together in July, as both companies say today in Beijing.';

describe('the identity of a text', () => {
  it('is the same in any typography, and another for one other word', () => {
    const folded = identify(`  ${TEXT.toUpperCase().replaceAll(' ', '\n')}!`);
    expect(folded).toEqual(identify(TEXT));
    expect(identify(TEXT.replace('July', 'June'))!.contentHash).not.toBe(folded!.contentHash);
  });

  it('has the SHA-256 of the normalised text', () => {
    expect(identify('“ABC”.')!.contentHash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each(['', ' \n', '…!', '\u200b'])('is none without a word: %j', (text) => {
    expect(identify(text)).toBeNull();
  });

  it('does not change between versions: stored fingerprints stay comparable', () => {
    const { fingerprint } = identify(TEXT)!;
    expect(fingerprint.words).toBe(17);
    expect([...fingerprint.signature.slice(0, 4)]).toEqual([27705, 64594, 5660, 45265]);
    expect(bandsOf(fingerprint.signature).slice(0, 2)).toEqual([791682246, 1331730822]);
  });

  it('is filed under 16 keys that fit a whole number of 32 bits in any database', () => {
    const keys = bandsOf(identify(TEXT)!.fingerprint.signature);
    expect(keys).toHaveLength(BANDS);
    expect(keys.every((key) => Number.isInteger(key) && key >= -(2 ** 31) && key < 2 ** 31)).toBe(true);
  });
});

describe('a stored fingerprint', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const print = identify(`word ${text}`)!.fingerprint;
        const stored = encodeFingerprint(print);
        expect(stored).toMatch(/^[\x21-\x7e]{353}$/);
        expect(decodeFingerprint(stored)).toEqual(print);
      }),
    );
  });

  it.each(['', '1', `2${'A'.repeat(352)}`, `1${'A'.repeat(351)}`, `1${'*'.repeat(352)}`])('is none: %s', (text) => {
    expect(decodeFingerprint(text)).toBeNull();
  });
});
