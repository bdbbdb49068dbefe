import fc from 'fast-check';
import { likely } from '../src/devices/device.view.js';
import { preferredForm } from '../src/outputs/accepted-form.js';
import { viewConfidence } from '../src/rumors/rumor.view.js';

describe('a probability of what is open, as it is shown', () => {
  it.each<[number, number]>([
    [0, 0.0001],
    [0.00004, 0.0001],
    [0.12344, 0.1234],
    [0.12346, 0.1235],
    [0.99994, 0.9999],
    [1, 0.9999],
  ])('of %d is %d', (probability, shown) => {
    expect(likely(probability)).toBe(shown);
  });

  it('is never certain, and further from the number by no more than the last decimal', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        const shown = likely(probability);
        expect(shown > 0 && shown < 1).toBe(true);
        expect(Math.abs(shown - probability)).toBeLessThan(0.0001 + 1e-12);
      }),
    );
  });

  it('is that of a rumor with its range', () => {
    const row = { probability: 1 - 1e-9, low: 0.99996, high: 1, firm_probability: null, announced: 1 };
    expect(viewConfidence(row)).toMatchObject({ probability: 0.9999, low: 0.9999, high: 0.9999 });
  });
});

describe('the form of a dossier', () => {
  it.each<[string, string]>([
    ['', 'json'],
    ['*/*', 'json'],
    ['text/markdown', 'md'],
    ['text/markdown;q=0.5, application/json', 'json'],
    ['application/json;q=0.2, text/*;q=0.9', 'md'],
    ['application/ld+json, application/json', 'claimreview'],
    ['application/json, application/ld+json', 'json'],
    ['text/markdown;q=0, */*;q=0.1', 'json'],
    ['*/*, application/json;q=0.1, application/ld+json;q=0.1', 'md'],
    ['application/*;q=0.4, text/markdown;q=0.3', 'json'],
    ['text/markdown;q=oops', 'json'],
  ])('of Accept: %s is %s', (accept, form) => {
    expect(preferredForm(accept)).toBe(form);
  });
});
