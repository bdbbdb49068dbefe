import { extract } from './extract.js';

/** The name of the main device of an article. */
const named = (title: string, text: string): string | undefined =>
  extract({ title, text, url: null, publishedOn: '2029-03-02' }, { companies: [], devices: [] }).devices.find(
    ({ primary }) => primary,
  )?.name;

describe('the name of a device', () => {
  it.each([
    [
      'Dustero V40 Omni leak shows a bigger base',
      'The Dustero V40 Omni will launch in May, a retailer says. The V40 Omni is said to have a 5,200 mAh battery.',
      'Dustero V40 Omni',
    ],
    [
      'Kestrin K3 Arm: robot vacuum to launch in June',
      'According to a filing, the Kestrin K3 Arm has a 6,400 mAh battery. The K3 Arm will cost $999.',
      'Kestrin K3 Arm',
    ],
    [
      'Zanvo Nord 1 IX wird im Mai vorgestellt',
      'Das Zanvo Nord 1 IX soll 899 Euro kosten, berichtet ein Händler. Der Akku des Nord 1 IX soll 5.000 mAh haben.',
      'Zanvo Nord 1 IX',
    ],
  ])('has what stands behind its number throughout: %s', (title, text, name) => {
    expect(named(title, text)).toBe(name);
  });

  it.each([
    [
      'Lumora Canvas 3 TV leak reveals its price',
      'Lumora is said to launch the Lumora Canvas 3 in August. The Canvas 3 will cost $1,299, according to a shop.',
      'Lumora Canvas 3',
    ],
    [
      'Kestrin K3 Leak: launch in June',
      'The Kestrin K3 will launch in June, a tipster says. The Kestrin K3 is said to cost $999.',
      'Kestrin K3',
    ],
  ])('has nothing that it is also written without: %s', (title, text, name) => {
    expect(named(title, text)).toBe(name);
  });

  it('does not take a word in from a single place, nor a word of parts', () => {
    expect(named('Kestrin K3 Bold', 'The Kestrin K3 will launch in June, a tipster says.')).toBe('Kestrin K3');
    const text = 'The Kestrin K3 Snapdragon model will launch in June. A Kestrin K3 Snapdragon costs $999.';
    expect(named('Kestrin phone', text)).toBe('Kestrin K3');
  });
});
