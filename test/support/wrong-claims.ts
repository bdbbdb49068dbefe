/** The source of every line. */
export const SOURCE = { name: 'Ledger Wire', kind: 'outlet', vetted: true };
/** A claim of a price. */
export const PRICE = { subject: 'price', value: 'USD 399' };
/** An article that claims two things. */
export const TEXT =
  'A supplier told us that the Sony WH-1000XM8 will cost $399. “It will ship in May 2030,” said Ada Lund, head of audio at Sony.';

/** A line of an import whose claims cannot be kept, with what is said of it. */
export interface Wrong {
  readonly why: string;
  readonly line: object;
  readonly code: string;
  readonly pointer: string;
  readonly says?: RegExp;
}

const about = (claim: object, more: object = {}): object => ({
  ...{ url: 'https://wire.example/wrong', source: SOURCE, published_on: '2029-05-01' },
  claims: [{ device: 'Sony WH-1000XM7', ...PRICE, ...claim }],
  ...more,
});
/** Each way in which the claims of a line can be wrong. */
export const WRONG: readonly Wrong[] = [
  {
    why: 'an unknown subject',
    line: about({ subject: 'prise' }),
    code: 'unknown-subject',
    pointer: '#/claims/0/subject',
    says: /: is it price\?/,
  },
  {
    why: 'a part of a subject',
    line: about({ subject: 'megapixels' }),
    code: 'unknown-subject',
    pointer: '#/claims/0/subject',
    says: /camera\./,
  },
  {
    why: 'a value of another kind',
    line: about({ value: 'soon' }),
    code: 'invalid-value',
    pointer: '#/claims/0/value',
  },
  {
    why: 'a stance that there is not',
    line: about({ stance: 'maybe' }),
    code: 'invalid-input',
    pointer: '#/claims/0/stance',
  },
  {
    why: 'a member that there is not',
    line: about({ amount: 3 }),
    code: 'invalid-input',
    pointer: '#/claims/0/amount',
  },
  {
    why: 'a slip in a name',
    line: about({ device: 'Sony WH-1000XN7' }),
    code: 'unknown-device',
    pointer: '#/claims/0/device',
    says: /is it Sony WH-1000XM7/,
  },
  {
    why: 'a device of nobody',
    line: about({ device: 'Quill 9' }),
    code: 'unknown-device',
    pointer: '#/claims/0/device',
    says: /name its maker/,
  },
  {
    why: 'a slip in a maker',
    line: about({ device: 'Sonny X9', brand: 'Sonny' }),
    code: 'unknown-company',
    pointer: '#/claims/0/device',
    says: /is it Sony/,
  },
  {
    why: 'a passage that stands nowhere',
    line: about({ span: 'costs $39' }, { text: TEXT }),
    code: 'no-such-passage',
    pointer: '#/claims/0/span',
  },
  {
    why: 'a passage of no text',
    line: about({ span: 'costs $39' }),
    code: 'no-such-passage',
    pointer: '#/claims/0/span',
  },
  {
    why: 'words that nobody said',
    line: about({}, { text: TEXT, statements: [{ speaker: 'Ada Lund', quote_start: 'It will never' }] }),
    ...{ code: 'no-such-passage', pointer: '#/statements/0/quote_start' },
  },
  {
    why: 'a claim that is not there',
    line: about({}, { text: TEXT, statements: [{ speaker: 'Ada Lund', quote: 'It will ship', claims: [4] }] }),
    ...{ code: 'invalid-input', pointer: '#/statements/0/claims/0' },
  },
];
