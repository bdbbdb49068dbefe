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
  'ahead',
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
  'inner', // the screen inside a folding device
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

/**
 * How a language names times. Each entry is a part of a regular expression: variants parted by `|`, in lower case,
 * no repetition.
 */
export interface TimeWords {
  /** From January on. */
  readonly months: readonly string[];
  /** From Monday on. */
  readonly weekdays: readonly string[];
  /** What stands before a month or year and means its first, middle or last third. */
  readonly parts: { readonly early: string; readonly mid: string; readonly late: string };
  readonly seasons: {
    readonly spring: string;
    readonly summer: string;
    readonly autumn: string;
    readonly winter: string;
    readonly holidays: string;
  };
  /** What may stand behind a season instead, for the same reason: `a fall launch`, `spring looks likely`. */
  readonly behindSeason?: string;
  /** What must stand before a season, so that "fall" is no verb. */
  readonly beforeSeason: string;
  /** First to fourth, with `last` for the fourth. */
  readonly ordinals: readonly [string, string, string, string];
  readonly quarter: string;
  readonly half: string;
  /** Between a day and its month, and between a month and its year. */
  readonly ofMonth: string;
  readonly ofYear: string;
  readonly thisYear: string;
  readonly nextYear: string;
  readonly lastYear: string;
  /** From now to the end of the year: "later this year", "by the end of the year". */
  readonly restOfYear: string;
  readonly thisMonth: string;
  readonly nextMonth: string;
  readonly lastMonth: string;
  readonly thisWeek: string;
  readonly nextWeek: string;
  readonly today: string;
  readonly tomorrow: string;
  /** Before a time that is only the earliest: "not before". */
  readonly notBefore: string;
  /** Behind such a time: "at the earliest". */
  readonly earliest: string;
  /** "Before", which with a word of denial ahead of it makes a time the earliest: "will not ship before". */
  readonly before: string;
  /** What leads to a weekday: "on "; empty where nothing does. */
  readonly beforeWeekday: string;
  /** Soon, counted in days, weeks or months: "in the coming weeks". */
  readonly soon: { readonly days: string; readonly weeks: string; readonly months: string };
  /** Between "in" and a number of days, weeks or months, and those: "in 3 weeks". */
  readonly count: {
    readonly lead: string;
    /** Two to six. */
    readonly numbers: readonly string[];
    readonly one: string;
    readonly days: string;
    readonly weeks: string;
    readonly months: string;
    /** Before a number of them that is the most: "within". */
    readonly within: string;
    /** Behind a number of them that counts from a time named before: "later"; from one named next: "after". */
    readonly later: string;
    readonly after: string;
  };
  /** The day that was named before: "the same day". */
  readonly sameDay: string;
  readonly week: string;
  /** Before the number of a week of the year: "week 24". */
  readonly weekNumber: string;
  /** Half a month, beside a word for a half: "fortnight". */
  readonly fortnight: string;
  /** Around New Year: "the turn of the year". */
  readonly turnOfYear: string;
  readonly thisQuarter: string;
  readonly nextQuarter: string;
  /** The month of publication, behind a word for its first, middle or last third. */
  readonly theMonth: string;
  /** Before a season that is not the present one: "next". */
  readonly coming: string;
  /** Whether 5/6/2027 is the sixth of May. */
  readonly monthFirst?: true;
  /** The year that was named before: "of that year". */
  readonly thatYear: string;
  /** Between two months that make one range. */
  readonly between: string;
  /** Whether words are written without blanks between them. */
  readonly unspaced?: true;
}

/** The words of one language: for each cue its phrases, parted by commas; `*` at the end of a word stands for any ending. */
export interface Lexicon {
  /** ISO 639-1. */
  readonly language: string;
  /** Frequent small words by which the language is recognised. */
  readonly marks: string;
  readonly cues: Partial<Readonly<Record<Cue, string>>>;
  readonly times: TimeWords;
  /** Two to five, as they stand before lenses (`dual`, `triple`), variants parted by `|`. */
  readonly counts: readonly [string, string, string, string];
  /** What may stand between such a number and its noun, and the nouns. */
  readonly lenses: { readonly between: string; readonly nouns: string };
}
