import { CHIPS, PARTNERS } from './phrases.mjs';

const DAY_MS = 86_400_000;
const dayOf = (instant) => new Date(instant).toISOString().slice(0, 10);

/** A span of days in the time after an instant, as a value of a date. */
function windowAfter(now, chance) {
  const from = now + chance.whole(20, 300) * DAY_MS;
  return `${dayOf(from)}/${dayOf(from + chance.whole(5, 60) * DAY_MS)}`;
}

/** What is claimed of one device: ten rumors under six questions, with subjects of every kind of value. */
export function claimsOfDevice(now, chance) {
  const megapixels = chance.pick([48, 50, 64]);
  const price = chance.whole(4, 13);
  const chip = chance.whole(0, CHIPS.length - 2);
  return [
    { subject: 'existence', value: 'yes' },
    { subject: 'launch.date', value: windowAfter(now, chance) },
    { subject: 'launch.date', value: windowAfter(now, chance) },
    { subject: 'price', value: `USD ${price}99`, region: 'US' },
    { subject: 'price', value: `USD ${price + 2}49`, region: 'US' },
    { subject: 'camera.main.megapixels', value: `${megapixels} MP` },
    { subject: 'camera.main.megapixels', value: `${megapixels * 4} MP` },
    { subject: 'chipset', value: CHIPS[chip] },
    { subject: 'chipset', value: CHIPS[chip + 1] },
    { subject: 'partner', value: chance.pick(PARTNERS) },
  ];
}

const KINDS = ['outlet', 'outlet', 'journalist', 'leaker', 'analyst', 'social', 'retailer'];

/** Who publishes: many of them unrated, as in life. */
export const sourceTraits = (chance) => ({
  kind: chance.pick(KINDS),
  grade: chance.happens(0.6) ? chance.pick(['A', 'B', 'C', 'C', 'D']) : null,
  vetted: chance.happens(0.6) ? 1 : 0,
});

/** How a report stands to a rumor, and how surely it speaks. */
export const bearing = (chance) => ({
  stance: chance.happens(0.82) ? 'supports' : chance.happens(0.7) ? 'refutes' : 'mentions',
  certainty: chance.happens(0.04) ? 'official' : chance.happens(0.65) ? 'reported' : 'speculative',
});
