/** Makers that do not exist, with the lines under which they sell: no figure depends on a product of the day. */
export const MAKERS = [
  { name: 'Orvane', aliases: ['Orvane Mobile'], lines: ['Halo', 'Tern'] },
  { name: 'Kestrin', aliases: ['Kestrin Electronics'], lines: ['Arc', 'Slate'] },
  { name: 'Nimbra', aliases: ['Nimbra Labs'], lines: ['Vela', 'Drift'] },
  { name: 'Tavoro', aliases: ['Tavoro Devices'], lines: ['Pulse', 'Strand'] },
  { name: 'Lumeq', aliases: ['Lumeq Optics'], lines: ['Prism'] },
  { name: 'Quarrel', aliases: ['Quarrel Computing'], lines: ['Forge', 'Anvil'] },
];

export const PARTNERS = ['Leica', 'Zeiss', 'Hasselblad', 'Bose'];
export const CHIPS = ['Snapdragon 8 Gen 2', 'Snapdragon 8 Gen 3', 'Dimensity 9200', 'Dimensity 9300', 'Exynos 2400'];
export const MONTHS = ['January', 'March', 'April', 'May', 'July', 'September', 'October', 'November'];
export const PLACES = ['in China', 'in India', 'in Europe', 'worldwide', 'in the United States'];
export const OUTLETS = [
  'Gadget Courier',
  'Pocket Ledger',
  'The Handset Post',
  'Signal and Glass',
  'Circuit Weekly',
  'Byteside',
];
export const LEAKERS = ['Marlow Finch', 'Ines Calder', 'Tobin Reyes', 'Wen Halloran'];
export const SPEAKERS = [
  ['Dana Whitlock', 'chief executive'],
  ['Pavel Orsini', 'head of product'],
  ['Mei Tanaka', 'president of the mobile division'],
];

/** Sentences that claim nothing; an article is mostly made of such. */
export const FILLERS = [
  'Nothing about it has been put on the record so far, and plans of this kind have changed late before.',
  'Readers who follow the company will remember how the last cycle went, with early word that turned out half right.',
  'The people who pass such details along rarely see the whole picture, and they tend to know one part well.',
  'Analysts had expected a quieter season, since shipments across the industry were flat for most of the year.',
  'Several shops that were asked about it had no comment, and one of them ended the call rather quickly.',
  'It would be the first time that the team brings such a design out of the workshop and into ordinary pockets.',
  'Rivals are not asleep either, and the shelves will be crowded by the time anything arrives.',
  'A spokesperson did not answer our questions before this piece went out, and we will add what we hear.',
  'The design language is said to follow its predecessor, with softer edges and a little less glass.',
  'Whether buyers care about any of this is another matter, as people keep what they own for longer every year.',
  'Suppliers work months ahead of the shelves, so talk of this sort often starts in the parts trade.',
  'We have seen the material in question and found no sign that it had been tampered with, which proves little.',
  'Software support was a sore point last time, and the forums have not forgotten it.',
  'On the other hand, certification papers have a habit of appearing a few weeks before anything is shown.',
  'For now it is best to treat the figures as a direction and not as a promise.',
  'The company has reorganised its studios twice in three years, and the dust has only just settled.',
  'If past launches are a guide, the quiet weeks before the event are when most of the details come out.',
  'Accessory makers have been preparing moulds, which they would hardly do on a whim.',
  'Some of this was discussed in a closed channel first and then travelled across the usual places.',
  'The older model will stay on sale at a lower price for a while, as it did before.',
  'Engineers who worked on earlier generations describe a culture of small steps and long tests.',
  'There is little agreement on the colours, and we would not read anything into the renders that make the rounds.',
];
