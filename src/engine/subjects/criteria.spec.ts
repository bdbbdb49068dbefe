import { CATALOGUE, criteriaOf, findSubject, readValue } from './index.js';

const criteria = (key: string, text: string, region: string | null = null, variant: string | null = null) => {
  const subject = findSubject(key)!;
  return criteriaOf({ subject, value: readValue(subject, text), region, variant });
};

describe('criteria', () => {
  it('tell until when a date can come true, and where', () => {
    expect(criteria('launch.date', '2027-01-01/2027-06-30', 'US')).toEqual({
      counts: 'The day on which it happens lies within the days of the claim, first and last included.',
      region: 'In US; what happens elsewhere decides nothing.',
      proof: "The maker's own word, or a dated report of the event itself.",
      until: '2027-06-30',
    });
  });

  it.each<[string, string, string, RegExp]>([
    ['a price, with its tolerance', 'price', 'USD 499', /within 5 %/],
    ['a number, with its tolerance', 'battery.capacity', '5000 mAh', /within 2 %/],
    ['a word', 'chipset', 'Helion 3', /the same/],
    ['one of several', 'partner', 'Leica', /among/],
    ['that it is sold', 'availability', 'yes', /can be bought there/],
    ['that it is not', 'availability', 'excluded', /cannot be bought there/],
    ['that it exists', 'existence', 'yes', /announced/],
    ['that it does not', 'existence', 'no', /not so/],
  ])('of %s', (_name, key, text, counts) => {
    expect(criteria(key, text).counts).toMatch(counts);
    expect(criteria(key, text).until).toBeNull();
  });

  it('name the model that a claim is about', () => {
    expect(criteria('price', 'USD 499', null, '12/256').counts).toMatch(/, for 12\/256\.$/);
  });

  it('say by whose word each subject of the catalogue is known', () => {
    for (const { family } of CATALOGUE) {
      const subject = CATALOGUE.find((each) => each.family === family && each.valueType === 'word');
      if (subject) expect(criteria(subject.key, 'Anything').proof).toMatch(/\.$/);
    }
  });
});
