/** The version of the model; any change that gives other probabilities for the same evidence raises it. */
export const MODEL_VERSION = '2026.13';

/**
 * Every constant of the model, once, with its reason. "Assumed" means that nothing has been resolved yet from which it
 * could be learned; base rates, half-lives and tolerances are properties of the subjects and stand in their catalogue.
 */
export const PARAMETERS = {
  /** h: how far a report binds itself. A hedged sentence is worth about a third of one on the record (assumed). */
  certainty: { official: 1, reported: 0.8, speculative: 0.3 },
  /** A tease hints at a thing without saying it: half of an announcement (assumed). */
  tease: 0.5,
  /** Accuracies are read within these bounds, so that no single report can weigh more than logit .98 = 3.9. */
  accuracy: { least: 0.02, most: 0.98 },
  /** What one source may add to one answer (before T), unless it is a maker or a regulator: a stolen account stays small. */
  singleSource: 1.5,
  /** T0, the scale of evidence until it is learned: reports err together, so their log-odds are worth less than their sum. */
  scale: 0.7,
  /** d never falls below this: an old report is stale, not worthless. */
  ageFloor: 0.1,
  /**
   * A verified official statement. Its accuracy is .99 and not the .98 of a maker's reports, because one statement must
   * lift every base rate of the catalogue above .95: from .25 (a single day), .98 reaches .942 and .99 reaches .971.
   * `strength`: the trials that this accuracy is assumed to rest on.
   */
  verified: { accuracy: 0.99, strength: 200 },
  /** Starting accuracies before a source has a record. */
  start: {
    grades: { A: 0.95, B: 0.85, C: 0.75, D: 0.6, E: 0.5 },
    /** Kinds that start by what they are. Leaker: the mean of Beta(7.6, 2.9), fitted to a public leaderboard. */
    kinds: { maker: 0.98, regulator: 0.95, benchmark: 0.9, leaker: 7.6 / 10.5 },
    /** Anybody else without a grade: as C when vetted, a coin when not. */
    vetted: 0.75,
    unvetted: 0.5,
  },
  /** How many trials each layer of the accuracy is worth against the one below it. */
  strength: {
    /** The mean of a kind of source against its starting point. */
    kind: 20,
    /** κ, a source against its starting point; for leakers the strength of the fitted Beta; the maker's is fixed. */
    source: 5,
    leaker: 10.5,
    maker: 200,
    /** κτ, a source in one family against itself over all: a spread of about .1 between families. */
    family: 20,
    /** A base rate before its subject has resolved questions; each resolved one adds one. */
    baseRate: 20,
  },
  /** c: the share of its values that a copier takes over (Dong, Berti-Equille and Srivastava 2009, PVLDB 2(1)). */
  copying: { share: 0.8 },
  /** Early calls, right against the crowd, that make an unvetted source established. */
  earlyCalls: 5,
  /**
   * All unproven sources together move a value's log-odds by at most `budget`, e-folding at `saturation` origins. For and
   * against at once that is .2, and as the logistic slope is at most 1/4, no probability moves by more than .05.
   * `aboveBase` is kept a hair under .05, so that rounding cannot carry a value over it.
   */
  unproven: { budget: 0.1, saturation: 5, aboveBase: 0.05 - 1e-9 },
  /** The range shown is ± this many standard deviations of the log-odds: 90 % of a normal distribution. */
  rangeDeviations: 1.64,
  /** Established origins from which evidence is of medium and of high strength. */
  strengthFrom: { medium: 2, high: 4 },
  /** "Other" never falls under one in a million: nobody has heard every possibility. */
  leastOther: 1e-6,
  /** No answer falls more than this many log-odds under the strongest: keeps every probability above zero. */
  deepest: 27,
  /** What is left of a wide range beside its narrower ones: at least this share of its even density. */
  leastDensity: 0.1,
  /** A range without an end is spread as if it went on for a year. */
  openEndDays: 365,
  /**
   * What tells that a launch is near: how many days it is expected within, and by what factor the odds of those days rise.
   * A filing is followed by the launch within the 180 days for which the FCC keeps photographs and manuals of what is not
   * yet sold confidential (KDB 726920 D01); all else is assumed: that a database lists what is being tested, a campaign
   * of teases lasts two months, what is announced is sold within six weeks of the invitation, and how much each says.
   */
  launchSigns: {
    filing: { days: 180, odds: 2 },
    benchmark: { days: 180, odds: 1.5 },
    teaser: { days: 60, odds: 2 },
    invitation: { days: 45, odds: 3 },
  },
  /** Where unproven values crowd, the n-th takes at most `crowd`/(n − 1) of what the earlier ones left of "other". */
  crowd: 0.9,
  /** The most that an unproven value may draw from the rest of an established one that contains it. */
  drawn: 0.95,
  /** Leave-one-out is computed for the heaviest reports of a question, up to this many report × answer steps. */
  leaveOneOutSteps: 200_000,
} as const;
