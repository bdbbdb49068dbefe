/** What a word or phrase tells the reader, whatever the language. */
export const CUES = [
  // what a date is the date of
  'launch',
  'announce',
  'preorder',
  'production',
  'event',
  'news_of', // what is announced is a date or a name, not the product
  // what became of the product
  'cancelled',
  'delayed',
  'on_hold',
  'in_production',
  'in_testing',
  'discontinued',
  'exists',
  // who makes it
  'partner',
  'supplier',
  // how surely
  'official',
  'announced', // official unless a modal stands before it
  'reported',
  'guess',
  'hedge',
  'say',
  // polarity
  'not',
  'nothing',
  'instead',
  'missed',
  'denied',
  'past',
  'compare',
  // parts
  'main',
  'ultrawide',
  'tele',
  'macro',
  'front',
  'depth',
  'rear',
  'camera',
  'sensor',
  'battery',
  'life',
  'charging',
  'wired',
  'wireless',
  'reverse',
  'tdp',
  'display',
  'outer',
  'touch',
  'video',
  'output',
  'ram',
  'storage',
  'weight',
  'price',
  'discount',
  // names
  'called',
  'codename',
  'model_number',
  'be',
  'sold',
  'unsold',
  'only',
  'series',
  'product',
  'role',
  // kinds of article
  'k_rumor',
  'k_review',
  'k_deal',
  'k_howto',
  'k_guide',
  'k_update',
  'k_business',
  'k_sports',
  'k_filing',
  'k_done',
] as const;
export type Cue = (typeof CUES)[number];

/** The words of one language: for each cue its phrases, parted by commas; `*` at the end of a word stands for any ending. */
export interface Lexicon {
  /** ISO 639-1. */
  readonly language: string;
  /** Frequent small words by which the language is recognised. */
  readonly marks: string;
  readonly cues: Partial<Readonly<Record<Cue, string>>>;
  /** Months from January on, each with its variants parted by `|`. */
  readonly months: readonly string[];
}
