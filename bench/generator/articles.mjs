import { CHIPS, FILLERS, LEAKERS, MAKERS, MONTHS, OUTLETS, PARTNERS, PLACES, SPEAKERS } from './phrases.mjs';
import { Chance } from './random.mjs';

const LEAST_WORDS = 300;
const MOST_WORDS = 800;
/** They were published last year, and speak of launches in the year to come. */
const PUBLISHED = new Date().getFullYear() - 1;
const YEAR = PUBLISHED + 2;

const wordsOf = (text) => text.split(/\s+/).length;

/** A device that an article is about: maker, line and a number, so that the same ones come back. */
function deviceOf(chance) {
  const maker = chance.pick(MAKERS);
  return { maker: maker.name, name: `${maker.name} ${chance.pick(maker.lines)} ${chance.whole(3, 9)}` };
}

/** The kinds of article, by the sentences that matter in them. A `review` is of something that is out already. */
const KINDS = {
  parts: ({ name }, chance) => [
    `Leaker ${chance.pick(LEAKERS)} claims that the upcoming ${name} will be powered by the ${chance.pick(CHIPS)}.`,
    `According to the same post, the ${name} will pack a ${chance.whole(44, 60) * 100} mAh battery with ${chance.pick([67, 90, 100, 120])}W fast charging.`,
    `The ${name} is also said to feature a ${chance.pick([50, 64, 108, 200])} MP main camera.`,
    `It is rumored to have a ${chance.pick(['6.1', '6.4', '6.7', '6.8'])}-inch display with a ${chance.pick([90, 120, 144])} Hz refresh rate.`,
  ],
  date: ({ name }, chance) => [
    `The ${name} is expected to launch ${chance.pick(PLACES)} in ${chance.pick(MONTHS)} ${YEAR}.`,
    `A person familiar with the plans said that the ${name} will be announced on ${chance.pick(MONTHS)} ${chance.whole(2, 27)}, ${YEAR}.`,
    `${chance.pick(LEAKERS)} had earlier reported that the ${name} would arrive in the second half of ${YEAR}.`,
  ],
  price: ({ name }, chance) => [
    `The ${name} will reportedly start at $${chance.whole(4, 13)}99 in the United States.`,
    `In Europe the ${name} is tipped to cost €${chance.whole(5, 14)}49, according to a retailer listing.`,
    `The ${name} will come with ${chance.pick([8, 12, 16])} GB of RAM and ${chance.pick([128, 256, 512])} GB of storage, the listing says.`,
  ],
  official: ({ maker, name }, chance) => {
    const [speaker, role] = chance.pick(SPEAKERS);
    const partner = chance.pick(PARTNERS);
    return [
      `${maker} has confirmed that the ${name} will launch in ${chance.pick(MONTHS)} ${YEAR}.`,
      `"The ${name} is the first that we have developed together with ${partner}," said ${speaker}, ${role} of ${maker}.`,
      `The cameras of the ${name} were co-engineered with ${partner}, the company said.`,
    ];
  },
  roundup: ({ name }, chance) => [
    `Here is everything that we have heard about the ${name} so far.`,
    ...KINDS.date({ name }, chance).slice(0, 1),
    ...KINDS.parts({ name }, chance),
    ...KINDS.price({ name }, chance).slice(0, 2),
  ],
  review: ({ name }, chance) => [
    `We have used the ${name} for ${chance.whole(2, 9)} weeks, and this is our review.`,
    `In our tests the ${name} lasted a day and a half, and its screen was a pleasure to read on.`,
  ],
};

export const ALL_KINDS = Object.keys(KINDS);
/** The kinds of article that claim something. */
export const RUMOR_KINDS = ALL_KINDS.filter((kind) => kind !== 'review');

/** The sentences spread over as many paragraphs of sentences without a claim as it takes. */
function bodyOf(sentences, chance) {
  const wanted = chance.whole(LEAST_WORDS + 30, MOST_WORDS - 30);
  const all = [...sentences];
  for (let words = wordsOf(all.join(' ')); words < wanted;) {
    const filler = chance.pick(FILLERS);
    all.splice(chance.whole(1, all.length), 0, filler);
    words += wordsOf(filler);
  }
  const paragraphs = [];
  for (let at = 0; at < all.length;) {
    const size = chance.whole(2, 4);
    paragraphs.push(all.slice(at, at + size).join(' '));
    at += size;
  }
  return paragraphs.join('\n\n');
}

function article(kind, number, chance) {
  const device = deviceOf(chance);
  const outlet = chance.pick(OUTLETS);
  const day = String(chance.whole(1, 28)).padStart(2, '0');
  return {
    kind,
    title: `${device.name}: what story ${number} says`,
    text: bodyOf(KINDS[kind](device, chance), chance),
    url: `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/${number}`,
    outlet,
    publishedOn: `${PUBLISHED}-${String(chance.whole(1, 12)).padStart(2, '0')}-${day}`,
  };
}

/** The same article elsewhere, with up to 6 % of its words left out or said twice. */
function copyOf(original, number, chance) {
  const share = chance.next() * 0.03;
  const edited = original.text.replaceAll(/[^\s]+/g, (word) => {
    if (/["\d$€]/.test(word) || !chance.happens(share * 2)) return word;
    return chance.happens(0.5) ? `${word} ${word}` : '';
  });
  const outlet = chance.pick(OUTLETS);
  return {
    ...original,
    text: edited,
    outlet,
    url: `https://wire.example/${number}`,
    title: `${original.title} (wire)`,
  };
}

/**
 * Articles of 300 to 800 words in turn of their kinds, in words of our own.
 *
 * @param options `kinds` of ALL_KINDS; `copies`, the share of articles (0..1) that retell an earlier one
 */
export function articles(count, seed, { kinds = ALL_KINDS, copies = 0 } = {}) {
  const chance = new Chance(seed);
  const list = [];
  for (let number = 0; number < count; number += 1) {
    const isCopy = list.length > 10 && chance.happens(copies);
    list.push(
      isCopy ? copyOf(chance.pick(list), number, chance) : article(kinds[number % kinds.length], number, chance),
    );
  }
  return list;
}
