import { CATALOGUE, findSubject } from './catalogue.js';
import { questionKey, sayClaim } from './claim.js';
import { readValue } from './value.js';

const said = (key: string, value: string, region: string | null = null, variant: string | null = null) => {
  const subject = findSubject(key)!;
  return sayClaim({ subject, value: readValue(subject, value), region, variant });
};

describe('sayClaim', () => {
  it.each([
    ['existence', 'yes', 'Exists'],
    ['existence', 'no', 'Does not exist'],
    ['name', 'Orchard Vision Air', 'Will be called Orchard Vision Air'],
    ['partner', 'Zeiss', 'Is made in partnership with Zeiss'],
    ['launch.date', '2027-07-04', 'Launches on 4 July 2027'],
    ['launch.date', '2027-07', 'Launches in July 2027'],
    ['launch.date', '2027-02/2027-04', 'Launches between 1 February 2027 and 30 April 2027'],
    ['launch.date', '2027-07-01/..', 'Launches not before 1 July 2027'],
    ['price', '<=EUR 999', 'Costs up to EUR 999'],
    ['camera.main.megapixels', '50 MP', 'Main camera: 50 MP'],
    ['power.tdp', '450 W', 'Thermal design power: 450 W'],
    ['spec.stylus_slot', 'left', 'Stylus slot: left'],
    ['status', 'in_production', 'Is in production'],
    ['availability', 'yes', 'Will be sold'],
    ['availability', 'excluded', 'Will not be sold'],
    ['availability', 'exclusive', 'Will be sold nowhere else'],
    ['availability', 'limited', 'Will be sold in small numbers'],
  ])('says a %s of %s as "%s"', (key, value, sentence) => {
    expect(said(key, value)).toBe(sentence);
  });

  it('says where and for which model a claim holds', () => {
    expect(said('price', 'PLN 4999', 'PL', '12/256')).toBe('Costs PLN 4999 (12/256, PL)');
  });
});

describe('questionKey', () => {
  it.each([
    [null, null, 'price'],
    ['PL', null, 'price@PL'],
    [null, '12/256', 'price#12/256'],
    ['PL', '12/256', 'price@PL#12/256'],
  ])('of region %s and variant %s is %s', (region, variant, key) => {
    expect(questionKey('price', region, variant)).toBe(key);
  });
});

describe('the catalogue', () => {
  it.each(CATALOGUE.map((subject) => [subject.key, subject] as const))(
    '%s can be weighed and settled',
    (_key, subject) => {
      expect(subject.baseRate).toBeGreaterThan(0);
      expect(subject.baseRate).toBeLessThan(1);
      expect(subject.halfLifeDays).toBeGreaterThan(0);
      expect(subject.tolerance).toBeGreaterThanOrEqual(0);
      expect(subject.criteria).toMatch(/\.$/);
      expect(subject.label).toMatch(/^[A-Za-z]/);
      expect(subject.label).not.toMatch(/[._]/);
      expect(subject.unit === null).toBe(subject.valueType !== 'number');
    },
  );

  it.each([
    'battery',
    'spec.',
    'spec.A',
    'spec.a..b',
    'spec.<b>',
    `spec.${'a'.repeat(80)}`,
    '',
    '__proto__',
    'constructor',
  ])('has no subject "%s"', (key) => {
    expect(findSubject(key)).toBeNull();
  });
});
