import 'reflect-metadata';
import { Fault } from '../../platform/fault.js';
import { actOf, EMPTY_PASTE, faultsOf, pasteOf, tokenOf } from './paste.js';

describe('a paste', () => {
  it('ends its lines as the reader counts them', () => {
    expect(pasteOf({ text: 'one\r\ntwo' }).text).toBe('one\ntwo');
  });

  it('leaves out what was not typed, and vouches only where somebody does', () => {
    expect(actOf({ ...EMPTY_PASTE, text: 'Words', source: ' Ledger Wire ' })).toEqual({
      text: 'Words',
      source: { name: 'Ledger Wire', kind: 'outlet', vetted: true, grade: 'C' },
    });
    expect(actOf({ ...EMPTY_PASTE, text: 'Words', source: 'Somebody', grade: '' }).source).toEqual({
      name: 'Somebody',
      kind: 'outlet',
      vetted: false,
    });
    expect(actOf({ ...EMPTY_PASTE, text: 'Words' })).toEqual({ text: 'Words' });
  });

  it('has a token that any change changes', () => {
    const paste = { ...EMPTY_PASTE, text: 'Words' };
    expect(tokenOf(paste)).toBe(tokenOf({ ...paste }));
    expect(tokenOf({ ...paste, grade: 'A' })).not.toBe(tokenOf(paste));
    expect(tokenOf({ ...paste, title: 'Words', text: '' })).not.toBe(tokenOf(paste));
  });

  it.each([
    ['#/published_on', 'published_on'],
    ['#/source/kind', 'kind'],
    ['#/source/name', 'source'],
    ['#/url', 'url'],
    ['#/elsewhere', 'text'],
  ])('says what is wrong with %s at the field %s', (pointer, field) => {
    const fault = new Fault('invalid', 'invalid-input', 'It is wrong.', [{ pointer, code: 'wrong', detail: 'wrong' }]);
    expect(faultsOf(fault)).toEqual([{ field, message: 'It is wrong.' }]);
  });

  it('says at the text what names no field', () => {
    expect(faultsOf(new Fault('invalid', 'empty-text', 'No text.'))).toEqual([{ field: 'text', message: 'No text.' }]);
  });

  it('says where no claim was found what helps', () => {
    const [{ message } = { message: '' }] = faultsOf(new Fault('invalid', 'no-claims', 'No claim.'));
    expect(message).toMatch(/^No claim\. A maker that is not known yet .* title/);
  });
});
