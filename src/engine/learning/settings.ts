/** Every constant of the learner, once, with its reason; those it shares with the weighing stand in `PARAMETERS`. */
export const LEARNING = {
  /** Rounds of expectation and maximisation. Fixed, so that a refresh costs the same and never depends on the one before. */
  rounds: 15,
  /** What an open question counts beside a resolved one: others may all be wrong about it. */
  openShare: 0.3,
  /** Origins that must speak to an open question before anybody earns credit by it: a lone report proves nothing. */
  leastOrigins: 2,
  copying: {
    /** α: how many pairs of sources copy, before anything was compared. */
    prior: 0.05,
    /** No value is held rarer than this among the others, so that one shared slip proves nothing. */
    leastShare: 0.02,
    /** A wrong value that nobody else gave is held as popular as `hits` of `trials`: among few, it may well be what many err to. */
    rareAs: { hits: 1, trials: 10 },
    /** Pairs are compared on questions where a value has at most so many supporters; a popular value says next to nothing. */
    mostSupporters: 50,
    /** Questions that both must have spoken to. */
    leastCommon: 5,
    /** Copying is looked for from this round on: as long as beliefs are vague, all who are right seem to copy each other. */
    firstRound: 5,
    /** Posteriors below this are taken for 0. */
    negligible: 1e-3,
    /**
     * What counts in the running program, to so many places and never for certain: two who happen to agree on ten open questions that nobody else
     * speaks to reach .7, two pairs at odds with each other on five .85.
     */
    told: { from: 0.9, most: 0.999, places: 3 },
  },
  /** PooledInvestment (Pasternack and Roth 2010, COLING): the growth of the credit, and its rounds. */
  investment: { growth: 1.4, rounds: 20 },
  confusion: {
    /** κ: how many answers the confusion of all sources together is worth against a source's own, for each class. */
    strength: 2,
    /** How many answers the starting accuracy is worth against the pooled confusion. */
    pooled: 10,
    rounds: 30,
  },
  calibration: {
    /** Resolved questions from which a family has a slope and an offset of its own. */
    leastOfFamily: 30,
    /**
     * What slopes are drawn to, and how far slopes and offsets of different subjects lie apart from that and from 0 (standard
     * deviations). Below 1, as beliefs are rather too sure than not sure enough: what looks independent is so only in part.
     */
    usualSlope: 0.8,
    slopeSpread: 0.3,
    offsetSpread: 0.5,
    /** Newton steps; five are enough, the rest costs nothing. */
    steps: 25,
    /** Resolved questions from which isotonic regression is trusted on top. */
    leastIsotonic: 1000,
  },
  parameters: {
    /** Decided questions from which T and a base rate are learned; until then they are the assumed ones. */
    leastDecided: 30,
    /** How far T lies apart between families (standard deviation), and its bounds: evidence is never made more than it is. */
    scaleSpread: 0.2,
    leastScale: 0.3,
    mostScale: 1,
    /** Newton steps. */
    steps: 30,
  },
} as const;
